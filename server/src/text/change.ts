import { type Span } from "./span.js";

/** What turns one version of a text into the next: a stretch of the first gives way to another. */
export interface Change {
  /** In offsets of the first version; the longest head and tail that both share lie outside. */
  readonly span: Span;
  /** How far what follows moves. */
  readonly shift: number;
}

/** The change between two versions of a text. */
export function changeBetween(before: string, after: string): Change {
  const shift = after.length - before.length;
  const start = sharedHead(before, after);
  let end = before.length;
  const least = Math.max(start, start - shift);
  while (
    end - least > block &&
    before.slice(end - block, end) === after.slice(end + shift - block, end + shift)
  ) {
    end -= block;
  }
  while (end > least && before.charCodeAt(end - 1) === after.charCodeAt(end + shift - 1)) end -= 1;
  return { span: { start, end }, shift };
}

/** Texts are compared in blocks first, since nearly all of one version is in the next. */
const block = 512;

function sharedHead(before: string, after: string): number {
  const most = Math.min(before.length, after.length);
  let at = 0;
  while (at + block < most && before.slice(at, at + block) === after.slice(at, at + block)) {
    at += block;
  }
  while (at < most && before.charCodeAt(at) === after.charCodeAt(at)) at += 1;
  return at;
}

/** How far a stretch of the first version has moved; nothing for one that the change touched. */
export function movedBy({ span, shift }: Change, { start, end }: Span): number | undefined {
  return end <= span.start ? 0 : start >= span.end ? shift : undefined;
}
