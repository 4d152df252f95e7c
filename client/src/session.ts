import { type ExtensionContext } from "vscode";
import { type BaseLanguageClient } from "vscode-languageclient";
import { registerCommands } from "./commands.js";
import { maskSecrets } from "./mask.js";
import { setPolicyTypes } from "./policy-type.js";
import { showStatus } from "./status.js";

/** A running server and what shows its answers. */
export interface Session {
  readonly stop: () => Promise<void>;
}

export async function startSession(
  client: BaseLanguageClient,
  context: ExtensionContext,
): Promise<Session> {
  await client.start();
  context.subscriptions.push(
    showStatus(client),
    registerCommands(client),
    setPolicyTypes(client),
    maskSecrets(client),
  );
  return { stop: () => client.stop() };
}
