import { firstAt } from "./search.js";
import { applyEdits, type Edit, type Span } from "./span.js";

/**
 * A run of decoded characters and the run of the document that they were read from. Runs of equal
 * length map character by character; any other is one unit (an escape, or a whole base64 text).
 */
export interface Segment {
  /** Offset into the decoded text. */
  readonly at: number;
  readonly length: number;
  /** Offset into the document. */
  readonly documentAt: number;
  readonly documentLength: number;
}

/**
 * Text that stands in a document, perhaps escaped, indented or encoded there: a JSON string, a YAML
 * block, a here-document, a fenced code block, or the document itself.
 */
export interface SourceText {
  /** The text as its reader means it. */
  readonly value: string;
  /**
   * In order, without overlap, together all of `value`. What only the document has lies between. Absent
   * where every character stands for itself, up to `end`, as in nearly all texts.
   */
  readonly segments: readonly Segment[] | undefined;
  /** Where an empty text, or the end of this one, stands in the document. */
  readonly end: number;
  /** How new text is written at this place of the document. */
  readonly encode: (text: string) => string;
  /** Set where a part of the text cannot always be replaced alone. */
  readonly rewrite?: Rewrite | undefined;
}

/** How a text is written anew as a whole: as base64, or in quotes that it does not have yet. */
export interface Rewrite {
  /** What of the document the new writing replaces. */
  readonly span: Span;
  readonly write: (value: string) => string;
  /** Which replacements need it; all of them, where it is absent. */
  readonly isNeeded?: ((newText: string) => boolean) | undefined;
}

const asItIs = (text: string): string => text;

/** The text of a whole document, or of a stretch of it in which every character stands for itself. */
export function plainText(
  value: string,
  documentAt = 0,
  encode: (text: string) => string = asItIs,
): SourceText {
  return { value, segments: undefined, end: documentAt + value.length, encode };
}

/** The runs of a text, the one of a plain text too. */
export function segmentsOf({ value, segments, end }: SourceText): readonly Segment[] {
  if (segments !== undefined) return segments;
  const { length } = value;
  const documentAt = end - length;
  return length > 0 ? [{ at: 0, length, documentAt, documentLength: length }] : [];
}

/** Where a text stands in the document from its first character to its last; nothing if it has none. */
export function extentOf(source: SourceText): Span | undefined {
  const { value, segments, end } = source;
  if (value === "") return undefined;
  const first = segments?.[0];
  const last = segments?.at(-1);
  return first === undefined || last === undefined
    ? { start: end - value.length, end }
    : { start: first.documentAt, end: last.documentAt + last.documentLength };
}

/** Where a stretch of a decoded text stands in the document. */
export function locate(source: SourceText, start: number, end: number): Span {
  if (source.segments === undefined && start < end) {
    return { start: documentOffset(source, start), end: documentOffset(source, end) };
  }
  if (start >= end) {
    const offset = documentOffset(source, start);
    return { start: offset, end: offset };
  }
  const last = segmentAt(source, end - 1);
  const documentEnd =
    last === undefined
      ? source.end
      : last.length === last.documentLength
        ? last.documentAt + (end - last.at)
        : last.documentAt + last.documentLength;
  return { start: documentOffset(source, start), end: documentEnd };
}

/** Replaces a stretch of a decoded text, written as its place in the document needs it. */
export function replaceText(source: SourceText, start: number, end: number, newText: string): Edit {
  const change: Edit = { span: { start, end }, newText };
  if (source.rewrite === undefined) return writeChange(source, change);
  const edit: ChangeEdit = { ...writeChange(source, change), source, change };
  return edit;
}

/** An edit that knows which change of a decoded text it writes. */
interface ChangeEdit extends Edit {
  readonly source: SourceText;
  /** In offsets of the decoded text. */
  readonly change: Edit;
}

function writeChange(source: SourceText, { span, newText }: Edit): Edit {
  return needsRewrite(source, newText)
    ? rewriteText(source, [{ span, newText }])
    : { span: locate(source, span.start, span.end), newText: source.encode(newText) };
}

function needsRewrite({ rewrite }: SourceText, newText: string): boolean {
  return rewrite !== undefined && (rewrite.isNeeded?.(newText) ?? true);
}

function rewriteText({ value, rewrite, end }: SourceText, changes: readonly Edit[]): Edit {
  const span = rewrite?.span ?? { start: end, end };
  return { span, newText: rewrite?.write(applyEdits(value, changes)) ?? "" };
}

/**
 * Edits that belong together, so that all of them can be applied: where one writes a text anew as a
 * whole, it makes the others' changes of that text too.
 */
export function joinEdits(edits: readonly Edit[]): readonly Edit[] {
  if (edits.length < 2) return edits;
  const joined: Edit[] = [];
  const rewritten = new Set<SourceText>();
  const changes = edits.filter(isChangeEdit);
  for (const edit of edits) {
    if (!isChangeEdit(edit)) {
      joined.push(edit);
      continue;
    }
    const { source } = edit;
    const same = changes.filter((other) => other.source === source).map(({ change }) => change);
    if (!same.some(({ newText }) => needsRewrite(source, newText))) {
      joined.push(edit);
    } else if (!rewritten.has(source)) {
      rewritten.add(source);
      joined.push(rewriteText(source, same));
    }
  }
  return joined;
}

