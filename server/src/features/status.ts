import { type BYOBDocument } from "../documents/document.js";
import { type Status } from "../protocol/messages.js";
import { formatMessage } from "../text/message.js";
import { toRange } from "./lsp.js";

export function status({ source, parts, unread }: BYOBDocument): Status {
  return {
    parts: parts.map(({ kind, dialect, reason, span }) => ({
      kind,
      dialect,
      reason: formatMessage(reason),
      range: toRange(source, span),
    })),
    notice: unread,
  };
}
