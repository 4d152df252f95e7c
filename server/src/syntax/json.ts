import { createScanner, type JSONScanner } from "jsonc-parser";
import {
  composeText,
  locate,
  plainText,
  type Segment,
  type SourceText,
} from "../text/source-text.js";
import { applyEdits, type Edit, type Span } from "../text/span.js";
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

/** A place where a text is not strict JSON, in offsets of the text at hand. */
interface Slip {
  readonly code: ProblemCode;
  readonly start: number;
  readonly end: number;
  /** What would set it right. */
  readonly edits: readonly Edit[] | undefined;
  /** Changes of which one may set right a text that cannot be read on from here. */
  readonly candidates: readonly Edit[];
  /** Where what may be read wrongly begins, if that is not where it is shown. */
  readonly from?: number;
}

interface Reader {
  readonly source: SourceText;
  readonly scanner: JSONScanner;
  readonly spanOf: (start: number, end: number) => Span;
  readonly encode: (text: string) => string;
  readonly slips: Slip[];
  /** The kind, start and end of the token at hand, in offsets of `source.value`. */
  token: number;
  start: number;
  end: number;
  /** Where the token before it ended. */
  before: number;
  /** The first bracket whose closing one has another indent than its line. */
  misfit?: number;
}

/**
 * Reads JSON, whole or half-typed. What the text lacks is absent from the tree, and each place where it is
 * not strict JSON (a comment, a trailing comma, a missing quote) is a problem. A slip that leaves open how
 * the text goes on is the only problem that is told of, and the tree says where it is.
 */
export function readJson(source: SourceText): Tree {
  const { root, slips } = readOnce(source);
  const tree = { root, isJson: true, writer: jsonWriter(source) } as const;
  const hard = slips.find(isHard);
  if (hard === undefined) return { ...tree, problems: problemsOf(source, slips) };
  const mended = mend(source, hard);
  if (mended !== undefined) return mended;
  const [first = hard] = slips.toSorted((a, b) => from(a) - from(b));
  const brokenAt = locate(source, Math.min(from(hard), from(first)), source.value.length).start;
  return { ...tree, problems: problemsOf(source, [{ ...first, edits: undefined }]), brokenAt };
}

const from = (slip: Slip): number => slip.from ?? slip.start;

function readOnce(source: SourceText): {
  readonly root: Value | undefined;
  readonly slips: readonly Slip[];
} {
  const reader: Reader = {
    source,
    scanner: createScanner(source.value, false),
    spanOf: spanner(source),
    encode: (text) => source.encode(escapeJson(text)),
    slips: [],
    token: token.unknown,
    start: 0,
    end: 0,
    before: 0,
  };
  if (source.value.startsWith("\uFEFF")) reader.scanner.setPosition(1);
  advance(reader);
  const { start } = reader;
  const root = reader.token === token.endOfText ? undefined : readValue(reader, 0);
  if (reader.token !== token.endOfText) {
    const isDoubled =
      (root?.kind === "array" && reader.token === token.closeBracket) ||
      (root?.kind === "object" && reader.token === token.closeBrace);
    const candidates = isDoubled
      ? [removal(reader)]
      : ["[", "{"].map((bracket) => insertion(start, bracket));
    report(reader, "syntax", reader, undefined, candidates);
  }
  return { root, slips: reader.slips };
}

/** Whether a slip leaves open how the text goes on, so that all that is read after it may be wrong. */
function isHard({ code }: Slip): boolean {
  return code === "syntax" || code === "unclosed" || code === "missing-bracket";
}

/** A longer text is not read several times. */
const longestMended = 200_000;

/**
 * The tree of the text with the one bracket that it lacks, or without the one that it has too many, if only one
 * place makes it whole.
 */
