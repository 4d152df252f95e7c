import { type BYOBDocument } from "../documents/document.js";
import { type Status } from "../protocol/messages.js";
import { formatMessage } from "../text/message.js";
import { toRange } from "./lsp.js";
import { partDetail } from "./part-detail.js";

export function status({ source, parts, unread }: BYOBDocument): Status {
  return {
    parts: parts.map((part) => ({
      kind: part.kind,
      detail: partDetail(part),
      reason: formatMessage(part.reason),
      range: toRange(source, part.span),
    })),
    notice: unread,
  };
}