export function isChangeEdit(edit: Edit): edit is ChangeEdit {
  return "change" in edit;
}

/** A stretch of a decoded text as a text of its own. */
export function sliceText(source: SourceText, start: number, end: number): SourceText {
  if (source.segments === undefined && source.rewrite === undefined) {
    return plainText(source.value.slice(start, end), documentOffset(source, start), source.encode);
  }
  return composeText(
    source,
    source.value.slice(start, end),
    [{ at: 0, length: end - start, documentAt: start, documentLength: end - start }],
    asItIs,
    end,
  );
}

/**
 * A text that was decoded from another decoded text: `segments` say where in `outer.value` each run
 * of `value` stands.
 */
export function composeText(
  outer: SourceText,
  value: string,
  segments: readonly Segment[],
  encode: (text: string) => string,
  outerEnd: number,
): SourceText {
  const composed: Segment[] = [];
  const shift = outer.segments === undefined ? outer.end - outer.value.length : undefined;
  for (const segment of segments) {
    if (shift !== undefined) {
      composed.push({ ...segment, documentAt: segment.documentAt + shift });
      continue;
    }
    if (segment.length !== segment.documentLength) {
      const span = locate(outer, segment.documentAt, segment.documentAt + segment.documentLength);
      composed.push({
        at: segment.at,
        length: segment.length,
        documentAt: span.start,
        documentLength: span.end - span.start,
      });
      continue;
    }
    pushLinear(outer, segment, composed);
  }
  const written = {
    value,
    segments: composed,
    end: documentOffset(outer, outerEnd),
    encode: encode === asItIs ? outer.encode : (text: string) => outer.encode(encode(text)),
  };
  const { rewrite } = outer;
  if (rewrite === undefined) return written;
  const start = segments[0]?.documentAt ?? outerEnd;
  const write = (changed: string): string =>
    rewrite.write(outer.value.slice(0, start) + encode(changed) + outer.value.slice(outerEnd));
  const { span, isNeeded } = rewrite;
  return {
    ...written,
    rewrite: { span, write, isNeeded: isNeeded && ((newText) => isNeeded(encode(newText))) },
  };
}

/** Splits a run that maps character by character where the outer text's own runs are split. */
function pushLinear(outer: SourceText, segment: Segment, composed: Segment[]): void {
  let at = segment.at;
  let offset = segment.documentAt;
  const end = segment.documentAt + segment.documentLength;
  while (offset < end) {
    const outerSegment = segmentAt(outer, offset);
    if (outerSegment === undefined) return;
    const length = Math.min(end, outerSegment.at + outerSegment.length) - offset;
    if (length <= 0) return;
    const linear = outerSegment.length === outerSegment.documentLength;
    composed.push({
      at,
      length,
      documentAt: linear
        ? outerSegment.documentAt + (offset - outerSegment.at)
        : outerSegment.documentAt,
      documentLength: linear ? length : outerSegment.documentLength,
    });
    at += length;
    offset += length;
  }
}

/** The decoded offset of a place in the document: the inverse of `locate`, for places in this text. */
export function offsetIn(source: SourceText, documentAt: number): number {
  if (source.segments === undefined) return documentAt - source.end + source.value.length;
  const [only] = source.segments;
  if (source.segments.length === 1 && only?.length === only?.documentLength) {
    return documentAt - (only?.documentAt ?? 0) + (only?.at ?? 0);
  }
  // The first segment that ends behind the place: segments stand in the order of the document.
  const { segments } = source;
  const index = firstAt(segments.length, (each) => {
    const { documentAt: start = 0, documentLength = 0 } = segments[each] ?? {};
    return documentAt < start + documentLength;
  });
  const found = segments[index];
  if (found === undefined) return source.value.length;
  const { at, length, documentAt: start, documentLength } = found;
  if (documentAt < start) return at;
  return length === documentLength ? at + (documentAt - start) : at;
}

function documentOffset(source: SourceText, offset: number): number {
  const { value, segments, end } = source;
  if (segments === undefined) return end - value.length + Math.min(offset, value.length);
  const segment = segmentAt(source, offset);
  if (segment === undefined) {
    // At or past the end: behind the last character, where an insertion would go.
    return source.end;
  }
  return segment.length === segment.documentLength
    ? segment.documentAt + (offset - segment.at)
    : segment.documentAt;
}

function segmentAt(source: SourceText, offset: number): Segment | undefined {
  const segments = segmentsOf(source);
  let low = 0;
  let high = segments.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const segment = segments[middle];
    if (segment === undefined) return undefined;
    if (offset < segment.at) high = middle - 1;
    else if (offset >= segment.at + segment.length) low = middle + 1;
    else return segment;
  }
  return undefined;
}
