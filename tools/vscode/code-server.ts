import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { cached } from "./cache.js";
import { npm, run } from "./command.js";

/** The VS Code server and the Node it is built for. */
export interface CodeServer {
  readonly node: string;
  readonly main: string;
}

const codeServerVersion = "4.139.1";
const nodeVersion = "24.21.0";

/**
 * VS Code as npm carries it: code-server holds a whole build, of which only `lib/vscode` is used.
 * It is unpacked rather than installed, since its install script refuses every Node but its own.
 */
export async function obtainCodeServer(): Promise<CodeServer> {
  const folder = await cached(`code-server-${codeServerVersion}-node-${nodeVersion}`, fill);
  const bin = join(folder, "node", "node_modules", "node", "bin");
  return {
    node: join(bin, process.platform === "win32" ? "node.exe" : "node"),
    main: join(folder, "package", "lib", "vscode", "out", "server-main.js"),
  };
}

async function fill(folder: string): Promise<void> {
  process.stderr.write(`vscode: fetching VS Code (code-server ${codeServerVersion}) once\n`);
  await npm(["pack", "--silent", `code-server@${codeServerVersion}`], folder);
  const archive = (await readdir(folder)).find((name) => name.endsWith(".tgz"));
  if (archive === undefined) throw new Error("npm pack wrote no archive of code-server.");
  await run("tar", ["-xzf", archive], folder);
  const vscode = join(folder, "package", "lib", "vscode");
  await npm(["install", "--omit=dev", "--ignore-scripts", ...quiet], vscode);
  await npm(["install", "--omit=dev", "--ignore-scripts", ...quiet], join(vscode, "extensions"));
  // The package's script is what puts the binary of this platform into place.
  await npm(
    ["install", "--prefix", "node", "--ignore-scripts=false", ...quiet, `node@${nodeVersion}`],
    folder,
  );
}

const quiet = ["--no-audit", "--no-fund", "--silent"];
