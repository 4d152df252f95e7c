import { join } from "node:path";
import { type ExtensionContext } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { clientOptions } from "./client-options.js";
import { startSession, type Session } from "./session.js";
import { type Shown } from "./shown.js";

let session: Session | undefined;

/** Starts the server in a process of its own. */
export async function activate(context: ExtensionContext): Promise<Shown> {
  const module = context.asAbsolutePath(join("dist", "server.cjs"));
  const client = new LanguageClient(
    "byob",
    "BYOB",
    {
      run: { module, transport: TransportKind.ipc },
      debug: {
        module,
        transport: TransportKind.ipc,
        options: { execArgv: ["--nolazy", "--inspect=6009"] },
      },
    },
    clientOptions(context),
  );
  session = await startSession(client, context);
  return session.shown;
}

export async function deactivate(): Promise<void> {
  await session?.stop();
}
