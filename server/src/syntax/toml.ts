import { locate, sliceText, type SourceText } from "../text/source-text.js";
import { lineEnd, nextLine, type Assignment } from "./assignment.js";
import { createDecoding } from "./decoding.js";

/** The strings of one table, each under its key; those of a list stand under the list's. */
export type TomlTable = readonly Assignment[];

interface Reader {
  readonly source: SourceText;
  readonly text: string;
  readonly tables: Assignment[][];
  offset: number;
}

/** Deeper lists and tables are passed over. */
const deepest = 50;

/**
 * Reads the strings of a TOML file, table by table. Nothing but a string can be an address or hold a
 * document, so that dates and numbers are passed over; what is broken costs its line.
 */
export function readToml(source: SourceText): readonly TomlTable[] {
  const first: Assignment[] = [];
  const reader: Reader = { source, text: source.value, tables: [first], offset: 0 };
  let table = first;
  for (;;) {
    skipSpace(reader, true);
    const { text, offset } = reader;
    if (offset >= text.length) return reader.tables;
    if (text.charAt(offset) === "[") {
      table = [];
      reader.tables.push(table);
      reader.offset = nextLine(text, offset);
    } else {
      if (!readPair(reader, table, 0)) reader.offset = lineEnd(text, reader.offset);
      // Whatever stands behind a value on its line means nothing.
      reader.offset = nextLine(text, reader.offset);
    }
  }
}

function skipSpace(reader: Reader, lines: boolean): void {
  const { text } = reader;
  for (;;) {
    const character = text.charAt(reader.offset);
    if (character === " " || character === "\t" || character === "\uFEFF") reader.offset += 1;
    else if (lines && (character === "\n" || character === "\r")) reader.offset += 1;
    else if (character === "#") reader.offset = lineEnd(text, reader.offset);
    else return;
  }
}

/** `key = value`; says whether there was one. */
function readPair(reader: Reader, table: Assignment[], depth: number): boolean {
  let name: Assignment["name"] | undefined;
  for (;;) {
    name = readKey(reader);
    if (name === undefined) return false;
    skipSpace(reader, false);
    if (reader.text.charAt(reader.offset) !== ".") break;
    reader.offset += 1;
    skipSpace(reader, false);
  }
  if (reader.text.charAt(reader.offset) !== "=") return false;
  reader.offset += 1;
  skipSpace(reader, false);
  readValue(reader, name, table, depth);
  return true;
}

function readKey(reader: Reader): Assignment["name"] | undefined {
  const { source, text, offset: start } = reader;
  const mark = text.charAt(start);
  if (mark === '"' || mark === "'") {
    const { value } = readString(reader, mark);
    return { value: value.value, span: locate(value, 0, value.value.length) };
  }
  while (/[\w-]/.test(text.charAt(reader.offset))) reader.offset += 1;
  const end = reader.offset;
  if (end === start) return undefined;
  return { value: text.slice(start, end), span: locate(source, start, end) };
}

function readValue(
  reader: Reader,
  name: Assignment["name"],
  table: Assignment[],
  depth: number,
): void {
  const mark = reader.text.charAt(reader.offset);
  if (mark === '"' || mark === "'") {
    table.push({ name, ...readString(reader, mark) });
  } else if (mark === "[" && depth < deepest) {
    readItems(reader, "]", () => {
      readValue(reader, name, table, depth + 1);
      return true;
    });
  } else if (mark === "{" && depth < deepest) {
    const inner: Assignment[] = [];
    reader.tables.push(inner);
    readItems(reader, "}", () => readPair(reader, inner, depth + 1));
  } else {
    while (!/[\s,\]}#]/.test(reader.text.charAt(reader.offset) || "\n")) reader.offset += 1;
  }
}

/** What stands between brackets, divided by commas; ends where an item cannot be read. */
function readItems(reader: Reader, close: string, readItem: () => boolean): void {
  reader.offset += 1;
  for (;;) {
    skipSpace(reader, true);
    const { text, offset } = reader;
    const character = text.charAt(offset);
    if (character === close) {
      reader.offset += 1;
      return;
    }
    if (character === ",") reader.offset += 1;
    else if (character === "" || !readItem() || reader.offset === offset) return;
  }
}

