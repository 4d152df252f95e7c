import { Uri, type ExtensionContext } from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import { clientOptions } from "./client-options.js";
import { startSession, type Session } from "./session.js";
import { type Shown } from "./shown.js";

/** A Web Worker, as the browser's global offers it. */
declare const Worker: new (url: string) => ConstructorParameters<typeof LanguageClient>[2];

let session: Session | undefined;

/** Starts the server in a Web Worker. */
export async function activate(context: ExtensionContext): Promise<Shown> {
  const script = Uri.joinPath(context.extensionUri, "dist", "server.web.js");
  const client = new LanguageClient(
    "byob",
    "BYOB",
    new Worker(script.toString(true)),
    clientOptions(context),
  );
  session = await startSession(client, context);
  return session.shown;
}

export async function deactivate(): Promise<void> {
  await session?.stop();
}
