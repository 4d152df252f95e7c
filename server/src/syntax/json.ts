import { createScanner, type JSONScanner } from "jsonc-parser";
import {
  composeText,
  locate,
  plainText,
  type Segment,
  type SourceText,
} from "../text/source-text.js";
import { type Span } from "../text/span.js";
import { jsonWriter } from "./json-writer.js";
import {
  type Member,
  type Problem,
  type ProblemCode,
  type StringValue,
  type Tree,
  type Value,
} from "./value.js";

/** Deeper nesting than this is no configuration; it is reported and passed over. */
const deepest = 200;

/** More trouble than this helps nobody; the first of it stands for the rest. */
const mostProblems = 100;

/** The scanner's `SyntaxKind`, an ambient const enum that isolated modules cannot read. */
const token = {
  openBrace: 1,
  closeBrace: 2,
  openBracket: 3,
  closeBracket: 4,
  comma: 5,
  colon: 6,
  null: 7,
  true: 8,
  false: 9,
  string: 10,
  number: 11,
  lineComment: 12,
  blockComment: 13,
  lineBreak: 14,
  trivia: 15,
  unknown: 16,
  endOfText: 17,
} as const;

interface Reader {
  readonly source: SourceText;
  readonly scanner: JSONScanner;
  readonly spanOf: (start: number, end: number) => Span;
  readonly encode: (text: string) => string;
  readonly problems: Problem[];
  /** The kind, start and end of the token at hand, in offsets of `source.value`. */
  token: number;
  start: number;
  end: number;
  /** Where the token before it ended. */
  before: number;
}

/**
 * Reads JSON, whole or half-typed, in one pass. What the text lacks is absent from the tree, and each
 * place where it is not strict JSON (a comment, a trailing comma, a missing quote) is a problem.
 */
export function readJson(source: SourceText): Tree {
  const reader: Reader = {
    source,
    scanner: createScanner(source.value, false),
    spanOf: spanner(source),
    encode: (text) => source.encode(escapeJson(text)),
    problems: [],
    token: token.unknown,
    start: 0,
    end: 0,
    before: 0,
  };
  if (source.value.startsWith("\uFEFF")) reader.scanner.setPosition(1);
  advance(reader);
  const root = reader.token === token.endOfText ? undefined : readValue(reader, 0);
  if (reader.token !== token.endOfText) report(reader, "syntax");
  return { root, problems: reader.problems, isJson: true, writer: jsonWriter(source) };
}

/** Where a stretch stands in the document; a plain sum for a text that is the document itself. */
function spanner(source: SourceText): (start: number, end: number) => Span {
  if (source.segments === undefined) {
    const shift = source.end - source.value.length;
    return (start, end) => ({ start: start + shift, end: end + shift });
  }
  return (start, end) => locate(source, start, end);
}

/** Moves to the next token that means something; comments on the way are problems. */
function advance(reader: Reader): void {
  const { scanner, source } = reader;
  reader.before = reader.end;
  for (;;) {
    // The scanner would put all white space together again, character by character.
    const position = scanner.getPosition();
    const next = skipSpace(source.value, position);
    if (next > position) scanner.setPosition(next);
    reader.token = scanner.scan();
    reader.start = scanner.getTokenOffset();
    reader.end = scanner.getPosition();
    switch (reader.token) {
      case token.lineBreak:
      case token.trivia:
        break;
      case token.lineComment:
      case token.blockComment:
        report(reader, "comment");
        break;
      case token.unknown:
        if (!passForeignSpaces(reader)) return;
        break;
      default:
        return;
    }
  }
}

/** Passes over spaces that only a page has, up to the last one before a word or the line's end. */
function passForeignSpaces(reader: Reader): boolean {
  const { source, scanner, start } = reader;
  let end = start;
  for (let offset = start; offset < source.value.length; offset += 1) {
    const character = source.value.charAt(offset);
    if (foreignSpace.test(character)) end = offset + 1;
    else if (character !== " " && character !== "\t") break;
  }
  if (end === start) return false;
  scanner.setPosition(end);
  report(reader, "foreign-space", start, end);
  return true;
}

/** Spaces that are none to JSON: those of pages and word processors, and those without any width. */
const foreignSpace = /[\u0085\u00a0\u1680\u2000-\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]/;

function skipSpace(text: string, from: number): number {
  let at = from;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return at;
    at += 1;
  }
}

