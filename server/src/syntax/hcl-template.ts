import { locate, type SourceText } from "../text/source-text.js";
import { type Span } from "../text/span.js";
import { createDecoding, type Decoding } from "./decoding.js";
import { type StringValue } from "./value.js";

/** A string that was read, and where it ends in the HCL text. */
export interface ReadString {
  readonly string: StringValue;
  readonly end: number;
  readonly closed: boolean;
  /** Where escapes are that HCL does not know, and interpolations that are not closed. */
  readonly troubles: readonly Trouble[];
}

interface Trouble {
  readonly at: number;
  readonly code: "bad-escape" | "unclosed";
}

/** Templates within interpolations within templates: deeper ones are taken as text. */
const maxDepth = 20;

/** A longer interpolation is taken as text; this also bounds the search for its end. */
const maxLength = 4000;

const escapes: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ['"', '"'],
  ["\\", "\\"],
]);

/**
 * Reads `"…"` at its opening quote. One that is not closed ends with its line. Where its end is known,
 * interpolations may span lines.
 */
export function readQuoted(source: SourceText, start: number, knownEnd?: number): ReadString {
  const text = source.value;
  const limit = knownEnd ?? text.length;
  const decoding = createDecoding(source);
  const holes: Span[] = [];
  const troubles: Trouble[] = [];
  let offset = start + 1;
  while (offset < limit) {
    const char = text[offset];
    if (char === '"' || char === "\n" || (char === "\r" && text[offset + 1] === "\n")) break;
    const next =
      troubles.length > maxUnclosed
        ? undefined
        : readSequence(text, offset, limit, knownEnd !== undefined, decoding, holes);
    if (next !== undefined) offset = next;
    else if (char === "\\") offset = readEscape(text, offset, decoding, troubles);
    else {
      if (opensSequence(text, offset)) troubles.push({ at: offset, code: "unclosed" });
      decoding.copy(offset, offset + 1);
      offset += 1;
    }
  }
  const closed = text[offset] === '"';
  const content = decoding.finish(offset, escapeQuoted);
  const end = closed ? offset + 1 : offset;
  const span = locate(source, start, end);
  return {
    string: { kind: "string", span, value: content.value, content, holes },
    end,
    closed,
    troubles,
  };
}

/** A text as it stands between double quotes. */
export function escapeQuoted(text: string): string {
  // HCL knows fewer short escapes than JSON, but all of its `\u` ones.
  const escaped = JSON.stringify(text).slice(1, -1);
  const known = escaped
    .replaceAll("\\\\", "\\\0")
    .replaceAll("\\b", "\\u0008")
    .replaceAll("\\f", "\\u000c")
    .replaceAll("\\\0", "\\\\");
  return escapeTemplate(known);
}

function escapeTemplate(text: string): string {
  return text.replaceAll("${", () => "$${").replaceAll("%{", "%%{");
}

function readEscape(text: string, offset: number, decoding: Decoding, troubles: Trouble[]): number {
  const letter = text[offset + 1] ?? "";
  const escaped = escapes.get(letter);
  if (escaped !== undefined) {
    decoding.put(escaped, offset, offset + 2);
    return offset + 2;
  }
  const digits = letter === "u" ? 4 : letter === "U" ? 8 : 0;
  const code = text.slice(offset + 2, offset + 2 + digits);
  if (digits > 0 && code.length === digits && /^[\da-f]+$/i.test(code)) {
    const point = parseInt(code, 16);
    if (point <= 0x10ffff) {
      decoding.put(String.fromCodePoint(point), offset, offset + 2 + digits);
      return offset + 2 + digits;
    }
  }
  troubles.push({ at: offset, code: "bad-escape" });
  decoding.copy(offset, offset + 1);
  return offset + 1;
}

/** Reads `${…}` and `%{…}` as holes, and `$${` and `%%{` as the text that they stand for. */
function readSequence(
  text: string,
  offset: number,
  limit: number,
  multiline: boolean,
  decoding: Decoding,
  holes: Span[],
): number | undefined {
  const char = text[offset];
  if (char !== "$" && char !== "%") return undefined;
  if (text[offset + 1] === char && text[offset + 2] === "{" && offset + 3 <= limit) {
    decoding.put(`${char}{`, offset, offset + 3);
    return offset + 3;
  }
  if (!opensSequence(text, offset)) return undefined;
  const end = interpolationEnd(text, offset + 2, limit, multiline, 0);
  if (end === undefined) return undefined;
  const start = decoding.length();
  decoding.copy(offset, end);
  holes.push({ start, end: decoding.length() });
  return end;
}

function opensSequence(text: string, offset: number): boolean {
  return (text[offset] === "$" || text[offset] === "%") && text[offset + 1] === "{";
}

/** After so many unclosed interpolations in one text the others are taken as text as well. */
const maxUnclosed = 20;

