import { type Range } from "vscode-languageserver-types";
import { type BYOBDocument } from "../documents/document.js";
import { formatMessage } from "../text/message.js";
import { toRange } from "./lsp.js";

/** What a document was recognized as, and why. */
export interface Status {
  readonly parts: readonly {
    readonly kind: string;
    readonly dialect: string | undefined;
    readonly reason: string;
    readonly range: Range;
  }[];
  readonly notice: "too-large" | "reader-missing" | undefined;
}

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
