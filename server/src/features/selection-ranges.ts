import { type Position, type SelectionRange } from "vscode-languageserver-types";
import { type BYOBDocument } from "../documents/document.js";
import { type AnyPart } from "../documents/part.js";
import { type Address } from "../model/address/address.js";
import { placeAt } from "../syntax/place.js";
import { type Member, type Value } from "../syntax/value.js";
import { locate } from "../text/source-text.js";
import { contains, type Span } from "../text/span.js";
import { toRange } from "./lsp.js";

/** What a selection grows to at each position: text, value, member, list, statement, document. */
export function selectionRanges(
  { source, parts }: BYOBDocument,
  positions: readonly Position[],
): SelectionRange[] | null {
  if (parts.length === 0) return null;
  return positions.map((position) => {
    const offset = source.offsetAt(position);
    const spans = parts.flatMap((part) => spansOf(part, offset));
    let range: SelectionRange | undefined;
    for (const span of nested(spans, offset)) {
      range = { range: toRange(source, span), ...(range === undefined ? {} : { parent: range }) };
    }
    return range ?? { range: { start: position, end: position } };
  });
}

/** Those around an offset that lie in one another, the widest first. */
function nested(spans: readonly Span[], offset: number): readonly Span[] {
  const around = spans
    .filter(({ start, end }) => start <= offset && offset <= end)
    .toSorted((a, b) => b.end - b.start - (a.end - a.start));
  const kept: Span[] = [];
  for (const span of around) {
    const last = kept.at(-1);
    if (last === undefined) kept.push(span);
    else if (contains(last, span) && !contains(span, last)) kept.push(span);
  }
  return kept;
}

function spansOf(part: AnyPart, offset: number): readonly Span[] {
  switch (part.kind) {
    case "policy":
    case "key-policy":
    case "cors":
      return [part.span, ...treeSpans(part.model.tree.root, offset)];
    case "address":
      return [part.span, ...addressSpans(part.model)];
    case "lifecycle":
    case "google-iam":
    case "azure-identity":
      return [];
    case "environment":
      return part.model.variables.flatMap(({ nameSpan, valueSpan }) => [
        nameSpan,
        valueSpan,
        { start: nameSpan.start, end: Math.max(nameSpan.end, valueSpan.end) },
      ]);
  }
}

function treeSpans(root: Value | undefined, offset: number): readonly Span[] {
  const place = root === undefined ? undefined : placeAt(root, offset);
  if (place === undefined) return [];
  const { values, key } = place;
  return [
    ...values.flatMap((value) => [value.span, ...contentSpan(value)]),
    ...values.flatMap((value) =>
      value.kind === "object" ? memberSpans(value.members, offset) : [],
    ),
    ...(key === undefined ? [] : [key.key.span, ...contentSpan(key.key)]),
  ];
}

function memberSpans(members: readonly Member[], offset: number): readonly Span[] {
  return members
    .map(({ span }) => span)
    .filter(({ start, end }) => start <= offset && offset <= end);
}

/** What stands between the quotes. */
function contentSpan(value: Value): readonly Span[] {
  return value.kind === "string" && value.value !== ""
    ? [locate(value.content, 0, value.content.value.length)]
    : [];
}

function addressSpans({
  whole,
  scheme,
  user,
  password,
  host,
  port,
  bucket,
  account,
  container,
  path,
  parameters,
}: Address): readonly Span[] {
  const components = [whole, scheme, user, password, host, port, bucket, account, container, path];
  return [
    ...components.flatMap((component) => (component === undefined ? [] : [component.span])),
    ...parameters.flatMap(({ name, value }) => [
      name.span,
      ...(value === undefined ? [] : [value.span, { start: name.span.start, end: value.span.end }]),
    ]),
  ];
}
