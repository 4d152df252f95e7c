/** A half-open range of UTF-16 offsets into a document's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A value together with the text it was read from. */
export interface Located<T> {
  readonly value: T;
  readonly span: Span;
}

/** One replacement. An edit with an empty span inserts; one with empty text deletes. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/** Whether `inner` lies within `outer`; touching ends count. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether the two spans share a place; touching ends count, so a cursor at a span's end is in it. */
export function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** Applies edits that do not overlap. Insertions at one place keep their order. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let result = "";
  let offset = 0;
  for (const { span, newText } of ordered) {
    result += text.slice(offset, span.start) + newText;
    offset = span.end;
  }
  return result + text.slice(offset);
}

/** Whether two edits can not both be applied. */
export function overlap(a: Edit, b: Edit): boolean {
  const [first, second] = a.span.start <= b.span.start ? [a, b] : [b, a];
  return (
    first.span.end > second.span.start ||
    (first.span.start === second.span.start && first.span.end === second.span.end)
  );
}
