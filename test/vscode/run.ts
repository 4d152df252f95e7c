import { runTests } from "@vscode/test-electron";
import { build } from "esbuild";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { obtainDesktop } from "../../tools/vscode/desktop.js";
import { packagedExtension } from "../../tools/vscode/package.js";
import { calmSettings } from "../../tools/vscode/server.js";
import { unzip } from "../../tools/vscode/unzip.js";
import { writeFixtures } from "./fixtures.js";
import { type Results } from "./support/report.js";

type Host = "node" | "web";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Runs the suites in real VS Code windows, on the extension as it is packaged. */
async function run({ hosts, wanted }: Options): Promise<Results> {
  const folder = await mkdtemp(join(tmpdir(), "byob-vscode-"));
  try {
    const packaged = join(folder, "packaged");
    await unzip(await packagedExtension(root), packaged);
    const suite = await bundleSuite(wanted);
    let [passed, failed] = [0, 0];
    for (const host of hosts) {
      const results = await runHost(host, join(folder, host), join(packaged, "extension"), suite);
      passed += results.passed;
      failed += results.failed;
    }
    return { passed, failed };
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function runHost(
  host: Host,
  folder: string,
  packaged: string,
  suite: Uint8Array,
): Promise<Results> {
  const extension = join(folder, "extension");
  const workspace = join(folder, "workspace");
  // VS Code runs tests in the host of the extension they belong to, and tells that by their place.
  const tests = join(extension, "suite.cjs");
  await cp(packaged, extension, { recursive: true });
  await writeFile(tests, suite);
  await prepareWorkspace(workspace);
  process.stdout.write(`vscode: the ${host} extension host\n`);
  const { executable, args } = await obtainVSCode();
  const error = await runTests({
    vscodeExecutablePath: executable,
    extensionDevelopmentPath: extension,
    extensionTestsPath: tests,
    launchArgs: [
      ...args,
      workspace,
      `--user-data-dir=${join(folder, "user-data")}`,
      `--extensions-dir=${join(folder, "extensions")}`,
      ...(host === "web" ? ["--extensionDevelopmentKind=web"] : []),
    ],
  }).then(() => undefined, String);
  const results = await readResults(workspace);
  if (error === undefined || results.failed > 0) return results;
  process.stderr.write(`vscode: ${error}\n`);
  return { ...results, failed: 1 };
}

/** A desktop VS Code, or the launcher that takes the same arguments. */
async function obtainVSCode(): Promise<{
  readonly executable: string;
  readonly args: readonly string[];
}> {
  const desktop = await obtainDesktop();
  if (desktop !== undefined) return { executable: desktop, args: [] };
  const launcher = join(root, "tools", "vscode", "launch.ts");
  return {
    executable: process.execPath,
    args: ["--import", import.meta.resolve("tsx"), launcher],
  };
}

async function prepareWorkspace(workspace: string): Promise<void> {
  await cp(join(root, "examples"), join(workspace, "examples"), { recursive: true });
  await mkdir(join(workspace, ".vscode"));
  await writeFile(join(workspace, ".vscode", "settings.json"), JSON.stringify(settings));
  await writeFixtures(workspace);
}

/** Many files are opened; what a window does beside checking them only takes time. */
const settings = {
  ...calmSettings,
  "breadcrumbs.enabled": false,
  // In a browser files are saved after a while, which would mingle with what a test saves.
  "files.autoSave": "off",
  "editor.minimap.enabled": false,
  "git.enabled": false,
};

async function bundleSuite(wantedTests: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [join(root, "test", "vscode", "suite.ts")],
    bundle: true,
    write: false,
    format: "cjs",
    platform: "browser",
    target: "es2022",
    external: ["vscode"],
    // The suites are imported for their effects alone, which the manifest says that no module has.
    ignoreAnnotations: true,
    define: { wantedTests: JSON.stringify(wantedTests) },
    logLevel: "warning",
  });
  const [suite] = outputFiles;
  if (suite === undefined) throw new Error("esbuild gave no bundle.");
  return suite.contents;
}

async function readResults(workspace: string): Promise<Results> {
  const text = await readFile(join(workspace, "results.json"), "utf8").catch(() => undefined);
  return text === undefined ? { passed: 0, failed: 0 } : (JSON.parse(text) as Results);
}

interface Options {
  readonly hosts: readonly Host[];
  /** A regular expression for the titles of the tests to run. */
  readonly wanted: string;
  /** Where the counts are written for another program. */
  readonly report: string | undefined;
}

function optionsFrom(args: readonly string[]): Options {
  const { host, only, report } = parseArgs({
    args: [...args],
    options: {
      host: { type: "string", default: "both" },
      only: { type: "string", default: "" },
      report: { type: "string" },
    },
  }).values;
  if (host === "both") return { hosts: ["node", "web"], wanted: only, report };
  if (host === "node" || host === "web") return { hosts: [host], wanted: only, report };
  throw new Error(`--host is node, web or both, not "${host}".`);
}

const options = optionsFrom(process.argv.slice(2));
const { passed, failed } = await run(options);
process.stdout.write(`vscode: ${String(passed)} passed, ${String(failed)} failed\n`);
if (options.report !== undefined)
  await writeFile(options.report, JSON.stringify({ passed, failed }));
// A run in which nothing was tested is no success.
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
