import { stat } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { attempt, run } from "./command.js";

const names = [
  "google-chrome",
  "google-chrome-stable",
  "chromium",
  "chromium-browser",
  "chrome",
  "msedge",
  "microsoft-edge",
];

/** Where browsers are installed on systems that do not put them on the PATH. */
const places = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ...["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"].flatMap((name) => {
    const root = process.env[name];
    if (root === undefined) return [];
    return [
      join(root, "Google", "Chrome", "Application", "chrome.exe"),
      join(root, "Microsoft", "Edge", "Application", "msedge.exe"),
    ];
  }),
];

/** Starts a headless browser that makes no requests of its own. */
export async function launchBrowser(): Promise<Browser> {
  return await chromium.launch({
    executablePath: await obtainBrowser(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
}

async function obtainBrowser(): Promise<string> {
  const given = process.env["CHROME_PATH"];
  if (given) return given;
  const found = await findBrowser();
  if (found !== undefined) return found;
  if (await installChromium()) {
    const installed = await findBrowser();
    if (installed !== undefined) return installed;
  }
  throw new Error("VS Code needs a browser here: install Chrome or Chromium, or set CHROME_PATH.");
}

async function findBrowser(): Promise<string | undefined> {
  const suffix = process.platform === "win32" ? ".exe" : "";
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter(Boolean);
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name + suffix)));
  for (const path of [...onPath, ...places]) {
    if (await isFile(path)) return path;
  }
  return undefined;
}

async function isFile(path: string): Promise<boolean> {
  return await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

/** A machine of one's own is left alone: only root on a Debian, as in a container, gets a browser. */
async function installChromium(): Promise<boolean> {
  if (process.getuid?.() !== 0 || (await attempt("apt-get", ["--version"])).code !== 0)
    return false;
  process.stderr.write("vscode: installing Chromium\n");
  await run("apt-get", ["update"]);
  await run("apt-get", ["install", "--yes", "--no-install-recommends", "chromium"]);
  return true;
}
