import { locate, segmentsOf } from "../../server/src/text/source-text.js";
import { type Span } from "../../server/src/text/span.js";
import { type StringValue, type Tree, type Value } from "../../server/src/syntax/value.js";

/** What a tree says, as plain data. An unknown value gives its text, if `text` is the document. */
export function plainOf(
  value: Value | undefined,
  text = "",
  replaced: ReadonlyMap<Value, unknown> = new Map(),
): unknown {
  if (value === undefined) return undefined;
  if (replaced.has(value)) return replaced.get(value);
  switch (value.kind) {
    case "object": {
      const entries = value.members.map(
        ({ key, value: inner }) => [key.value, plainOf(inner, text, replaced)] as const,
      );
      return Object.fromEntries(entries.toReversed());
    }
    case "array":
      return value.items.map((item) => plainOf(item, text, replaced));
    case "null":
      return null;
    case "unknown":
      return { unknown: text.slice(value.span.start, value.span.end) };
    case "string":
    case "number":
    case "boolean":
      return value.value;
  }
}

export function stringsOf(value: Value | undefined): readonly StringValue[] {
  if (value === undefined) return [];
  if (value.kind === "string") return [value];
  if (value.kind === "array") return value.items.flatMap(stringsOf);
  if (value.kind === "object") {
    return value.members.flatMap(({ key, value: inner }) => [key, ...stringsOf(inner)]);
  }
  return [];
}

/** What every reader promises of every text, however broken. */
export function checkTree(text: string, tree: Tree): void {
  for (const { span } of tree.problems) checkSpan(text, span);
  checkValue(text, tree.root);
}

function checkValue(text: string, value: Value | undefined): void {
  if (value === undefined) return;
  checkSpan(text, value.span);
  if (value.kind === "array") for (const item of value.items) checkValue(text, item);
  if (value.kind === "object") {
    for (const member of value.members) {
      checkSpan(text, member.span);
      checkValue(text, member.key);
      checkValue(text, member.value);
    }
  }
  if (value.kind === "string") checkString(text, value);
}

function checkString(text: string, { span, value, content, holes }: StringValue): void {
  claim(content.value === value);
  let at = 0;
  let documentAt = span.start;
  for (const segment of segmentsOf(content)) {
    claim(segment.at === at);
    claim(segment.documentAt >= documentAt);
    at += segment.length;
    documentAt = segment.documentAt + segment.documentLength;
    if (segment.length === segment.documentLength) {
      // A folded line break is a space, and still one character for one.
      const decoded = value.slice(segment.at, at).replace(/\s/g, " ");
      const raw = text.slice(segment.documentAt, documentAt).replace(/\s/g, " ");
      claim(raw === decoded);
    }
  }
  claim(at === value.length);
  claim(documentAt <= span.end);
  checkSpan(text, locate(content, 0, value.length));
  for (const hole of holes) {
    claim(hole.start < hole.end);
    claim(hole.end <= value.length);
  }
}

function checkSpan(text: string, { start, end }: Span): void {
  claim(start >= 0);
  claim(end >= start);
  claim(end <= text.length);
}

/** Properties check too many small things for `expect`, which is slow. */
function claim(condition: boolean): void {
  if (!condition) throw new Error("a reader broke a promise; the stack says which");
}
