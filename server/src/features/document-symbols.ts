import { SymbolKind, type DocumentSymbol } from "vscode-languageserver-types";
import { type BYOBDocument } from "../documents/document.js";
import { type AnyPart } from "../documents/part.js";
import { type Address } from "../model/address/address.js";
import { formatMessage, message } from "../text/message.js";
import { type Span } from "../text/span.js";
import { toRange } from "./lsp.js";
import { partDetail } from "./part-detail.js";

/** What an outline calls a part of a document or a piece of it. */
interface Named {
  readonly name: string;
  readonly detail: string;
  readonly kind: SymbolKind;
  readonly span: Span;
  readonly nameSpan: Span;
  readonly children: readonly Named[];
}

/** The statements, rules and addresses of a document, for its outline. */
export function documentSymbols(document: BYOBDocument): DocumentSymbol[] {
  return document.parts.flatMap(symbolsOf).map((named) => toSymbol(document, named));
}

function symbolsOf(part: AnyPart): readonly Named[] {
  switch (part.kind) {
    case "address":
      return [addressSymbol(part.model, part.span)];
    case "lifecycle":
    case "google-iam":
    case "azure-identity":
    case "environment":
      return [];
    case "cors":
      return [
        {
          name: "CORS",
          detail: partDetail(part) ?? "",
          kind: SymbolKind.Object,
          span: part.span,
          nameSpan: part.model.head,
          children: part.model.rules.map(({ node, head, index, methods }) => ({
            name: formatMessage(message("Rule {number}", { number: String(index + 1) })),
            detail: (methods?.items ?? []).map(({ value }) => value).join(", "),
            kind: SymbolKind.Object,
            span: node.span,
            nameSpan: head,
            children: [],
          })),
        },
      ];
    case "policy":
    case "key-policy":
      return [
        {
          name: formatMessage(part.kind === "policy" ? message("Policy") : message("Key policy")),
          detail: partDetail(part) ?? "",
          kind: SymbolKind.Object,
          span: part.span,
          nameSpan: part.model.head,
          children: part.model.statements.map(({ node, head, index, sid, effect }) => ({
            name:
              textOf(sid?.value) ??
              formatMessage(message("Statement {name}", { name: String(index + 1) })),
            detail: textOf(effect?.value) ?? "",
            kind: SymbolKind.Object,
            span: node.span,
            nameSpan: head,
            children: [],
          })),
        },
      ];
  }
}

/**
 * Names an address by what is surely not secret: of a half-typed one, what looks like a host may be
 * the beginning of a key.
 */
function addressSymbol(
  { scheme, host, bucket, account, path, context, head }: Address,
  span: Span,
): Named {
  const isComplete = bucket !== undefined || account !== undefined;
  const name = `${scheme?.text ?? ""}://${isComplete ? host.text + path.text : "…"}`;
  return {
    name: context.name ?? name,
    detail: context.name === undefined ? "" : name,
    kind: SymbolKind.String,
    span,
    nameSpan: head.span,
    children: [],
  };
}

function textOf(
  value: { readonly kind: string; readonly value?: unknown } | undefined,
): string | undefined {
  return typeof value?.value === "string" && value.value !== "" ? value.value : undefined;
}

function toSymbol(document: BYOBDocument, named: Named): DocumentSymbol {
  const { name, detail, kind, span, nameSpan, children } = named;
  const whole = {
    start: Math.min(span.start, nameSpan.start),
    end: Math.max(span.end, nameSpan.end),
  };
  return {
    name: name === "" ? kindName : name,
    detail,
    kind,
    range: toRange(document.source, whole),
    selectionRange: toRange(document.source, nameSpan),
    children: children.map((child) => toSymbol(document, child)),
  };
}

/** Editors refuse a symbol without a name. */
const kindName = "…";