function mend(source: SourceText, hard: Slip): Tree | undefined {
  if (source.value.length > longestMended) return undefined;
  const whole = hard.candidates.flatMap((edit) => {
    const filled = fillIn(source, edit);
    const { root, slips } = readOnce(filled);
    return slips.some(isHard) ? [] : [{ edit, filled, root, slips }];
  });
  const [only] = whole;
  if (only === undefined || whole.length > 1) return undefined;
  const { edit, filled, root, slips } = only;
  const start = source.value.slice(0, edit.span.start).trimEnd().length;
  const slip: Slip =
    edit.newText === ""
      ? { code: "extra-bracket", ...edit.span, edits: [edit], candidates: [] }
      : { code: "missing-bracket", start, end: start, edits: [edit], candidates: [] };
  const own = problemsOf(source, [slip]);
  return {
    root,
    problems: [...own, ...problemsOf(filled, slips)],
    isJson: true,
    isMended: true,
    writer: jsonWriter(filled),
  };
}

/** A text with an insertion, which takes up no room in the document, or without what an edit removes. */
function fillIn(source: SourceText, { span: { start, end }, newText }: Edit): SourceText {
  const { value } = source;
  const { length } = newText;
  const segments = [
    { at: 0, length: start, documentAt: 0, documentLength: start },
    { at: start, length, documentAt: start, documentLength: 0 },
    {
      at: start + length,
      length: value.length - end,
      documentAt: end,
      documentLength: value.length - end,
    },
  ].filter((segment) => segment.length > 0);
  const filled = applyEdits(value, [{ span: { start, end }, newText }]);
  return composeText(source, filled, segments, (text) => text, value.length);
}

/** The problems in document order, with what sets them right if together that makes the text JSON. */
function problemsOf(source: SourceText, slips: readonly Slip[]): readonly Problem[] {
  if (slips.length === 0) return [];
  const edits = slips.flatMap((slip) => slip.edits ?? []);
  const isProved =
    slips.some((slip) => slip.edits === undefined || isBracket(slip)) ||
    isJsonText(applyEdits(source.value, edits));
  return slips
    .map((slip) => ({
      code: slip.code,
      span: locate(source, slip.start, slip.end),
      ...(isProved && slip.edits !== undefined
        ? { edits: slip.edits.map((edit) => writtenIn(source, edit)) }
        : {}),
    }))
    .toSorted((a, b) => a.span.start - b.span.start);
}

function isBracket({ code }: Slip): boolean {
  return code === "missing-bracket" || code === "extra-bracket";
}

function writtenIn(source: SourceText, { span, newText }: Edit): Edit {
  return { span: locate(source, span.start, span.end), newText: source.encode(newText) };
}

function isJsonText(text: string): boolean {
  try {
    JSON.parse(text.replace(/^\uFEFF/, ""));
    return true;
  } catch {
    return false;
  }
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
        // One that the text ends in may be anything, such as the end of an ARN.
        if (reader.token === token.blockComment && !isClosedComment(reader)) {
          report(reader, "unclosed", { start: reader.start, end: reader.start + 2 });
        } else report(reader, "comment", reader, [removal(reader)]);
        break;
      case token.unknown:
        if (!passForeignSpaces(reader)) return;
        break;
      default:
        return;
    }
  }
}

function isClosedComment({ source, start, end }: Reader): boolean {
  return end - start >= 4 && source.value.startsWith("*/", end - 2);
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
  report(reader, "foreign-space", { start, end }, [
    { span: { start, end }, newText: " ".repeat(end - start) },
  ]);
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

function report(
  reader: Reader,
  code: ProblemCode,
  { start, end }: Span = reader,
  edits?: readonly Edit[],
  candidates: readonly Edit[] = [],
): void {
  if (reader.slips.length < mostProblems)
    reader.slips.push({ code, start, end, edits, candidates });
}

function insertion(at: number, newText: string): Edit {
  return { span: { start: at, end: at }, newText };
}

function removal(span: Span): Edit {
  return { span: { start: span.start, end: span.end }, newText: "" };
}

/** The value at hand; absent where none stands, in which case no token is taken. */
function readValue(reader: Reader, depth: number): Value | undefined {
  const { start, end } = reader;
  if (isWord(reader)) return readLiteral(reader) ?? readUnquoted(reader);
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
      if (!endsWord(reader)) return readUnquoted(reader);
      const value = reader.token === token.true;
      advance(reader);
      return { kind: "boolean", span: reader.spanOf(start, end), value };
    }
    case token.null:
      if (!endsWord(reader)) return readUnquoted(reader);
      advance(reader);
      return { kind: "null", span: reader.spanOf(start, end) };
    case token.unknown:
      return readUnquoted(reader);
    default:
      return undefined;
  }
}

