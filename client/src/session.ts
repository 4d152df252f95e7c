import { type ExtensionContext, type Range } from "vscode";
import { type BaseLanguageClient } from "vscode-languageclient";
import { registerCommands } from "./commands.js";
import { maskSecrets } from "./mask.js";
import { setPolicyTypes } from "./policy-type.js";
import { watchable, type Shown, type ShownStatus } from "./shown.js";
import { showStatus } from "./status.js";

/** A running server and what shows its answers. */
export interface Session {
  readonly shown: Shown;
  readonly stop: () => Promise<void>;
}

export async function startSession(
  client: BaseLanguageClient,
  context: ExtensionContext,
): Promise<Session> {
  await client.start();
  const status = watchable<ShownStatus | undefined>(undefined);
  const masks = watchable<ReadonlyMap<string, readonly Range[]>>(new Map());
  context.subscriptions.push(
    status,
    masks,
    showStatus(client, status),
    registerCommands(client),
    setPolicyTypes(client),
    maskSecrets(client, masks),
  );
  return { shown: { status, masks }, stop: () => client.stop() };
}
