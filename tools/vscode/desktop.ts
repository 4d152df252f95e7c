import { downloadAndUnzipVSCode, SilentReporter } from "@vscode/test-electron";
import { cached } from "./cache.js";

/** The version that the pinned code-server carries too, so that both ways test the same VS Code. */
const version = "1.139.1";

/** A refused download must not hold up a run: there is another way to a VS Code. */
const patience = 5_000;

/** The executable of a desktop VS Code, or nothing where none can be had or shown. */
export async function obtainDesktop(): Promise<string | undefined> {
  const given = process.env["VSCODE_EXECUTABLE"];
  if (given) return given;
  if (!hasDisplay()) return undefined;
  try {
    const folder = await cached(`desktop-${version}`, async (cachePath) => {
      await download(cachePath);
    });
    return await download(folder);
  } catch {
    return undefined;
  }
}

/** Finds a build that is already in the folder without asking the network. */
async function download(cachePath: string): Promise<string> {
  return await downloadAndUnzipVSCode({
    version,
    cachePath,
    timeout: patience,
    reporter: new SilentReporter(),
  });
}

/** Electron ends at once on a Linux that has no screen. */
function hasDisplay(): boolean {
  const { DISPLAY: x11, WAYLAND_DISPLAY: wayland } = process.env;
  return process.platform !== "linux" || Boolean(x11 ?? wayland);
}
