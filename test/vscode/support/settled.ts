import { type TextDocument, type Uri, ViewColumn, window, workspace } from "vscode";
import { awaitFindings, fileUri, replaceText } from "./editor.js";

let rounds = 0;

/**
 * Waits until all that was opened or changed before has been checked. A file without findings gives
 * no event that could be awaited; but the server answers in order, so once it has answered for a
 * change made later in another file, it has nothing more to say about the ones before.
 */
export async function settled(): Promise<void> {
  const line = ++rounds;
  const sentinel = await openSentinel();
  await replaceText(sentinel, "\n".repeat(line) + faulty);
  await awaitFindings(sentinel, ([first]) => first?.range.start.line === line);
}

/** Shown beside what is tested, and only once, since showing takes long. */
async function openSentinel(): Promise<TextDocument> {
  const uri = fileUri("fixtures/sentinel/cors.json");
  const shown = window.visibleTextEditors.find(({ document }) => isSame(document.uri, uri));
  if (shown) return shown.document;
  const document = await workspace.openTextDocument(uri);
  const viewColumn = ViewColumn.Two;
  await window.showTextDocument(document, { preview: false, preserveFocus: true, viewColumn });
  return document;
}

function isSame(one: Uri, other: Uri): boolean {
  return one.toString() === other.toString();
}

/** A CORS configuration on one line that hides the ETag from W&B. */
const faulty = JSON.stringify([
  {
    AllowedOrigins: ["https://*.wandb.ai"],
    AllowedMethods: ["GET", "HEAD", "PUT"],
    AllowedHeaders: ["*"],
    ExposeHeaders: ["x-amz-request-id"],
  },
]);