function report(reader: Reader, code: ProblemCode, start = reader.start, end = reader.end): void {
  if (reader.problems.length < mostProblems) {
    reader.problems.push({ span: reader.spanOf(start, end), code });
  }
}

/** The value at hand; absent where none stands, in which case no token is taken. */
function readValue(reader: Reader, depth: number): Value | undefined {
  const { start, end } = reader;
  switch (reader.token) {
    case token.openBrace:
      return depth < deepest ? readObject(reader, depth) : skipDeep(reader);
    case token.openBracket:
      return depth < deepest ? readArray(reader, depth) : skipDeep(reader);
    case token.string:
      return readString(reader);
    case token.number: {
      const value = Number(reader.source.value.slice(start, end));
      advance(reader);
      return { kind: "number", span: reader.spanOf(start, end), value };
    }
    case token.true:
    case token.false: {
      const value = reader.token === token.true;
      advance(reader);
      return { kind: "boolean", span: reader.spanOf(start, end), value };
    }
    case token.null:
      advance(reader);
      return { kind: "null", span: reader.spanOf(start, end) };
    case token.unknown:
      return readUnquoted(reader);
    default:
      return undefined;
  }
}

function readObject(reader: Reader, depth: number): Value {
  const { start } = reader;
  const members: Member[] = [];
  advance(reader);
  let separated = true;
  while (reader.token !== token.closeBrace && reader.token !== token.endOfText) {
    if (reader.token === token.comma) {
      takeComma(reader, separated, token.closeBrace, members.length > 0);
      separated = true;
      continue;
    }
    if (reader.token !== token.string && reader.token !== token.unknown) {
      // A stray value or a bracket that closes something else.
      report(reader, "syntax");
      if (reader.token === token.closeBracket) break;
      if (readValue(reader, depth + 1) === undefined) advance(reader);
      continue;
    }
    if (!separated) report(reader, "missing-comma", reader.before, reader.before);
    members.push(readMember(reader, depth));
    separated = false;
  }
  if (reader.token === token.closeBrace) advance(reader);
  else report(reader, "unclosed", start, start + 1);
  return { kind: "object", span: reader.spanOf(start, reader.before), members };
}

/** The comma at hand, which has no place behind another one, or before the end. */
function takeComma(reader: Reader, separated: boolean, close: number, afterValue: boolean): void {
  if (separated) report(reader, "syntax");
  const { start, end } = reader;
  advance(reader);
  if (reader.token === close) report(reader, afterValue ? "trailing-comma" : "syntax", start, end);
}

function readMember(reader: Reader, depth: number): Member {
  const { start } = reader;
  const key = reader.token === token.string ? readString(reader) : readUnquoted(reader);
  if (reader.token !== token.colon) {
    report(reader, "syntax", start, reader.before);
    return { key, value: undefined, span: key.span };
  }
  const colonEnd = reader.end;
  advance(reader);
  // A string on the next line that is followed by a colon is the next member, not this one's value.
  const value = isNextKey(reader, colonEnd) ? undefined : readValue(reader, depth + 1);
  if (value === undefined) report(reader, "syntax", colonEnd - 1, colonEnd);
  return { key, value, span: { start: key.span.start, end: value?.span.end ?? key.span.end } };
}

function isNextKey(reader: Reader, colonEnd: number): boolean {
  const { source, token: kind, start, end } = reader;
  if (kind !== token.string || !source.value.slice(colonEnd, start).includes("\n")) return false;
  let offset = end;
  while (/[ \t]/.test(source.value.charAt(offset))) offset += 1;
  return source.value.charAt(offset) === ":";
}

function readArray(reader: Reader, depth: number): Value {
  const { start } = reader;
  const items: Value[] = [];
  advance(reader);
  let separated = true;
  while (reader.token !== token.closeBracket && reader.token !== token.endOfText) {
    if (reader.token === token.comma) {
      takeComma(reader, separated, token.closeBracket, items.length > 0);
      separated = true;
      continue;
    }
    if (reader.token === token.closeBrace) break;
    if (!separated) report(reader, "missing-comma", reader.before, reader.before);
    const item = readValue(reader, depth + 1);
    if (item === undefined) {
      report(reader, "syntax");
      advance(reader);
    } else {
      items.push(item);
      separated = false;
    }
  }
  if (reader.token === token.closeBracket) advance(reader);
  else report(reader, "unclosed", start, start + 1);
  return { kind: "array", span: reader.spanOf(start, reader.before), items };
}

