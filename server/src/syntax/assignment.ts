import { type SourceText } from "../text/source-text.js";
import { type Located, type Span } from "../text/span.js";

/** A line or a word that gives a name a value: `NAME=value`, in whatever host. */
export interface Assignment {
  readonly name: Located<string>;
  /** The value as the host's reader means it. */
  readonly value: SourceText;
  /** The value as it is written, quotes included. */
  readonly valueSpan: Span;
  readonly quote: "none" | "single" | "double" | "other";
  /** Stretches of the value that the host fills in later, in value offsets. */
  readonly holes: readonly Span[];
}

/** Where a variable's name ends that begins at `start`; `start` itself where none does. */
export function nameEnd(text: string, start: number, further = ""): number {
  let end = start;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    const isDigit = code >= 48 && code <= 57;
    const isLetter = (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95;
    const isFurther = end > start && further.includes(text.charAt(end));
    if (!isLetter && !isFurther && !(isDigit && end > start)) break;
    end += 1;
  }
  return end;
}

export function isBlank(character: string): boolean {
  return character === " " || character === "\t";
}

/** The offset of the first character from `start` on that is no space or tab. */
export function skipBlanks(text: string, start: number, end: number): number {
  let offset = start;
  while (offset < end && isBlank(text.charAt(offset))) offset += 1;
  return offset;
}

/** Where the line ends that `start` is in, before its line break. */
export function lineEnd(text: string, start: number): number {
  const newline = text.indexOf("\n", start);
  const end = newline < 0 ? text.length : newline;
  return end > start && text.charAt(end - 1) === "\r" ? end - 1 : end;
}

/** Where the line begins that follows the one that `start` is in. */
export function nextLine(text: string, start: number): number {
  const newline = text.indexOf("\n", start);
  return newline < 0 ? text.length : newline + 1;
}