/** Behind the brace that closes an interpolation, brackets and strings within it considered. */
function interpolationEnd(
  text: string,
  start: number,
  limit: number,
  multiline: boolean,
  depth: number,
): number | undefined {
  if (depth > maxDepth) return undefined;
  let open = 1;
  let offset = start;
  const furthest = Math.min(limit, start + maxLength);
  while (offset < furthest) {
    const char = text[offset] ?? "";
    if (char === '"') {
      const end = quotedEnd(text, offset, limit, depth + 1);
      if (end === undefined) return undefined;
      offset = end;
      continue;
    }
    if ("{([".includes(char)) open += 1;
    if ("})]".includes(char)) open -= 1;
    if (open === 0) return offset + 1;
    if (char === "\n" && !multiline && open === 1) return undefined;
    offset += 1;
  }
  return undefined;
}

/** Behind the closing quote of the string that opens at `start`, if it is closed on its line. */
export function quotedEnd(
  text: string,
  start: number,
  limit: number,
  depth = 0,
): number | undefined {
  let offset = start + 1;
  while (offset < limit) {
    const char = text[offset];
    if (char === '"') return offset + 1;
    if (char === "\n") return undefined;
    if ((char === "$" || char === "%") && text[offset + 1] === "{" && text[offset - 1] !== char) {
      const end = interpolationEnd(text, offset + 2, limit, false, depth);
      if (end === undefined) return undefined;
      offset = end;
    } else offset += char === "\\" ? 2 : 1;
  }
  return undefined;
}

interface HeredocLine {
  readonly start: number;
  /** Behind its line break. */
  readonly end: number;
}

/** A here-document's parts. */
interface Heredoc {
  readonly lines: readonly HeredocLine[];
  readonly strips: boolean;
  /** Behind the closing marker. */
  readonly end: number;
  readonly closed: boolean;
}

/** Reads `<<MARKER` or `<<-MARKER`; nothing where the text is no here-document after all. */
export function readHeredoc(source: SourceText, start: number): ReadString | undefined {
  const text = source.value;
  const heredoc = scanHeredoc(text, start);
  if (heredoc === undefined) return undefined;
  const { lines, strips, end, closed } = heredoc;
  const indent = strips ? commonIndent(text, lines) : 0;
  const decoding = createDecoding(source);
  const holes: Span[] = [];
  const troubles: Trouble[] = [];
  const last = lines.at(-1)?.end ?? end;
  const readCharacter = (offset: number): number => {
    const next =
      troubles.length > maxUnclosed
        ? undefined
        : readSequence(text, offset, last, true, decoding, holes);
    if (next !== undefined) return next;
    if (opensSequence(text, offset)) troubles.push({ at: offset, code: "unclosed" });
    if (text[offset] === "\r" && text[offset + 1] === "\n") {
      decoding.put("\n", offset, offset + 2);
      return offset + 2;
    }
    decoding.copy(offset, offset + 1);
    return offset + 1;
  };
  let offset = lines[0]?.start ?? last;
  for (const line of lines) {
    // A line that an interpolation reaches into does not begin with text.
    if (line.start >= offset && strips && !isBlank(text, line)) offset = line.start + indent;
    while (offset < line.end) offset = readCharacter(offset);
  }
  const first = lines[0];
  const indentText =
    strips && first !== undefined ? text.slice(first.start, first.start + indent) : "";
  const content = decoding.finish(last, (added) =>
    escapeTemplate(added)
      .split("\n")
      .map((line, i) => (i === 0 || line === "" ? line : indentText + line))
      .join("\n"),
  );
  const span = locate(source, start, end);
  return {
    string: { kind: "string", span, value: content.value, content, holes },
    end,
    closed,
    troubles,
  };
}

export function scanHeredoc(text: string, start: number): Heredoc | undefined {
  const strips = text[start + 2] === "-";
  const markerStart = start + (strips ? 3 : 2);
  const firstBreak = text.indexOf("\n", markerStart);
  if (firstBreak < 0) return undefined;
  const marker = text.slice(markerStart, firstBreak).trim();
  if (!/^[\p{ID_Start}_][\p{ID_Continue}-]*$/u.test(marker)) return undefined;
  const lines: HeredocLine[] = [];
  let lineStart = firstBreak + 1;
  while (lineStart < text.length) {
    const newline = text.indexOf("\n", lineStart);
    const lineEnd = newline < 0 ? text.length : newline;
    const line = text.slice(lineStart, lineEnd);
    if (line.trim() === marker) {
      const end = lineStart + line.trimEnd().length;
      return { lines, strips, end, closed: true };
    }
    lines.push({ start: lineStart, end: newline < 0 ? lineEnd : lineEnd + 1 });
    lineStart = newline < 0 ? text.length : newline + 1;
  }
  return { lines, strips, end: text.length, closed: false };
}

function isBlank(text: string, { start, end }: HeredocLine): boolean {
  return text.slice(start, end).trim() === "";
}

/** The spaces that all lines begin with; empty ones do not count. */
function commonIndent(text: string, lines: readonly HeredocLine[]): number {
  const indents = lines
    .filter((line) => !isBlank(text, line))
    .map(({ start, end }) => {
      const line = text.slice(start, end);
      return line.length - line.trimStart().length;
    });
  return indents.length === 0 ? 0 : Math.min(...indents);
}
