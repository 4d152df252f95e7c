import {
  commands,
  ConfigurationTarget,
  type Disposable,
  l10n,
  window,
  workspace,
  type QuickPickItem,
  type TextDocument,
} from "vscode";
import { type BaseLanguageClient } from "vscode-languageclient";
import { policyTypeRequest } from "../../server/src/protocol/messages.js";

interface TypeItem extends QuickPickItem {
  /** A value of the setting; `auto` takes the choice back. */
  readonly type: string;
}

function typeItems(): readonly TypeItem[] {
  return [
    {
      type: "auto",
      label: l10n.t("Detect from Content"),
      description: l10n.t("Based on what the statements contain"),
    },
    { type: "bucket", label: l10n.t("S3 Bucket Policy") },
    { type: "key", label: l10n.t("KMS Key Policy") },
    {
      type: "identity",
      label: l10n.t("Identity Policy"),
      description: l10n.t("Attached to a user, group, or role"),
    },
    {
      type: "trust",
      label: l10n.t("Trust Policy"),
      description: l10n.t("Controls which principals can assume a role"),
    },
    { type: "coreweave-bucket", label: l10n.t("CoreWeave Bucket Policy") },
    { type: "coreweave-organization", label: l10n.t("CoreWeave Organization Policy") },
    { type: "minio", label: l10n.t("MinIO Policy") },
    {
      type: "none",
      label: l10n.t("Do Not Check"),
      description: l10n.t("Turns off policy checks for this file"),
    },
  ];
}

/** The command that says what the policies of the file at hand are, where their content does not. */
export function setPolicyTypes(client: BaseLanguageClient): Disposable {
  return commands.registerCommand("byob.setPolicyType", async (given?: unknown) => {
    const document = window.activeTextEditor?.document;
    if (document === undefined) return;
    const chosen =
      typeIn(given) ??
      (
        await window.showQuickPick(typeItems(), {
          title: l10n.t("Select the type of the policies in this file"),
        })
      )?.type;
    if (chosen === undefined) return;
    const uri = client.code2ProtocolConverter.asUri(document.uri);
    const isSaved = await saveInWorkspace(document, chosen);
    await client.sendRequest(policyTypeRequest, { uri, type: isSaved ? null : chosen });
  });
}

/** A keyboard shortcut may name the type itself. */
function typeIn(given: unknown): string | undefined {
  return typeItems().find(({ type }) => type === given)?.type;
}

/** Writes the choice where the team shares it; a text outside of a folder has no such place. */
async function saveInWorkspace(document: TextDocument, type: string): Promise<boolean> {
  if (workspace.getWorkspaceFolder(document.uri) === undefined) return false;
  const glob = workspace.asRelativePath(document.uri, false).replaceAll(/[*?{}[\]]/g, "?");
  const configuration = workspace.getConfiguration("byob");
  const written =
    configuration.inspect<Record<string, string>>("policyTypes")?.workspaceValue ?? {};
  const others = Object.entries(written).filter(([other]) => other !== glob);
  // Kept last, since the last glob that matches counts. Without others there is nothing to overrule.
  const inForce = configuration.get<Record<string, string>>("policyTypes", {});
  const isAlone = Object.keys(inForce).every((other) => other === glob);
  const entry = type === "auto" && isAlone ? [] : [[glob, type] as const];
  const types = Object.fromEntries([...others, ...entry]);
  try {
    await configuration.update(
      "policyTypes",
      Object.keys(types).length === 0 ? undefined : types,
      ConfigurationTarget.Workspace,
    );
    return true;
  } catch {
    // The settings of a virtual workspace may be read-only.
    return false;
  }
}
