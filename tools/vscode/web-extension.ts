import { relative, sep } from "node:path";
import { type Page } from "playwright-core";
import { serveFiles } from "./file-server.js";

/** An extension that a window has loaded from the web. */
export interface WebExtension {
  readonly stop: () => void;
}

/**
 * Has the window load the extension over HTTP, as vscode.dev does, which puts it into the web
 * extension host. An address has no argument for that, so it goes into the page's configuration.
 */
export async function loadFromWeb(
  page: Page,
  extensionPath: string,
  testsPath: string,
): Promise<WebExtension> {
  const { url, stop } = await serveFiles(extensionPath);
  const tests = relative(extensionPath, testsPath).split(sep).join("/");
  const developmentOptions = {
    enableSmokeTestDriver: true,
    extensions: [uriOf(url)],
    extensionTestsPath: uriOf(new URL(tests, url)),
  };
  await page.addInitScript(`(${extendConfiguration})(${JSON.stringify({ developmentOptions })})`);
  return { stop };
}

/** Runs in the page, before the workbench reads its configuration from an attribute. */
const extendConfiguration = `(more) => {
  const { getAttribute } = Element.prototype;
  Element.prototype.getAttribute = function (name) {
    const value = getAttribute.call(this, name);
    if (this.id !== "vscode-workbench-web-configuration" || name !== "data-settings") return value;
    return JSON.stringify({ ...JSON.parse(value), ...more });
  };
}`;

function uriOf({ host, pathname }: URL): object {
  // Extensions are found by what their folder's address starts with, which has no last slash.
  return { scheme: "http", authority: host, path: pathname.replace(/\/$/, "") };
}
