import { spawn } from "node:child_process";
import { once } from "node:events";

/** How a command ended, with everything it wrote. */
export interface Outcome {
  readonly code: number;
  readonly output: string;
}

/** Runs a command to its end, quietly: its output is shown only in the error of a run that failed. */
export async function run(command: string, args: readonly string[], cwd?: string): Promise<void> {
  const { code, output } = await attempt(command, args, cwd);
  if (code === 0) return;
  throw new Error(`"${[command, ...args].join(" ")}" ended with ${String(code)}.\n${output}`);
}

/** Runs a command that may fail or may not exist at all. */
export async function attempt(
  command: string,
  args: readonly string[],
  cwd?: string,
): Promise<Outcome> {
  const child = spawn(command, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
  const chunks: string[] = [];
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => chunks.push(chunk));
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => chunks.push(chunk));
  try {
    const [code] = (await once(child, "close")) as [number | null];
    return { code: code ?? 1, output: chunks.join("") };
  } catch (error) {
    return { code: 127, output: String(error) };
  }
}

/** Runs npm. Under `npm run` the running npm's own file is known, and needs no shell on Windows. */
export async function npm(args: readonly string[], cwd: string): Promise<void> {
  const script = process.env["npm_execpath"];
  if (script?.endsWith("npm-cli.js")) await run(process.execPath, [script, ...args], cwd);
  else if (process.platform === "win32") await run("cmd.exe", ["/c", "npm", ...args], cwd);
  else await run("npm", args, cwd);
}
