import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Page } from "playwright-core";
import { launchBrowser } from "./vscode/browser.js";
import { packagedExtension } from "./vscode/package.js";
import { calmSettings, startServer } from "./vscode/server.js";
import { workbenchUrl } from "./vscode/workbench.js";

const root = fileURLToPath(new URL("../", import.meta.url));

/** Takes the README's pictures in a real VS Code that has the packaged extension installed. */
async function takeScreenshots(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "byob-vscode-"));
  const browser = await launchBrowser();
  try {
    const workspace = await prepareWorkspace(folder);
    const server = await startServer({
      profile: join(folder, "profile"),
      args: ["--start-server", `--install-extension=${await packagedExtension(root)}`],
    });
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 640 } });
      page.setDefaultTimeout(patience);
      const openFile = join(workspace, "faulty", "aws", "cors.json");
      await page.goto(workbenchUrl(server.url, { folder: workspace, openFile }));
      await page.locator(squiggle).first().waitFor();
      await closeChat(page);
      await mkdir(pictures, { recursive: true });
      await takeProblems(page);
      await takeHover(page);
      await takeQuickFix(page);
    } finally {
      await server.stop();
    }
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** A busy machine may take long to open its first window. */
const patience = 120_000;

const pictures = join(root, "docs", "images");
const squiggle = ".monaco-editor .squiggly-error";

/** The side bar of the chat stays open, though empty, where the chat is turned off. */
async function closeChat(page: Page): Promise<void> {
  const sideBar = page.locator(".part.auxiliarybar");
  if (!(await sideBar.isVisible())) return;
  await page.keyboard.press("Control+Alt+B");
  await sideBar.waitFor({ state: "hidden" });
}

async function takeProblems(page: Page): Promise<void> {
  await page.keyboard.press("Control+Shift+M");
  await page.locator(".markers-panel .monaco-list-row").nth(1).waitFor();
  await take(page, "problems");
  await page.keyboard.press("Control+J");
  await page.locator(".markers-panel").waitFor({ state: "hidden" });
}

async function takeHover(page: Page): Promise<void> {
  await page.locator(squiggle).last().hover({ force: true });
  await page.locator(".monaco-hover", { hasText: "Quick Fix..." }).waitFor();
  await take(page, "hover");
  await page.keyboard.press("Escape");
}

async function takeQuickFix(page: Page): Promise<void> {
  await page.locator(squiggle).last().click({ force: true });
  await page.keyboard.press("Control+.");
  await page.locator(".action-widget .monaco-list-row.action").first().waitFor();
  await take(page, "quick-fix");
}

async function take(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(pictures, `${name}.png`), animations: "disabled" });
}

/** A copy, so that what the window writes does not end up among the examples. */
async function prepareWorkspace(folder: string): Promise<string> {
  const workspace = join(folder, "examples");
  await cp(join(root, "examples"), workspace, { recursive: true });
  await mkdir(join(workspace, ".vscode"), { recursive: true });
  await writeFile(join(workspace, ".vscode", "settings.json"), JSON.stringify(settings));
  return workspace;
}

/** What makes a picture small and easy to read. */
const settings = {
  ...calmSettings,
  "breadcrumbs.enabled": false,
  "editor.fontSize": 15,
  "editor.minimap.enabled": false,
  "editor.renderLineHighlight": "none",
  "editor.stickyScroll.enabled": false,
  "workbench.layoutControl.enabled": false,
};

await takeScreenshots();