/** Whether the number or the keyword at hand is all of a word, and not the beginning of one. */
function endsWord({ source, end }: Reader): boolean {
  return !/[^\s,\]}:]/.test(source.value.charAt(end));
}

function readObject(reader: Reader, depth: number): Value {
  const { start } = reader;
  const members: ReadMember[] = [];
  advance(reader);
  let separated = true;
  while (reader.token !== token.closeBrace && reader.token !== token.endOfText) {
    if (reader.token === token.comma) {
      takeComma(reader, separated, token.closeBrace, members.length > 0);
      separated = true;
      continue;
    }
    if (reader.token !== token.string && !isWord(reader)) {
      // A stray value or a bracket that closes something else.
      const isClosing = reader.token === token.closeBracket;
      const isDoubled = isClosing && members.at(-1)?.value?.kind === "array";
      const candidates = isDoubled ? [removal(reader)] : openings(members);
      report(reader, "syntax", reader, undefined, candidates);
      if (isClosing) break;
      if (readValue(reader, depth + 1) === undefined) advance(reader);
      continue;
    }
    if (!separated) reportComma(reader);
    members.push(readMember(reader, depth, members));
    separated = false;
  }
  if (reader.token === token.closeBrace) close(reader, start);
  else reportUnclosed(reader, start);
  return { kind: "object", span: reader.spanOf(start, reader.before), members };
}

/** Takes the closing bracket at hand. */
function close(reader: Reader, opening: number): void {
  if (reader.misfit === undefined) {
    const { value } = reader.source;
    const indent = indentBefore(value, reader.start);
    if (indent !== undefined) {
      const start = value.lastIndexOf("\n", opening - 1) + 1;
      const isOneLine = start === reader.start - indent;
      if (!isOneLine && indentAt(value, start) !== indent) reader.misfit = opening;
    }
  }
  advance(reader);
}

/** How far a place is indented that is the first of its line; nothing for any other place. */
function indentBefore(text: string, at: number): number | undefined {
  let start = at;
  while (start > 0 && isIndent(text.charAt(start - 1))) start -= 1;
  return start === 0 || text.charAt(start - 1) === "\n" ? at - start : undefined;
}

/** How far the line that begins at a place is indented. */
function indentAt(text: string, start: number): number {
  let end = start;
  while (isIndent(text.charAt(end))) end += 1;
  return end - start;
}

function isIndent(character: string): boolean {
  return character === " " || character === "\t";
}

/** One within it may have taken its closing bracket, which the indents tell. */
function reportUnclosed(reader: Reader, opening: number): void {
  const { misfit } = reader;
  const start = misfit !== undefined && misfit > opening ? misfit : opening;
  const code = "unclosed";
  reader.slips.push({
    code,
    start,
    end: start + 1,
    edits: undefined,
    candidates: [],
    from: opening,
  });
}

/** Words and numbers of other languages, and `...`, which stands for what is left out. */
const foreignLiteral =
  /^(?:(?<word>True|False|None)|NaN|[+-]?Infinity|undefined|nil|\.{3}|…|[+-]?[\d.](?:[\d_.]|[eE][+-]?)*)(?=\s*(?:[,\]}]|$))/m;

/** What Python writes for JSON's keywords. */
const keywords: Readonly<Record<string, string>> = { True: "true", False: "false", None: "null" };

/** A value that another language would have read. */
function readLiteral(reader: Reader): Value | undefined {
  const { source, start, scanner } = reader;
  const found = foreignLiteral.exec(source.value.slice(start, start + longestWord));
  // Twelve digits are an account, whose quotes are missing.
  if (found === null || /^\d{12}$/.test(found[0])) return undefined;
  const end = start + found[0].length;
  const meant = keywords[found.groups?.["word"] ?? ""];
  scanner.setPosition(end);
  reader.end = end;
  const edits = meant === undefined ? undefined : [{ span: { start, end }, newText: meant }];
  report(reader, "bad-literal", { start, end }, edits);
  advance(reader);
  const span = reader.spanOf(start, end);
  if (meant === "null") return { kind: "null", span };
  return meant === undefined
    ? { kind: "unknown", span }
    : { kind: "boolean", span, value: meant === "true" };
}

