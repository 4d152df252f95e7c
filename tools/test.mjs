// `npm test`: sets everything up on a machine with Node alone, then runs every check and test. With
// `-- --complete`, as the gate runs it, a check that lacks the network fails instead of being left out.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import process from "node:process";

const root = resolve(import.meta.dirname, "..");
const npm = process.platform === "win32" ? "npm.cmd" : "npm";

/** What a check exits with that could not be run. */
const notRun = 3;

/** Runs one step in the open; the first that fails ends the run. */
function step(name, command, parameters, { mayLack } = {}) {
  const started = Date.now();
  console.log(`\n== ${name}`);
  const { status } = spawnSync(command, parameters, {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status === notRun && mayLack !== undefined && !isComplete) {
    console.log(`== ${name}: NOT RUN, as ${mayLack}`);
    return;
  }
  if (status !== 0) {
    console.log(`\n${name} failed\n${String(passed)} passed, 1 failed`);
    process.exit(1);
  }
  console.log(`== ${name}: ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

function isInstalled() {
  const installed = join(root, "node_modules/.package-lock.json");
  const wanted = join(root, "package-lock.json");
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs;
}

const isComplete = process.argv.includes("--complete");
let passed = 0;
if (!isInstalled()) step("install", npm, ["ci"]);
for (const script of [
  "format:check",
  "types",
  "lint",
  "layers",
  "unused",
  "generate:check",
  "package",
]) {
  step(script, npm, ["run", "--silent", script]);
}

const reports = mkdtempSync(join(tmpdir(), "byob-test-"));
try {
  const unit = join(reports, "unit.json");
  step("unit tests", npm, [
    "run",
    "--silent",
    "test:unit",
    "--",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${unit}`,
  ]);
  passed += JSON.parse(readFileSync(unit, "utf8")).numPassedTests;
  step("the walkthroughs of CONTRIBUTING.md", npm, ["run", "--silent", "test:contributing"]);
  step("false alarms on the policies that AWS manages", npm, ["run", "--silent", "corpus"], {
    mayLack: "the policies could not be downloaded",
  });
  const vscode = join(reports, "vscode.json");
  step("tests in a real VS Code", npm, [
    "run",
    "--silent",
    "test:vscode",
    "--",
    `--report=${vscode}`,
  ]);
  if (existsSync(vscode)) passed += JSON.parse(readFileSync(vscode, "utf8")).passed;
} finally {
  rmSync(reports, { recursive: true, force: true });
}
console.log(`\n${String(passed)} passed, 0 failed`);
