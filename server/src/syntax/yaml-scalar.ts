import { type CST } from "yaml";
import { type SourceText, locate } from "../text/source-text.js";
import { type Span } from "../text/span.js";
import { createDecoding, type Decoding } from "./decoding.js";
import { type StringValue } from "./value.js";

export type ScalarStyle = "plain" | "single" | "double" | "literal" | "folded";

/** A scalar as it stands in the text. */
export interface Scalar {
  readonly start: number;
  readonly end: number;
  readonly style: ScalarStyle;
  /** A block scalar's token, which knows its header. */
  readonly block: CST.BlockScalar | undefined;
  /** The column of the collection around it. */
  readonly indent: number;
}

/**
 * Reads a scalar's characters. `masked` decides how they are read and `source` what they are; the
 * two differ only in the stretches `hidden` within the scalar, which become holes.
 */
export function readScalar(
  source: SourceText,
  masked: string,
  hidden: readonly Span[],
  scalar: Scalar,
): StringValue {
  const decoding = createDecoding(source);
  const { end, encode } = decode(masked, scalar, unmasking(source.value, masked, decoding));
  const content = decoding.finish(end, encode);
  return {
    kind: "string",
    span: locate(source, scalar.start, scalar.end),
    value: content.value,
    content,
    holes: decoding.project(hidden),
  };
}

/** Where a mask reads as a line break, the text that it hides is taken instead. */
function unmasking(text: string, masked: string, decoding: Decoding): Decoding {
  return {
    ...decoding,
    put: (meant, start, end) => {
      const isMask = text.slice(start, end) !== masked.slice(start, end);
      if (isMask && meant.length === end - start) decoding.copy(start, end);
      else decoding.put(meant, start, end);
    },
  };
}

interface Decoded {
  /** Where the scalar's text ends. */
  readonly end: number;
  readonly encode: (text: string) => string;
}

function decode(text: string, scalar: Scalar, decoding: Decoding): Decoded {
  const { start, end, style, block, indent } = scalar;
  const breakWith = `\n\n${" ".repeat(indent + 2)}`;
  const closed = (quote: string): number =>
    end - start > 1 && text[end - 1] === quote ? end - 1 : end;
  switch (style) {
    case "plain":
      decodeLines(text, start, end, decoding, () => undefined);
      return { end, encode: (added) => added.replaceAll("\n", breakWith) };
    case "single": {
      const close = closed("'");
      decodeLines(text, start + 1, close, decoding, (offset) => {
        if (text[offset] !== "'" || text[offset + 1] !== "'" || offset + 2 > close)
          return undefined;
        decoding.put("'", offset, offset + 2);
        return offset + 2;
      });
      return {
        end: close,
        encode: (added) => added.replaceAll("'", "''").replaceAll("\n", breakWith),
      };
    }
    case "double": {
      const close = closed('"');
      decodeLines(text, start + 1, close, decoding, (offset) =>
        text[offset] === "\\" ? decodeEscape(text, offset, close, decoding) : undefined,
      );
      return { end: close, encode: escapeDouble };
    }
    case "literal":
    case "folded":
      return block === undefined
        ? { end, encode: escapeDouble }
        : decodeBlock(text, block, decoding);
  }
}

/** Reads the lines of a flow scalar: a line break is a space, and n + 1 of them are n breaks. */
function decodeLines(
  text: string,
  start: number,
  end: number,
  decoding: Decoding,
  special: (offset: number) => number | undefined,
): void {
  let offset = start;
  let copied = start;
  while (offset < end) {
    const blank = blankAt(text, offset, end);
    if (blank.end > offset) {
      if (blank.breaks > 0) {
        decoding.copy(copied, offset);
        decoding.put(blank.breaks === 1 ? " " : "\n".repeat(blank.breaks - 1), offset, blank.end);
        copied = blank.end;
      }
      offset = blank.end;
      continue;
    }
    if (text[offset] === "'" || text[offset] === "\\") {
      decoding.copy(copied, offset);
      copied = offset;
      const next = special(offset);
      if (next !== undefined) {
        offset = next;
        copied = next;
        continue;
      }
    }
    offset += 1;
  }
  decoding.copy(copied, end);
}

function blankAt(text: string, start: number, limit: number): { end: number; breaks: number } {
  let end = start;
  let breaks = 0;
  while (end < limit) {
    const char = text[end];
    if (char === "\n") breaks += 1;
    else if (char !== " " && char !== "\t" && !(char === "\r" && text[end + 1] === "\n")) break;
    end += 1;
  }
  return { end, breaks };
}