/** A word without quotes, which can begin with digits. */
function isWord(reader: Reader): boolean {
  return reader.token === token.unknown || (reader.token === token.number && !endsWord(reader));
}

/** The brackets that may be missing before the last member's value, if what follows belongs into it. */
function openings(members: readonly ReadMember[]): readonly Edit[] {
  const at = members.at(-1)?.valueStart;
  return at === undefined ? [] : ["{", "["].map((bracket) => insertion(at, bracket));
}

function reportComma(reader: Reader): void {
  const { before } = reader;
  report(reader, "missing-comma", { start: before, end: before }, [insertion(before, ",")]);
}

/** The comma at hand, which has no place behind another one, or before the end. */
function takeComma(reader: Reader, separated: boolean, close: number, afterValue: boolean): void {
  const comma = { start: reader.start, end: reader.end };
  advance(reader);
  const isLast = reader.token === close;
  if (separated) report(reader, "extra-comma", comma, [removal(comma)]);
  else if (isLast && afterValue) report(reader, "trailing-comma", comma, [removal(comma)]);
}

/** A member and where its value stands in the text at hand. */
type ReadMember = Member & { readonly valueStart: number | undefined };

function readMember(reader: Reader, depth: number, earlier: readonly ReadMember[]): ReadMember {
  const { start } = reader;
  const key = reader.token === token.string ? readString(reader, true) : readUnquoted(reader, true);
  const keyEnd = reader.before;
  let colon: Span = { start: keyEnd, end: keyEnd };
  if (reader.token === token.colon) {
    colon = { start: reader.start, end: reader.end };
    advance(reader);
  } else if (startsValue(reader) && !isNextKey(reader, keyEnd)) {
    report(reader, "missing-colon", colon, [insertion(keyEnd, ":")]);
  } else {
    report(reader, "syntax", { start, end: keyEnd }, undefined, openings(earlier));
    return { key, value: undefined, span: key.span, valueStart: undefined };
  }
  // A string on the next line that is followed by a colon is the next member, not this one's value.
  const valueStart = reader.start;
  const value = isNextKey(reader, colon.end) ? undefined : readValue(reader, depth + 1);
  if (value === undefined) {
    const isEnd = reader.token === token.endOfText;
    report(reader, isEnd ? "unclosed" : "missing-value", colon);
  }
  return {
    key,
    value,
    span: { start: key.span.start, end: value?.span.end ?? key.span.end },
    valueStart,
  };
}

function startsValue({ token: kind }: Reader): boolean {
  return (
    kind === token.openBrace ||
    kind === token.openBracket ||
    kind === token.string ||
    kind === token.number ||
    kind === token.true ||
    kind === token.false ||
    kind === token.null
  );
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
  let lastEnd = reader.end;
  advance(reader);
  let separated = true;
  while (reader.token !== token.closeBracket && reader.token !== token.endOfText) {
    if (reader.token === token.comma) {
      takeComma(reader, separated, token.closeBracket, items.length > 0);
      separated = true;
      continue;
    }
    if (reader.token === token.closeBrace) {
      const place = { start, end: start + 1 };
      const isDoubled = items.at(-1)?.kind === "object";
      report(reader, "missing-bracket", place, undefined, [
        insertion(lastEnd, "]"),
        ...(isDoubled ? [removal(reader)] : []),
      ]);
      break;
    }
    if (isKey(reader)) {
      // A list whose only item is a list has its opening bracket twice.
      const isDoubled = items.length === 1 && items[0]?.kind === "array";
      report(reader, "syntax", reader, undefined, [
        isDoubled ? removal({ start, end: start + 1 }) : insertion(lastEnd, "]"),
        insertion(reader.start, "{"),
      ]);
    }
    if (!separated) reportComma(reader);
    const item = readValue(reader, depth + 1);
    if (item === undefined) {
      report(reader, "syntax");
      advance(reader);
    } else {
      items.push(item);
      lastEnd = reader.before;
      separated = false;
    }
  }
  if (reader.token === token.closeBracket) close(reader, start);
  else reportUnclosed(reader, start);
  return { kind: "array", span: reader.spanOf(start, reader.before), items };
}

