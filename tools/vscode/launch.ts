import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { launchBrowser } from "./browser.js";
import { startServer } from "./server.js";
import { automate, type WorkbenchOptions, workbenchUrl } from "./workbench.js";

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
      timeout: { type: "string", default: "120" },
    },
    strict: false,
    allowPositionals: true,
  });
  const text = (value: string | boolean | undefined): string | undefined =>
    typeof value === "string" ? value : undefined;
  const profile =
    text(values["user-data-dir"]) ?? (await mkdtemp(join(tmpdir(), "byob-vscode-profile-")));
  const seconds = Number(text(values.timeout));
  try {
    return await runTests(profile, seconds, {
      folder: positionals[0] ?? process.cwd(),
      extensionDevelopmentPath: text(values.extensionDevelopmentPath),
      extensionTestsPath: text(values.extensionTestsPath),
      extensionDevelopmentKind: text(values.extensionDevelopmentKind),
    });
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function runTests(
  profile: string,
  seconds: number,
  options: WorkbenchOptions,
): Promise<number> {
  const browser = await launchBrowser();
  const server = await startServer({
    profile,
    // Should this process be killed, its server goes by itself once nobody is connected.
    args: ["--enable-smoke-test-driver", "--enable-remote-auto-shutdown"],
  });
  const heldBack: string[] = [];
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const { exit } = await automate(page, (type, line) => {
      if (isResult(line) || isVerbose) process.stdout.write(`${line}\n`);
      else heldBack.push(`[${type}] ${line}`);
    });
    await page.goto(workbenchUrl(server.url, options));
    const code = await within(seconds, exit);
    if (code !== 0) process.stderr.write(tail(heldBack));
    return code;
  } catch (error) {
    process.stderr.write(tail(heldBack));
    throw error;
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** VS Code writes a great deal that is no result; it is of interest only when a run fails. */
function isResult(line: string): boolean {
  return line.startsWith("vscode: ");
}

const isVerbose = Boolean(process.env["BYOB_VERBOSE"]);

function tail(lines: readonly string[]): string {
  return lines
    .slice(-40)
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

process.exitCode = await launch(process.argv.slice(2));
