import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { launchBrowser } from "./browser.js";
import { startServer } from "./server.js";
import { loadFromWeb, type WebExtension } from "./web-extension.js";
import { automate, workbenchUrl } from "./workbench.js";

/**
 * Stands in for the desktop's executable: it takes the arguments that @vscode/test-electron starts
 * one with, runs the tests in a VS Code in a headless browser, and ends with their exit code.
 */
async function launch(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      extensionDevelopmentPath: { type: "string" },
      extensionTestsPath: { type: "string" },
      extensionDevelopmentKind: { type: "string" },
      "user-data-dir": { type: "string" },
      timeout: { type: "string", default: "600" },
    },
    strict: false,
    allowPositionals: true,
  });
  const text = (name: keyof typeof values): string => {
    const value = values[name];
    if (typeof value !== "string") throw new Error(`--${name} is missing.`);
    return value;
  };
  const profile =
    values["user-data-dir"] === undefined
      ? await mkdtemp(join(tmpdir(), "byob-vscode-profile-"))
      : text("user-data-dir");
  try {
    return await runTests({
      profile,
      seconds: Number(text("timeout")),
      isWeb: values.extensionDevelopmentKind === "web",
      folder: positionals[0] ?? process.cwd(),
      extension: text("extensionDevelopmentPath"),
      tests: text("extensionTestsPath"),
    });
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 3 });
  }
}

interface TestRun {
  readonly profile: string;
  readonly seconds: number;
  readonly isWeb: boolean;
  readonly folder: string;
  readonly extension: string;
  readonly tests: string;
}

async function runTests({
  profile,
  seconds,
  isWeb,
  folder,
  extension,
  tests,
}: TestRun): Promise<number> {
  const browser = await launchBrowser();
  const server = await startServer({
    profile,
    // Should this process be killed, its server goes by itself once nobody is connected.
    args: ["--enable-smoke-test-driver", "--enable-remote-auto-shutdown"],
  });
  const heldBack: string[] = [];
  let results = 0;
  let web: WebExtension | undefined;
  try {
    // The page may not read from another port, where a web extension is; vscode.dev reads from any.
    const page = await browser.newPage({ bypassCSP: isWeb });
    const { exit } = await automate(page, (type, line) => {
      if (isResult(line)) results++;
      if (isVerbose || isResult(line)) process.stdout.write(`${line}\n`);
      else if (type === "error" && !isNoise(line)) heldBack.push(headOf(line));
    });
    if (isWeb) web = await loadFromWeb(page, extension, tests);
    const underTest = { extensionDevelopmentPath: extension, extensionTestsPath: tests };
    const url = workbenchUrl(server.url, isWeb ? { folder } : { folder, ...underTest });
    await page.goto(url, { waitUntil: "commit", timeout: 0 });
    const code = await within(seconds, exit);
    if (code !== 0 && results === 0) process.stderr.write(tail(heldBack));
    return code;
  } catch (error) {
    process.stderr.write(tail(heldBack));
    throw error;
  } finally {
    await browser.close();
    await server.stop();
    web?.stop();
  }
}

/** VS Code writes a great deal that is no result; it is of interest only when a run fails. */
function isResult(line: string): boolean {
  return line.startsWith("vscode: ");
}

const isVerbose = Boolean(process.env["BYOB_VERBOSE"]);

/** A build without its native modules, a gallery and an account does without them, but not quietly. */
function isNoise(line: string): boolean {
  return /bindings file|native-watchdog|spdlog|ENOTFOUND|DEP0169|trace-deprecation|Service Worker|authentication provider/.test(
    line,
  );
}

/** The message without all but the nearest places of its stack. */
function headOf(line: string): string {
  return line.split("\n").slice(0, 4).join("\n");
}

function tail(lines: readonly string[]): string {
  return lines
    .slice(-20)
    .map((line) => `${line}\n`)
    .join("");
}

async function within<T>(seconds: number, awaited: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`The tests did not end within ${String(seconds)} s.`));
    }, seconds * 1000);
  });
  return await Promise.race([awaited, late]).finally(() => {
    clearTimeout(timer);
  });
}

// A process that exits of itself takes its server along; one that dies of a signal would not.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(signal, () => process.exit(1));
}

process.exitCode = await launch(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return 1;
});