/** Whether the string at hand is followed by a colon. */
function isKey({ source, token: kind, end }: Reader): boolean {
  return kind === token.string && /^\s*:/.test(source.value.slice(end, end + 80));
}

/** Passes over what is nested too deeply to be meant, without recursion. */
function skipDeep(reader: Reader): Value {
  const { start, end } = reader;
  report(reader, "too-deep", { start, end });
  let open = 0;
  do {
    if (reader.token === token.openBrace || reader.token === token.openBracket) open += 1;
    else if (reader.token === token.closeBrace || reader.token === token.closeBracket) open -= 1;
    advance(reader);
  } while (open > 0 && reader.token !== token.endOfText);
  return { kind: "unknown", span: reader.spanOf(start, reader.before) };
}

function readString(reader: Reader, asKey = false): StringValue {
  const { start, end, scanner, source } = reader;
  if (
    end === start + 2 &&
    doubledOpening.test(source.value.slice(start + 1, start + longestWord))
  ) {
    report(reader, "extra-quote", { start, end: start + 1 }, [removal({ start, end: start + 1 })]);
    scanner.setPosition(start + 1);
    reader.token = scanner.scan();
    reader.start = start + 1;
    reader.end = scanner.getPosition();
    return readString(reader, asKey);
  }
  const error: number = scanner.getTokenError();
  const closed = end - start > 1 && error !== scanError.endOfString;
  const closing =
    closed && isDelimited(reader.source.value, end) ? end : lastOfContent(reader, asKey && !closed);
  if (closing < end) {
    scanner.setPosition(closing);
    reader.end = closing;
    report(reader, "missing-closing-quote", { start, end: closing }, [insertion(closing, '"')]);
    const raw = reader.source.value.slice(start + 1, closing);
    return stringOf(reader, { start, end: closing }, readContent(reader, start + 1, closing, raw));
  }
  if (!closed) {
    // Where the line ends, the value does too, unless it is still being typed.
    const isTyped = asKey || reader.source.value.length === end;
    if (isTyped) report(reader, "unclosed", { start, end });
    else report(reader, "missing-closing-quote", { start, end }, [insertion(end, '"')]);
  } else if (error !== scanError.none) report(reader, error === 6 ? "bad-character" : "bad-escape");
  const content = readContent(reader, start + 1, closed ? end - 1 : end, scanner.getTokenValue());
  const isDoubled =
    closed &&
    source.value.charAt(end) === '"' &&
    doubledClosing.test(source.value.slice(end, end + longestWord));
  if (isDoubled) {
    report(reader, "extra-quote", { start: end, end: end + 1 }, [
      removal({ start: end, end: end + 1 }),
    ]);
    scanner.setPosition(end + 1);
  }
  return stringOf(reader, { start, end }, content);
}

/** A quote too many, before a string that is whole without it, and behind one. */
const doubledOpening = /^"[^"\s](?:[^"\\\n]|\\.)*"\s*(?:[:,\]}]|$)/;
const doubledClosing = /^"[ \t]*(?:[:,\]}\r\n]|$)/;

function stringOf(reader: Reader, { start, end }: Span, content: SourceText): StringValue {
  advance(reader);
  const span = reader.spanOf(start, end);
  return { kind: "string", span, value: content.value, content, holes: noHoles };
}

/** Whether what follows a closing quote can follow one. */
function isDelimited(text: string, end: number): boolean {
  return !/[\w*./$-]/.test(text.charAt(end));
}

/**
 * Where a string ends whose quote was taken from the next one or is missing at the line's end: before the
 * commas and brackets that belong to the text around it.
 */