const escapes: ReadonlyMap<string, string> = new Map([
  ["0", "\0"],
  ["a", "\x07"],
  ["b", "\b"],
  ["e", "\x1b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["v", "\v"],
  ["N", "\u0085"],
  ["_", "\u00a0"],
  ["L", "\u2028"],
  ["P", "\u2029"],
  [" ", " "],
  ['"', '"'],
  ["/", "/"],
  ["\\", "\\"],
  ["\t", "\t"],
]);

const escapedDigits: ReadonlyMap<string, number> = new Map([
  ["x", 2],
  ["u", 4],
  ["U", 8],
]);

/** Reads the escape at a backslash and gives the offset behind it. */
function decodeEscape(text: string, offset: number, end: number, decoding: Decoding): number {
  const letter = text[offset + 1] ?? "";
  const escaped = escapes.get(letter);
  if (escaped !== undefined && offset + 2 <= end) {
    decoding.put(escaped, offset, offset + 2);
    return offset + 2;
  }
  const lineBreak = letter === "\n" ? 2 : letter === "\r" && text[offset + 2] === "\n" ? 3 : 0;
  if (lineBreak > 0) {
    let next = offset + lineBreak;
    while (next < end && (text[next] === " " || text[next] === "\t")) next += 1;
    return next;
  }
  const digits = escapedDigits.get(letter);
  const codeEnd = offset + 2 + (digits ?? 0);
  const code = text.slice(offset + 2, codeEnd);
  if (digits !== undefined && codeEnd <= end && /^[0-9a-f]+$/iu.test(code)) {
    const point = parseInt(code, 16);
    if (point <= 0x10ffff) {
      decoding.put(String.fromCodePoint(point), offset, codeEnd);
      return codeEnd;
    }
  }
  const next = Math.min(offset + 2, end);
  decoding.copy(offset, next);
  return next;
}

interface BlockLine {
  readonly start: number;
  /** Behind the spaces at its start. */
  readonly text: number;
  /** Before its line break. */
  readonly end: number;
}

/**
 * Reads a block scalar. Which line breaks count follows the `yaml` package line by line, so that both
 * always read the same value.
 */
function decodeBlock(text: string, block: CST.BlockScalar, decoding: Decoding): Decoded {
  const header = block.props[0];
  const headerText = header !== undefined && "source" in header ? header.source : "|";
  const folded = headerText.startsWith(">");
  const chomp = Array.from(headerText).find((char) => char === "-" || char === "+");
  const explicit = Number(Array.from(headerText).find((char) => char >= "1" && char <= "9") ?? "0");
  let start = block.offset;
  for (const token of block.props) if ("source" in token) start += token.source.length;
  const end = start + block.source.length;
  const lines = block.source === "" ? [] : linesOf(text, start, end);

  let chompStart = lines.findLastIndex((line) => line.text < line.end) + 1;
  const contentStart = lines.findIndex((line) => line.text < line.end);
  if (contentStart < 0) {
    const breaks = chomp === "+" && lines.length > 0 ? Math.max(1, lines.length - 1) : 0;
    decoding.put("\n".repeat(breaks), start, end);
    return { end, encode: encodeBlock(folded, " ".repeat(block.indent + (explicit || 2))) };
  }
  const first = lines[contentStart];
  const trim =
    explicit > 0 || first === undefined ? block.indent + explicit : first.text - first.start;
  const bodyOf = (line: BlockLine): number => Math.min(line.start + trim, line.text);
  for (let i = lines.length - 1; i >= chompStart; i -= 1) {
    const line = lines[i];
    if (line !== undefined && line.text - line.start > trim) chompStart = i + 1;
  }

  for (const [i, line] of lines.slice(0, contentStart).entries()) {
    decoding.copy(bodyOf(line), line.text);
    decoding.put("\n", line.text, lines[i + 1]?.start ?? end);
  }
  let separator = "";
  let deeperBefore = false;
  let consumed = lines[contentStart]?.start ?? start;
  for (const line of lines.slice(contentStart, chompStart)) {
    const deeper =
      line.text - line.start > trim || (text[line.text] === "\t" && line.text < line.end);
    if (folded && !deeper && line.text === line.end) {
      if (separator === "\n") {
        decoding.put("\n", consumed, line.start);
        consumed = line.start;
      } else separator = "\n";
      continue;
    }
    if (folded && deeper) {
      if (separator === " ") separator = "\n";
      else if (!deeperBefore && separator === "\n") separator = "\n\n";
    }
    decoding.put(separator, consumed, line.start);
    decoding.copy(bodyOf(line), line.end);
    consumed = line.end;
    separator = folded && !deeper ? " " : "\n";
    deeperBefore = deeper;
  }
  if (chomp === "+") {
    const before = decoding.length();
    for (const line of lines.slice(chompStart)) {
      decoding.put("\n", consumed, line.start);
      decoding.copy(bodyOf(line), line.text);
      consumed = line.end;
    }
    if (decoding.length() === before) decoding.put("\n", consumed, end);
  } else if (chomp === undefined) {
    const next = lines[chompStart]?.start ?? end;
    decoding.put("\n", Math.min(consumed, next), next);
    consumed = next;
  }
  return { end: consumed, encode: encodeBlock(folded, " ".repeat(trim)) };
}

function linesOf(text: string, start: number, end: number): BlockLine[] {
  const lines: BlockLine[] = [];
  let lineStart = start;
  for (;;) {
    const newline = text.indexOf("\n", lineStart);
    const last = newline < 0 || newline >= end;
    let lineEnd = last ? end : newline;
    if (text[lineEnd - 1] === "\r" && lineEnd > lineStart) lineEnd -= 1;
    let content = lineStart;
    while (content < lineEnd && text[content] === " ") content += 1;
    lines.push({ start: lineStart, text: content, end: lineEnd });
    if (last) return lines;
    lineStart = newline + 1;
  }
}

/** In a folded block a single line break is a space, except next to a line that is indented deeper. */
function encodeBlock(folded: boolean, indent: string): (text: string) => string {
  return (text) => {
    const lines = text.split("\n");
    return lines
      .map((line, i) => {
        if (i === 0) return line;
        const before = i > 1 ? lines[i - 1] : "";
        const kept = !folded || startsBlank(line) || startsBlank(before ?? "");
        return `${kept ? "\n" : "\n\n"}${line === "" ? "" : indent}${line}`;
      })
      .join("");
  };
}

function startsBlank(line: string): boolean {
  return line.startsWith(" ") || line.startsWith("\t");
}

/** JSON's escapes are all YAML's too. */
export function escapeDouble(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
