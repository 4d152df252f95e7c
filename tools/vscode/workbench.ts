import { pathToFileURL } from "node:url";
import { type Page } from "playwright-core";

/** What a window is opened with, as the desktop's command line has it. */
export interface WorkbenchOptions {
  readonly folder: string;
  readonly openFile?: string;
  readonly extensionDevelopmentPath?: string;
  readonly extensionTestsPath?: string;
}

/**
 * The address of a window. An extension under development is heeded only with
 * --enable-smoke-test-driver.
 */
export function workbenchUrl(server: string, { folder, ...files }: WorkbenchOptions): string {
  const url = new URL(server);
  const payload = Object.entries(files).map(([name, path]) => [name, remote(url, path)]);
  url.searchParams.set("folder", pathToFileURL(folder).pathname);
  if (payload.length > 0) url.searchParams.set("payload", JSON.stringify(payload));
  return url.href;
}

/**
 * How the workbench names files of the machine its server runs on. The authority must be the one
 * it gives to extensions too: by their address it finds the host a test belongs to.
 */
function remote(server: URL, path: string): string {
  return `vscode-remote://${server.host}${pathToFileURL(path).pathname}`;
}

export interface Automation {
  /** The exit code of the test run, once it has ended. */
  readonly exit: Promise<number>;
}

/** Answers the two functions by which a workbench under test tells what it writes and how it ends. */
export async function automate(
  page: Page,
  log: (type: string, text: string) => void,
): Promise<Automation> {
  const { promise, resolve } = withResolver<number>();
  await page.exposeFunction("codeAutomationExit", resolve);
  await page.exposeFunction("codeAutomationLog", (type: string, args: readonly unknown[]) => {
    log(type, args.map((arg) => (typeof arg === "string" ? arg : JSON.stringify(arg))).join(" "));
  });
  return { exit: promise };
}

function withResolver<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
