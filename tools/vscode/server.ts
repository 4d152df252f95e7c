import { type ChildProcessByStdio, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type Readable } from "node:stream";
import { obtainCodeServer } from "./code-server.js";

/** A VS Code server that listens on this machine only. */
export interface Server {
  readonly url: string;
  stop(): Promise<void>;
}

export interface ServerOptions {
  /** Holds everything the server writes: settings, state and extensions. */
  readonly profile: string;
  /** Further arguments, of which `--help` of the server tells. */
  readonly args?: readonly string[];
}

/** What turns VS Code into an editor that shows nothing but the work at hand. */
export const calmSettings = {
  "chat.disableAIFeatures": true,
  "extensions.ignoreRecommendations": true,
  "git.openRepositoryInParentFolders": "never",
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
} as const;

export async function startServer({ profile, args = [] }: ServerOptions): Promise<Server> {
  const { node, main } = await obtainCodeServer();
  const data = join(profile, "user-data");
  await mkdir(join(data, "Machine"), { recursive: true });
  await writeFile(join(data, "Machine", "settings.json"), JSON.stringify(calmSettings));
  const child = spawn(
    node,
    [
      main,
      "--host=127.0.0.1",
      "--port=0",
      "--without-connection-token",
      "--accept-server-license-terms",
      "--disable-telemetry",
      "--disable-workspace-trust",
      "--disable-experiments",
      `--user-data-dir=${data}`,
      `--extensions-dir=${join(profile, "extensions")}`,
      `--server-data-dir=${join(profile, "server")}`,
      ...args,
    ],
    // A group of its own, so that the extension hosts it starts can be ended with it.
    { env: environment(), stdio: ["ignore", "pipe", "pipe"], detached: true },
  );
  const stop = async (): Promise<void> => {
    const exited = child.exitCode === null && child.signalCode === null && once(child, "exit");
    kill(child);
    await exited;
  };
  process.once("exit", () => {
    kill(child);
  });
  try {
    return { url: `http://127.0.0.1:${await listening(child)}/`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

type ServerProcess = ChildProcessByStdio<null, Readable, Readable>;

/** Without code-server's own variable the build is the plain VS Code server. */
function environment(): NodeJS.ProcessEnv {
  return { ...process.env, CODE_SERVER_PARENT_PID: undefined, NODE_OPTIONS: undefined };
}

async function listening(child: ServerProcess): Promise<string> {
  const lines: string[] = [];
  const port = new Promise<string>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", () => {
      reject(new Error(`The VS Code server did not start.\n${lines.join("\n")}`));
    });
    for (const stream of [child.stdout, child.stderr]) {
      createInterface(stream).on("line", (line) => {
        lines.push(line);
        const found = /Extension host agent listening on (?<port>\d+)/.exec(line)?.groups?.["port"];
        if (found !== undefined) resolve(found);
      });
    }
  });
  return await port;
}

/** Ends the server and all it started at once. It is also called while this process exits. */
function kill({ pid, exitCode, signalCode }: ServerProcess): void {
  if (pid === undefined || exitCode !== null || signalCode !== null) return;
  if (process.platform === "win32") {
    spawnSync("taskkill", ["/pid", String(pid), "/t", "/f"], { stdio: "ignore" });
  } else {
    process.kill(-pid, "SIGKILL");
  }
}
