import { type TextDocument, ViewColumn } from "vscode";
import { awaitFindings, open, replaceText } from "./editor.js";

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

async function openSentinel(): Promise<TextDocument> {
  return await open("fixtures/sentinel/cors.json", ViewColumn.Two);
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
