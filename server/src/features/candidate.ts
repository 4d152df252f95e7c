import {
  CompletionItemKind,
  InsertTextFormat,
  type CompletionItem,
} from "vscode-languageserver-types";
import { type TextDocument } from "vscode-languageserver-textdocument";
import { type Span } from "../text/span.js";
import { toRange } from "./lsp.js";

/** Something that can be written at a place, whatever the kind of part. */
export interface Candidate {
  readonly label: string;
  readonly kind: "key" | "value" | "rule" | "address";
  /** What takes the place of `span`, as the document writes it. */
  readonly newText: string;
  readonly span: Span;
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  /** What typed text is compared with; the new text where absent. */
  readonly filterText?: string;
  readonly isSnippet?: boolean;
  /** Set where the new text brings JSON's own quotes and brackets, which no other host reads. */
  readonly needsJson?: boolean;
}

const kinds = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  rule: CompletionItemKind.Struct,
  address: CompletionItemKind.Reference,
} as const;

/** Candidates as an editor takes them; their order is kept. */
export function toCompletionItem(
  source: TextDocument,
  candidate: Candidate,
  index: number,
): CompletionItem {
  const { label, kind, newText, span, detail, documentation, filterText, isSnippet } = candidate;
  return {
    label,
    kind: kinds[kind],
    textEdit: { range: toRange(source, span), newText },
    sortText: String(index).padStart(4, "0"),
    filterText: filterText ?? newText,
    ...(detail === undefined ? {} : { detail }),
    ...(documentation === undefined
      ? {}
      : { documentation: { kind: "markdown", value: documentation } }),
    ...(isSnippet === true ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
  };
}