/** A string at its opening quotes: basic or literal, on one line or several. */
function readString(reader: Reader, mark: '"' | "'"): Omit<Assignment, "name"> {
  const { source, text, offset: start } = reader;
  const isLong = text.startsWith(mark.repeat(3), start);
  const quotes = isLong ? mark.repeat(3) : mark;
  let contentStart = start + quotes.length;
  if (isLong && text.startsWith("\r\n", contentStart)) contentStart += 2;
  else if (isLong && text.charAt(contentStart) === "\n") contentStart += 1;
  const close = closingOf(text, contentStart, quotes, mark === '"');
  const contentEnd = close ?? lineEnd(text, contentStart);
  reader.offset = close === undefined ? contentEnd : close + quotes.length;
  const valueSpan = locate(source, start, reader.offset);
  const value =
    mark === '"'
      ? decodeBasic(source, contentStart, contentEnd)
      : literal(source, contentStart, contentEnd, start, reader.offset);
  return { value, valueSpan, quote: mark === '"' ? "double" : "single", holes: [] };
}

function closingOf(
  text: string,
  start: number,
  quotes: string,
  escapes: boolean,
): number | undefined {
  for (let offset = start; offset < text.length; offset += 1) {
    const character = text.charAt(offset);
    if (quotes.length === 1 && character === "\n") return undefined;
    if (escapes && character === "\\") offset += 1;
    else if (text.startsWith(quotes, offset)) return offset;
  }
  return undefined;
}

/** A literal string has no escapes, so that a quote or a line break needs a string of the other kind. */
function literal(
  source: SourceText,
  start: number,
  end: number,
  outerStart: number,
  outerEnd: number,
): SourceText {
  const content = sliceText(source, start, end);
  if (content.rewrite !== undefined) return content;
  const span = locate(source, outerStart, outerEnd);
  const write = (value: string): string => source.encode(JSON.stringify(value));
  return { ...content, rewrite: { span, write, isNeeded: (text) => /['\r\n]/.test(text) } };
}

const escapes: Readonly<Record<string, string>> = {
  b: "\b",
  t: "\t",
  n: "\n",
  f: "\f",
  r: "\r",
  e: "\x1b",
  '"': '"',
  "\\": "\\",
};

function decodeBasic(source: SourceText, start: number, end: number): SourceText {
  const text = source.value;
  const decoding = createDecoding(source);
  let run = start;
  let offset = start;
  while (offset < end) {
    if (text.charAt(offset) !== "\\") {
      offset += 1;
      continue;
    }
    const found = readEscape(text, offset, end);
    if (found === undefined) {
      offset += 1;
      continue;
    }
    decoding.copy(run, offset);
    decoding.put(found.text, offset, found.end);
    offset = found.end;
    run = offset;
  }
  decoding.copy(run, end);
  return decoding.finish(end, (written) => JSON.stringify(written).slice(1, -1));
}

function readEscape(
  text: string,
  offset: number,
  end: number,
): { readonly text: string; readonly end: number } | undefined {
  const letter = text.charAt(offset + 1);
  const simple = escapes[letter];
  if (simple !== undefined && offset + 2 <= end) return { text: simple, end: offset + 2 };
  const length = letter === "u" ? 4 : letter === "U" ? 8 : 0;
  const codeEnd = offset + 2 + length;
  const digits = text.slice(offset + 2, codeEnd);
  if (length > 0 && codeEnd <= end && /^[0-9a-f]+$/i.test(digits)) {
    const point = parseInt(digits, 16);
    return point > 0x10ffff ? undefined : { text: String.fromCodePoint(point), end: codeEnd };
  }
  // A backslash at a line's end hides the line break and what indents the next line.
  const rest = /^\\[ \t]*\r?\n\s*/.exec(text.slice(offset, Math.min(end, offset + 400)))?.[0];
  return rest === undefined ? undefined : { text: "", end: offset + rest.length };
}
