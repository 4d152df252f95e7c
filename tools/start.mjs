// Opens VS Code with this extension on the examples. It needs nothing but Node and npm, since it is
// what installs the rest.
import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));

if (modified("node_modules/.package-lock.json") < modified("package-lock.json")) npm("ci");
npm("run", "package");
run(process.execPath, ["--import", "tsx", "tools/start.ts", ...process.argv.slice(2)]);

/** When a file was last written; a file that does not exist is older than any. */
function modified(path) {
  return statSync(`${root}${path}`, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function npm(...args) {
  const script = process.env["npm_execpath"];
  if (script?.endsWith("npm-cli.js")) run(process.execPath, [script, ...args]);
  else if (process.platform === "win32") run("cmd.exe", ["/c", "npm", ...args]);
  else run("npm", args);
}

function run(command, args) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
