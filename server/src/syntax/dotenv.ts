import { locate, sliceText, type SourceText } from "../text/source-text.js";
import { isBlank, lineEnd, nameEnd, nextLine, skipBlanks, type Assignment } from "./assignment.js";
import { createDecoding } from "./decoding.js";
import { findPlaceholders } from "./placeholders.js";

/**
 * Reads a dotenv file: `NAME=value` a line, perhaps behind `export`, with single, double or back
 * quotes that may span lines. The programs that read such files differ in details; where they do, this
 * reads what python-dotenv and Docker Compose read. A line that is none of this is passed over.
 */
export function readDotenv(source: SourceText): readonly Assignment[] {
  const text = source.value;
  const assignments: Assignment[] = [];
  let offset = text.startsWith("\uFEFF") ? 1 : 0;
  while (offset < text.length) {
    const found = readLine(source, offset);
    if (found === undefined) {
      offset = nextLine(text, offset);
    } else {
      assignments.push(found.assignment);
      offset = nextLine(text, found.end);
    }
  }
  return assignments;
}

interface Read {
  readonly assignment: Assignment;
  readonly end: number;
}

function readLine(source: SourceText, lineStart: number): Read | undefined {
  const text = source.value;
  const limit = lineEnd(text, lineStart);
  let start = skipBlanks(text, lineStart, limit);
  if (text.startsWith("export", start) && isBlank(text.charAt(start + 6))) {
    start = skipBlanks(text, start + 6, limit);
  }
  const end = nameEnd(text, start, ".-");
  const equals = skipBlanks(text, end, limit);
  if (end === start || text.charAt(equals) !== "=") return undefined;
  const value = readDotenvValue(source, skipBlanks(text, equals + 1, limit));
  const name = { value: text.slice(start, end), span: locate(source, start, end) };
  return { assignment: { name, ...value.value }, end: value.end };
}

const quotes = { "'": "single", '"': "double", "`": "other" } as const;

/** Reads the value that begins at an offset, to its closing quote or to its line's end. */
export function readDotenvValue(
  source: SourceText,
  start: number,
): { readonly value: Omit<Assignment, "name">; readonly end: number } {
  const text = source.value;
  const mark = text.charAt(start);
  if (mark === "'" || mark === '"' || mark === "`") {
    const close = closingQuote(text, start, mark);
    const end = close ?? lineEnd(text, start);
    const content =
      mark === '"' ? decodeDouble(source, start + 1, end) : plainQuoted(source, start + 1, end);
    const after = close === undefined ? end : end + 1;
    const valueSpan = locate(source, start, after);
    const value = { value: content, valueSpan, quote: quotes[mark], holes: [] };
    return { value, end: after };
  }
  const end = unquotedEnd(text, start);
  const content = sliceText(source, start, end);
  return {
    value: { value: content, valueSpan: locate(source, start, end), quote: "none", holes: [] },
    end: lineEnd(text, start),
  };
}

/** The end of a value without quotes: a comment needs a blank before it, and blanks at the end go. */
function unquotedEnd(text: string, start: number): number {
  const limit = lineEnd(text, start);
  let end = start;
  for (let offset = start; offset < limit; offset += 1) {
    if (isBlank(text.charAt(offset))) continue;
    if (text.charAt(offset) === "#" && (offset === start || isBlank(text.charAt(offset - 1))))
      break;
    end = offset + 1;
  }
  return end;
}

/** No key and no certificate takes more lines; it also bounds the search for a quote. */
const longestQuoted = 20_000;

/**
 * The quote that closes a value. While a value is typed its closing quote is missing, and the next
 * quote in the text belongs to another setting: a line that sets a variable ends the search.
 */
function closingQuote(text: string, open: number, mark: string): number | undefined {
  const limit = Math.min(text.length, open + longestQuoted);
  for (let offset = open + 1; offset < limit; offset += 1) {
    const character = text.charAt(offset);
    if (character === mark) return offset;
    if (character === "\\" && mark === '"') offset += 1;
    else if (character === "\n" && setsVariable(text, offset + 1)) return undefined;
  }
  return undefined;
}

/** Whether a line begins as `NAME=`; the end of base64 (`…==`) does not count. */
function setsVariable(text: string, lineStart: number): boolean {
  let start = skipBlanks(text, lineStart, text.length);
  if (text.startsWith("export ", start)) start += 7;
  const end = nameEnd(text, start);
  const equals = skipBlanks(text, end, text.length);
  if (end === start || end - start > 60 || text.charAt(equals) !== "=") return false;
  return text.charAt(equals + 1) !== "=" && !/[\r\n]/.test(text.charAt(equals + 1));
}

const escaped: Readonly<Record<string, string>> = {
  n: "\n",
  r: "\r",
  t: "\t",
  '"': '"',
  "\\": "\\",
  $: "$",
};

function decodeDouble(source: SourceText, start: number, end: number): SourceText {
  const text = source.value;
  if (!text.slice(start, end).includes("\\")) return encoded(source, start, end, escapeDouble);
  const decoding = createDecoding(source);
  let run = start;
  let offset = start;
  while (offset < end) {
    const meant = text.charAt(offset) === "\\" ? escaped[text.charAt(offset + 1)] : undefined;
    if (meant === undefined || offset + 1 >= end) {
      offset += 1;
      continue;
    }
    decoding.copy(run, offset);
    decoding.put(meant, offset, offset + 2);
    offset += 2;
    run = offset;
  }
  decoding.copy(run, end);
  return decoding.finish(end, escapeDouble);
}

/** Single and back quotes have no escapes, so a quote of their own kind cannot be written at all. */
function plainQuoted(source: SourceText, start: number, end: number): SourceText {
  return sliceText(source, start, end);
}

function encoded(
  source: SourceText,
  start: number,
  end: number,
  encode: (text: string) => string,
): SourceText {
  const decoding = createDecoding(source);
  decoding.copy(start, end);
  return decoding.finish(end, encode);
}

/** Text as it stands between double quotes. `${NAME}` stays a reference, any other `$` is meant. */
function escapeDouble(text: string): string {
  let written = "";
  let offset = 0;
  for (const { span } of findPlaceholders(text).filter(({ style }) => style === "braces")) {
    written += escapeRun(text.slice(offset, span.start)) + text.slice(span.start, span.end);
    offset = span.end;
  }
  return written + escapeRun(text.slice(offset));
}

function escapeRun(text: string): string {
  return text.replace(/[\\"$\n\r]/g, (character) =>
    character === "\n" ? "\\n" : character === "\r" ? "\\r" : `\\${character}`,
  );
}
