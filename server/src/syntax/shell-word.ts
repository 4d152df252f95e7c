import { type SourceText } from "../text/source-text.js";
import { type Span } from "../text/span.js";
import { lineEnd, type Assignment } from "./assignment.js";
import { createDecoding, type Decoding } from "./decoding.js";
import { expansionEnd, continuationLength } from "./shell-expansion.js";

/** A word as the shell reads it. */
export interface WordText {
  readonly content: SourceText;
  readonly holes: readonly Span[];
  readonly quote: Assignment["quote"];
  /** Behind its last character. */
  readonly end: number;
  /** The expansions in it, as they are written. */
  readonly kept: ReadonlySet<string>;
}

interface Reading {
  readonly text: string;
  readonly decoding: Decoding;
  readonly holes: Span[];
  readonly kept: Set<string>;
}

/** Reads the word that begins at an offset; an empty one where none does. */
export function readWordText(source: SourceText, start: number): WordText {
  const text = source.value;
  const reading: Reading = {
    text,
    decoding: createDecoding(source),
    holes: [],
    kept: new Set(),
  };
  const quotes = new Set<Assignment["quote"]>();
  let offset = start;
  let contentEnd = start;
  while (offset < text.length && !endsWord(text, start, offset)) {
    const character = text.charAt(offset);
    if (character === "'" || character === '"') {
      quotes.add(character === "'" ? "single" : "double");
      const quoted = character === "'" ? readSingle(reading, offset) : readDouble(reading, offset);
      contentEnd = quoted.contentEnd;
      offset = quoted.end;
    } else if (character === "$" && text.charAt(offset + 1) === "'") {
      quotes.add("other");
      offset = readAnsi(reading, offset);
      contentEnd = offset;
    } else {
      quotes.add("none");
      offset = readBare(reading, offset);
      contentEnd = offset;
    }
  }
  const [only = "none", ...others] = quotes;
  const content = reading.decoding.finish(contentEnd, (written) => written);
  const { holes, kept } = reading;
  return { content, holes, quote: others.length > 0 ? "other" : only, end: offset, kept };
}

/**
 * Whether the word ends here. An `&` ends it too, but one within an address, followed by a
 * parameter, was meant to belong to it: the address is read as it was meant, and a rule says what the shell does.
 */
function endsWord(text: string, start: number, offset: number): boolean {
  const character = text.charAt(offset);
  if (character === "&") {
    const before = text.slice(Math.max(start, offset - 600), offset);
    const isParameter = /^&\w+=/.test(text.slice(offset, offset + 40));
    return !(isParameter && before.includes("://") && before.includes("?"));
  }
  return " \t\r\n;|()<>".includes(character) && !isAngle(text, offset);
}

/** `<bucket>` in an example is a place to fill in, though a shell would redirect. */
function isAngle(text: string, offset: number): boolean {
  const character = text.charAt(offset);
  if (character === "<") return /^<[\w-]+>/.test(text.slice(offset, offset + 60));
  if (character !== ">") return false;
  return /<[\w-]+$/.test(text.slice(Math.max(0, offset - 60), offset));
}

function readBare(reading: Reading, offset: number): number {
  const { text, decoding } = reading;
  if (text.charAt(offset) === "\\") {
    const hidden = continuationLength(text, offset);
    if (hidden > 0) return offset + hidden;
    if (offset + 1 >= text.length) {
      decoding.copy(offset, offset + 1);
      return offset + 1;
    }
    decoding.put(text.charAt(offset + 1), offset, offset + 2);
    return offset + 2;
  }
  const expansion = readExpansion(reading, offset);
  if (expansion > offset) return expansion;
  let end = offset + 1;
  while (end < text.length && isOrdinary(text.charCodeAt(end))) end += 1;
  decoding.copy(offset, end);
  return end;
}

/** Letters, digits and the marks from `%` to `:` that mean nothing to a shell. */
function isOrdinary(code: number): boolean {
  const isLetter = (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  return isLetter || (code >= 42 && code <= 58) || code === 37 || code === 61 || code === 95;
}

function readExpansion({ text, decoding, holes, kept }: Reading, offset: number): number {
  const end = expansionEnd(text, offset);
  if (end <= offset) return offset;
  const at = decoding.length();
  decoding.copy(offset, end);
  holes.push({ start: at, end: decoding.length() });
  kept.add(text.slice(offset, end));
  return end;
}

interface Quoted {
  readonly contentEnd: number;
  readonly end: number;
}

/** A quote that is never closed ends with its line, as it is still being typed. */
function readSingle({ text, decoding }: Reading, open: number): Quoted {
  const close = text.indexOf("'", open + 1);
  const contentEnd = close < 0 ? lineEnd(text, open) : close;
  decoding.copy(open + 1, contentEnd);
  return { contentEnd, end: close < 0 ? contentEnd : close + 1 };
}

function readDouble(reading: Reading, open: number): Quoted {
  const { text, decoding } = reading;
  const close = closingDouble(text, open);
  const contentEnd = close ?? lineEnd(text, open);
  let offset = open + 1;
  let run = offset;
  const flush = (): void => {
    decoding.copy(run, offset);
  };
  while (offset < contentEnd) {
    const character = text.charAt(offset);
    if (character === "\\") {
      const hidden = continuationLength(text, offset);
      const isEscape = offset + 1 < contentEnd && '\\"$`'.includes(text.charAt(offset + 1));
      flush();
      if (isEscape) decoding.put(text.charAt(offset + 1), offset, offset + 2);
      else if (hidden === 0) decoding.copy(offset, offset + 1);
      offset = Math.min(offset + (isEscape ? 2 : Math.max(hidden, 1)), contentEnd);
      run = offset;
      continue;
    }
    if ((character === "$" || character === "`") && expansionEnd(text, offset) <= contentEnd) {
      flush();
      run = offset;
      const end = readExpansion(reading, offset);
      if (end > offset) {
        offset = end;
        run = end;
        continue;
      }
    }
    offset += 1;
  }
  flush();
  return { contentEnd, end: close === undefined ? contentEnd : close + 1 };
}

/** The quote that closes a double-quoted text; those within an expansion do not. */
function closingDouble(text: string, open: number): number | undefined {
  let offset = open + 1;
  while (offset < text.length) {
    const character = text.charAt(offset);
    if (character === '"') return offset;
    if (character === "\\") offset += 2;
    else offset = Math.max(expansionEnd(text, offset), offset + 1);
  }
  return undefined;
}

const ansi: Readonly<Record<string, string>> = {
  n: "\n",
  r: "\r",
  t: "\t",
  "'": "'",
  '"': '"',
  "\\": "\\",
};

/** `$'…'`, with the escapes of C. */
function readAnsi({ text, decoding }: Reading, start: number): number {
  let offset = start + 2;
  while (offset < text.length && text.charAt(offset) !== "'" && text.charAt(offset) !== "\n") {
    const meant = text.charAt(offset) === "\\" ? ansi[text.charAt(offset + 1)] : undefined;
    if (meant === undefined) {
      decoding.copy(offset, offset + 1);
      offset += 1;
    } else {
      decoding.put(meant, offset, offset + 2);
      offset += 2;
    }
  }
  return text.charAt(offset) === "'" ? offset + 1 : offset;
}
