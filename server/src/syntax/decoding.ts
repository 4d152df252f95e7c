import { composeText, locate, type Segment, type SourceText } from "../text/source-text.js";
import { type Span } from "../text/span.js";

/**
 * Collects a decoded text piece by piece, and where each piece was read. Offsets are those of the
 * text that is being decoded, and must not decrease.
 */
export interface Decoding {
  /** Takes a stretch as it is. */
  copy(start: number, end: number): void;
  /** Takes `text` for a stretch that means it: an escape, a folded line break. */
  put(text: string, start: number, end: number): void;
  length(): number;
  /** The decoded text; `end` is where an empty one stands, or where this one ends. */
  finish(end: number, encode: (text: string) => string): SourceText;
  /** Where the given stretches of the source ended up in the decoded text; the empty ones left out. */
  project(spans: readonly Span[]): readonly Span[];
}

export function createDecoding(source: SourceText): Decoding {
  let value = "";
  const segments: Segment[] = [];
  const push = (text: string, start: number, end: number): void => {
    if (text === "") return;
    const last = segments.at(-1);
    const continues =
      last?.length === last?.documentLength &&
      text.length === end - start &&
      last !== undefined &&
      last.documentAt + last.length === start;
    // Pieces that stand one behind the other are one, so that a text read by the character stays small.
    if (last !== undefined && continues) {
      const length = last.length + text.length;
      segments[segments.length - 1] = { ...last, length, documentLength: length };
      value += text;
      return;
    }
    segments.push({
      at: value.length,
      length: text.length,
      documentAt: start,
      documentLength: end - start,
    });
    value += text;
  };
  return {
    copy: (start, end) => {
      push(source.value.slice(start, end), start, end);
    },
    put: push,
    length: () => value.length,
    finish: (end, encode) => composeText(source, value, segments, encode, end),
    project: (spans) => spans.flatMap((span) => projectSpan(segments, span)),
  };
}

function projectSpan(segments: readonly Segment[], span: Span): Span[] {
  let start: number | undefined;
  let end = 0;
  for (const segment of segments) {
    const segmentEnd = segment.documentAt + segment.documentLength;
    if (segmentEnd <= span.start || segment.documentAt >= span.end) continue;
    const linear = segment.length === segment.documentLength;
    const from = linear ? Math.max(span.start - segment.documentAt, 0) : 0;
    const to = linear ? Math.min(span.end - segment.documentAt, segment.length) : segment.length;
    start ??= segment.at + from;
    end = segment.at + to;
  }
  return start === undefined ? [] : [{ start, end }];
}

/** Where text goes that is inserted right behind the character before `offset`. */
export function behind(source: SourceText, offset: number): Span {
  const { end } = offset > 0 ? locate(source, offset - 1, offset) : locate(source, 0, 0);
  return { start: end, end };
}