/** Passes over what is nested too deeply to be meant, without recursion. */
function skipDeep(reader: Reader): Value {
  const { start, end } = reader;
  report(reader, "too-deep", start, end);
  let open = 0;
  do {
    if (reader.token === token.openBrace || reader.token === token.openBracket) open += 1;
    else if (reader.token === token.closeBrace || reader.token === token.closeBracket) open -= 1;
    advance(reader);
  } while (open > 0 && reader.token !== token.endOfText);
  return { kind: "unknown", span: reader.spanOf(start, reader.before) };
}

function readString(reader: Reader): StringValue {
  const { start, end, scanner } = reader;
  const error: number = scanner.getTokenError();
  const closed = end - start > 1 && error !== scanError.endOfString;
  if (!closed) report(reader, "unclosed", start, end);
  else if (error !== scanError.none) report(reader, error === 6 ? "bad-character" : "bad-escape");
  const content = readContent(reader, start + 1, closed ? end - 1 : end, scanner.getTokenValue());
  advance(reader);
  return {
    kind: "string",
    span: reader.spanOf(start, end),
    value: content.value,
    content,
    holes: noHoles,
  };
}

/** JSON itself has none; a host that fills some in marks them afterwards. */
const noHoles: readonly Span[] = [];

/** The scanner's `ScanError`, of which only these matter here. */
const scanError = { none: 0, endOfString: 2 } as const;

/** A word without quotes, or with a word processor's: not JSON, but what is meant is plain. */
function readUnquoted(reader: Reader): StringValue {
  const { source, start, scanner } = reader;
  let { end } = reader;
  let contentStart = start;
  let contentEnd = end;
  if (isCurlyQuote(source.value.charAt(start))) {
    let offset = start + 1;
    while (offset < source.value.length && !isStop(source.value.charAt(offset))) offset += 1;
    // A straight mark closes it as well: editors curl one mark of two.
    const closed = isCurlyQuote(source.value.charAt(offset)) || source.value.charAt(offset) === '"';
    contentStart = start + 1;
    contentEnd = offset;
    end = closed ? offset + 1 : offset;
    scanner.setPosition(end);
    reader.end = end;
    report(reader, closed ? "curly-quote" : "unclosed", start, end);
  } else {
    report(reader, "syntax");
  }
  const content = readContent(
    reader,
    contentStart,
    contentEnd,
    source.value.slice(contentStart, contentEnd),
  );
  advance(reader);
  return {
    kind: "string",
    span: reader.spanOf(start, end),
    value: content.value,
    content,
    holes: noHoles,
  };
}

function isCurlyQuote(character: string): boolean {
  return character !== "" && "“”„‟‘’".includes(character);
}

function isStop(character: string): boolean {
  return isCurlyQuote(character) || character === "\n" || character === "\r" || character === '"';
}

/** The characters between a string's quotes, with the map that its escapes need. */
function readContent(reader: Reader, start: number, end: number, value: string): SourceText {
  const { source } = reader;
  if (value.length === end - start) {
    const span = reader.spanOf(start, end);
    if (span.end - span.start === value.length) return plainText(value, span.start, reader.encode);
  }
  const segments: Segment[] = [];
  let at = 0;
  let offset = start;
  let run = start;
  const closeRun = (): void => {
    if (offset > run) {
      const length = offset - run;
      segments.push({ at, length, documentAt: run, documentLength: length });
      at += length;
    }
  };
  while (offset < end) {
    if (source.value.charAt(offset) !== "\\") {
      offset += 1;
      continue;
    }
    closeRun();
    const escapeLength = source.value.charAt(offset + 1) === "u" ? 6 : 2;
    const documentLength = Math.min(escapeLength, end - offset);
    segments.push({ at, length: 1, documentAt: offset, documentLength });
    at += 1;
    offset += documentLength;
    run = offset;
  }
  closeRun();
  // A broken escape stands for no character, so a map of it would lie: take the raw text instead.
  if (at !== value.length) {
    const raw = source.value.slice(start, end);
    const whole = { at: 0, length: raw.length, documentAt: start, documentLength: raw.length };
    return composeText(source, raw, raw.length > 0 ? [whole] : [], escapeJson, end);
  }
  return composeText(source, value, segments, escapeJson, end);
}

/** Text as it stands between the quotes of a JSON string. */
function escapeJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
