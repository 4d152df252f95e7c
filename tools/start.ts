import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { attempt } from "./vscode/command.js";
import { packagedExtension } from "./vscode/package.js";
import { startServer } from "./vscode/server.js";

const root = fileURLToPath(new URL("../", import.meta.url));
const examples = join(root, "examples");

/** Opens the desktop's VS Code where there is one, and VS Code in a browser elsewhere. */
async function start(isSmoke: boolean): Promise<void> {
  if (!isSmoke && (await openDesktop())) say("VS Code is opening.");
  else await serve(isSmoke);
}

async function openDesktop(): Promise<boolean> {
  const args = [`--extensionDevelopmentPath=${root}`, examples];
  const { code } =
    process.platform === "win32"
      ? await attempt("cmd.exe", ["/c", "code", ...args])
      : await attempt("code", args);
  return code === 0;
}

/** The extension is installed as its user would, so that it runs in any window on the server. */
async function serve(isSmoke: boolean): Promise<void> {
  const profile = await mkdtemp(join(tmpdir(), "byob-vscode-"));
  try {
    const server = await startServer({
      profile,
      args: [
        "--start-server",
        `--install-extension=${await packagedExtension(root)}`,
        `--default-folder=${examples}`,
      ],
    });
    say(`VS Code is at ${server.url}`);
    if (isSmoke) await checkAnswer(server.url);
    else await interrupted();
    await server.stop();
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function checkAnswer(url: string): Promise<void> {
  const { ok, status } = await fetch(url);
  if (!ok) throw new Error(`VS Code answered with status ${String(status)}.`);
}

async function interrupted(): Promise<void> {
  say("Press Ctrl+C to end it.");
  await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

const { smoke } = parseArgs({ options: { smoke: { type: "boolean", default: false } } }).values;
await start(smoke);