function lastOfContent({ source, start, end }: Reader, isKey: boolean): number {
  const text = source.value;
  if (isKey) {
    const name = /^[\w$-]+(?=\s*:)/.exec(text.slice(start + 1, end))?.[0];
    return name === undefined ? end : start + 1 + name.length;
  }
  const limit = text.charAt(end - 1) === '"' && end - start > 1 ? end - 1 : end;
  let at = limit;
  while (at > start + 1 && /[\s,:[\]{}]/.test(text.charAt(at - 1))) at -= 1;
  // A closing brace belongs to the content if its opening one does.
  const content = text.slice(start + 1, at);
  const open = content.split("{").length - content.split("}").length;
  if (open > 0 && text.charAt(at) === "}") at += 1;
  return at === start + 1 || /^\s*$/.test(text.slice(at, limit)) ? end : at;
}

/** JSON itself has none; a host that fills some in marks them afterwards. */
const noHoles: readonly Span[] = [];

/** The scanner's `ScanError`, of which only these matter here. */
const scanError = { none: 0, endOfString: 2 } as const;

/** A word without quotes, or with other ones: not JSON, but what is meant is plain. */
function readUnquoted(reader: Reader, asKey = false): StringValue {
  const { source, start, scanner } = reader;
  const text = source.value;
  const first = text.charAt(start);
  if (isCurlyQuote(first) || first === "'") return readOtherQuotes(reader, first);
  const lineEnd = /[\r\n]|$/.exec(text.slice(start, start + longestWord))?.index ?? 0;
  const line = text.slice(start, start + lineEnd);
  // A quote that closes what none has opened.
  const quoted = (asKey ? keyBeforeQuote : valueBeforeQuote).exec(line)?.[0];
  if (quoted !== undefined) {
    const end = start + quoted.length;
    take(end);
    report(reader, "missing-opening-quote", { start, end }, [insertion(start, '"')]);
    return stringOf(reader, { start, end }, wordContent(start, end - 1));
  }
  const word = (asKey ? bareKey : bareValue).exec(line)?.[0];
  if (word === undefined) {
    const { end } = reader;
    report(reader, "syntax");
    return stringOf(reader, { start, end }, wordContent(start, end));
  }
  const end = start + word.length;
  take(end);
  report(reader, "missing-quotes", { start, end }, [insertion(start, '"'), insertion(end, '"')]);
  return stringOf(reader, { start, end }, wordContent(start, end));

  function take(end: number): void {
    scanner.setPosition(end);
    reader.end = end;
  }
  function wordContent(from: number, to: number): SourceText {
    return readContent(reader, from, to, text.slice(from, to));
  }
}

/** What a closing quote ends that none has opened, up to what can follow it. */
const keyBeforeQuote = /^[^"{}[\],]*"(?=\s*:)/;
const valueBeforeQuote = /^(?:[^"{}[\],]|\$\{[^"{}]*\})*"(?=\s*(?:[,\]}]|$))/;

/** A word without any quotes, up to what can follow it. */
const bareKey = /^[\w$-]+(?=\s*:)/;
const bareValue = /^[^\s"{}[\],()'`]+(?=\s*(?:[,\]}]|$))/;

/** Words without quotes are looked for in no longer a stretch. */
const longestWord = 2000;

/** A string between a word processor's quotes, or between single ones. */
function readOtherQuotes(reader: Reader, quote: string): StringValue {
  const { source, start, scanner } = reader;
  const text = source.value;
  const isEnd = quote === "'" ? (at: string) => at === "'" || /[\r\n"]/.test(at) : isStop;
  let offset = start + 1;
  while (offset < text.length && !isEnd(text.charAt(offset))) offset += 1;
  // A straight mark closes it as well: editors curl one mark of two.
  const closed =
    quote === "'"
      ? text.charAt(offset) === "'"
      : isCurlyQuote(text.charAt(offset)) || text.charAt(offset) === '"';
  const end = closed ? offset + 1 : offset;
  scanner.setPosition(end);
  reader.end = end;
  const edits = [
    { span: { start, end: start + 1 }, newText: '"' },
    { span: { start: end - 1, end }, newText: '"' },
  ];
  if (!closed) report(reader, "unclosed", { start, end });
  else report(reader, quote === "'" ? "single-quote" : "curly-quote", { start, end }, edits);
  const content = readContent(reader, start + 1, offset, text.slice(start + 1, offset));
  return stringOf(reader, { start, end }, content);
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
