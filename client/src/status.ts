import {
  Disposable,
  languages,
  window,
  workspace,
  LanguageStatusSeverity,
  l10n,
  type TextDocument,
} from "vscode";
import { type BaseLanguageClient } from "vscode-languageclient";
import {
  settingsNotification,
  statusRequest,
  type Status,
} from "../../server/src/protocol/messages.js";
import { type ShownStatus, type Watchable } from "./shown.js";

const kindNames: Readonly<Record<string, string>> = {
  address: l10n.t("storage address"),
  environment: l10n.t("W&B settings"),
  cors: l10n.t("CORS configuration"),
  policy: l10n.t("policy"),
  "key-policy": l10n.t("KMS key policy"),
  lifecycle: l10n.t("lifecycle rules"),
  "google-iam": l10n.t("IAM bindings"),
  "azure-identity": l10n.t("federated credential"),
};

/** Matches no file, so that nothing is shown. */
const nowhere = { language: "byob-none" };

/** A language status item that names what the file at hand was recognized as, and why. */
export function showStatus(
  client: BaseLanguageClient,
  shown: Watchable<ShownStatus | undefined>,
): Disposable {
  const item = languages.createLanguageStatusItem("byob.recognized", nowhere);
  item.name = "BYOB";
  item.severity = LanguageStatusSeverity.Information;
  const update = async (document: TextDocument | undefined): Promise<void> => {
    if (document === undefined || client.code2ProtocolConverter.asUri(document.uri) === "") return;
    const uri = client.code2ProtocolConverter.asUri(document.uri);
    const status = await client.sendRequest(statusRequest, { uri });
    if (window.activeTextEditor?.document !== document) return;
    const text = textOf(status);
    const detail = [...new Set(status.parts.map(({ reason }) => reason))].slice(0, 3).join(" ");
    item.selector = text === undefined ? nowhere : { pattern: "**/*" };
    item.text = text ?? "";
    item.detail = detail;
    item.command = status.parts.some(({ kind }) => kind === "policy" || kind === "key-policy")
      ? { command: "byob.setPolicyType", title: l10n.t("Set Policy Type") }
      : undefined;
    shown.set({ uri: document.uri.toString(), text, detail });
  };
  let pending: ReturnType<typeof setTimeout> | undefined;
  const soon = (document: TextDocument | undefined): void => {
    clearTimeout(pending);
    pending = setTimeout(() => {
      void update(document).catch(() => undefined);
    }, 100);
  };
  soon(window.activeTextEditor?.document);
  return Disposable.from(
    item,
    window.onDidChangeActiveTextEditor((editor) => {
      soon(editor?.document);
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document === window.activeTextEditor?.document) soon(document);
    }),
    client.onNotification(settingsNotification, () => {
      soon(window.activeTextEditor?.document);
    }),
    new Disposable(() => {
      clearTimeout(pending);
    }),
  );
}

/** What a file was recognized as, or why it was not read; nothing where it holds nothing. */
function textOf(status: Status): string | undefined {
  if (status.notice === "too-large") return l10n.t("BYOB: file too large");
  if (status.notice === "reader-missing") return l10n.t("BYOB: Terraform reader not available");
  return status.parts.length > 0 ? `BYOB: ${summary(status)}` : undefined;
}

/** The kinds of a file's parts, each once, with how many there are. */
function summary({ parts }: Status): string {
  const counts = new Map<string, number>();
  for (const { kind, detail } of parts) {
    if (kind === "environment" && parts.some((other) => other.kind === "address")) continue;
    const name = kindNames[kind] ?? kind;
    const label = detail === undefined ? name : `${name} (${detail})`;
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return [...counts]
    .map(([label, count]) => (count > 1 ? `${label} × ${String(count)}` : label))
    .join(", ");
}
