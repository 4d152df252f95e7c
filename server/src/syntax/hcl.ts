import { locate, sliceText, type SourceText } from "../text/source-text.js";
import { type Located, type Span } from "../text/span.js";
import { quotedEnd, readHeredoc, readQuoted, type ReadString } from "./hcl-template.js";
import { type HclChild, type HclPlaces, hclWriter, type HclWriter } from "./hcl-writer.js";
import { type Member, type ObjectValue, type Problem, type ProblemCode } from "./value.js";
import { type StringValue, type Tree, type Value } from "./value.js";

/** `resource "aws_s3_bucket" "artifacts" { … }`. */
export interface HclBlock {
  readonly type: StringValue;
  readonly labels: readonly StringValue[];
  readonly body: ObjectValue;
  readonly span: Span;
}

/**
 * The tree of an HCL text. A body is an object; blocks of one type in it are one member, whose value
 * is a repeated array of their bodies.
 */
export interface HclTree extends Tree {
  readonly root: ObjectValue;
  readonly writer: HclWriter;
  /** The blocks that stand directly in a body, with their labels. */
  blocksIn(body: ObjectValue): readonly HclBlock[];
  /** The comments, with their marks. */
  readonly comments: readonly Located<string>[];
}

/** Deeper brackets and blocks are not read. */
const maxDepth = 100;

/**
 * Reads HCL, the language of Terraform. What an expression computes is unknown, but for
 * `jsonencode(…)`, which is what it encodes. A line that makes no sense costs itself only.
 */
export function readHcl(source: SourceText): HclTree {
  const reading: Reading = {
    source,
    text: source.value,
    offset: 0,
    depth: 0,
    problems: [],
    comments: [],
    blocks: new Map(),
    places: { values: new Map(), containers: new Map() },
  };
  const root = readBody(reading, 0);
  return {
    root,
    problems: reading.problems,
    comments: reading.comments,
    writer: hclWriter(source, reading.places),
    blocksIn: (body) => reading.blocks.get(body) ?? [],
  };
}

interface Reading {
  readonly source: SourceText;
  readonly text: string;
  readonly problems: Problem[];
  readonly comments: Located<string>[];
  readonly blocks: Map<ObjectValue, readonly HclBlock[]>;
  readonly places: HclPlaces;
  offset: number;
  depth: number;
}

function readBody(reading: Reading, start: number): ObjectValue {
  const isRoot = reading.depth === 0;
  reading.depth += 1;
  const attributes: Member[] = [];
  const blocks: HclBlock[] = [];
  const children: HclChild[] = [];
  for (;;) {
    skipBlank(reading, true);
    const offset = reading.offset;
    const char = reading.text[offset];
    if (char === undefined) break;
    if (char === "}") {
      if (!isRoot) break;
      problem(reading, offset, offset + 1, "syntax");
      reading.offset += 1;
      continue;
    }
    const found = readStatement(reading);
    if (found === undefined) {
      skipRest(reading);
      continue;
    }
    if ("body" in found) {
      blocks.push(found);
      children.push({ child: found.body, start: offset, end: reading.offset });
    } else {
      attributes.push(found);
      children.push({ child: found, start: offset, end: reading.offset });
      endStatement(reading);
    }
  }
  const closed = reading.text[reading.offset] === "}" && !isRoot;
  if (!closed && !isRoot) problem(reading, start, start + 1, "unclosed");
  if (closed) reading.offset += 1;
  reading.depth -= 1;
  const end = reading.offset;
  const members = [...attributes, ...blockMembers(reading, blocks)].toSorted(
    (a, b) => a.span.start - b.span.start,
  );
  const value: ObjectValue = {
    kind: "object",
    span: locate(reading.source, start, end),
    members,
  };
  reading.blocks.set(value, blocks);
  reading.places.containers.set(value, {
    form: isRoot ? "root" : "body",
    start,
    end,
    closed: closed || isRoot,
    children,
  });
  return value;
}

/** Blocks of one type are one member, as if they were a list. */
function blockMembers(reading: Reading, blocks: readonly HclBlock[]): readonly Member[] {
  return [...new Set(blocks.map(({ type }) => type.value))].flatMap((name): Member[] => {
    const same = blocks.filter(({ type }) => type.value === name);
    const [first] = same;
    const last = same.at(-1);
    if (first === undefined || last === undefined) return [];
    const span: Span = { start: first.span.start, end: last.span.end };
    const value: Value = {
      kind: "array",
      span,
      items: same.map(({ body }) => body),
      repeated: true,
    };
    reading.places.containers.set(value, {
      form: "blocks",
      start: 0,
      end: 0,
      closed: true,
      children: same.map(({ body, type, labels }) => ({
        child: body,
        start: reading.places.values.get(type)?.start ?? 0,
        end: reading.places.containers.get(body)?.end ?? 0,
        ...(labels.length > 0 ? { labelled: true as const } : {}),
      })),
    });
    return [{ key: first.type, value, span }];
  });
}

/** An attribute or a block; nothing where the line is neither. */
function readStatement(reading: Reading): Member | HclBlock | undefined {
  const { text } = reading;
  const start = reading.offset;
  const name = readName(reading);
  if (name === undefined) {
    problem(reading, start, start + 1, "syntax");
    return undefined;
  }
  skipBlank(reading, false);
  if (isAssignment(text, reading.offset)) {
    const equals = reading.offset;
    reading.offset += 1;
    const value = readExpression(reading, false);
    if (value === undefined) problem(reading, equals, equals + 1, "syntax");
    const end = value === undefined ? equals + 1 : reading.offset;
    return member(reading, name, value, start, end);
  }
  const labels: StringValue[] = [];
  for (;;) {
    const label = readName(reading);
    if (label === undefined) break;
    labels.push(label);
    skipBlank(reading, false);
  }
  if (text[reading.offset] !== "{") {
    problem(reading, start, Math.max(reading.offset, start + 1), "syntax");
    return undefined;
  }
  if (reading.depth > maxDepth) {
    problem(reading, reading.offset, reading.offset + 1, "too-deep");
    skipBalanced(reading, false);
    return undefined;
  }
  const bodyStart = reading.offset;
  reading.offset += 1;
  const body = readBody(reading, bodyStart);
  return { type: name, labels, body, span: locate(reading.source, start, reading.offset) };
}

function member(
  { source }: Reading,
  key: StringValue,
  value: Value | undefined,
  start: number,
  end: number,
): Member {
  return { key, value, span: locate(source, start, end) };
}

/** What follows an attribute on its line belongs to nothing. */
function endStatement(reading: Reading): void {
  skipBlank(reading, false);
  const char = reading.text[reading.offset];
  if (char === undefined || char === "\n" || char === "\r" || char === "}") return;
  const start = reading.offset;
  problem(reading, start, lineEnd(reading.text, start), "syntax");
  skipRest(reading);
}

/** Skips the rest of a line that makes no sense, with the braces that open on it. */
function skipRest(reading: Reading): void {
  const end = lineEnd(reading.text, reading.offset);
  const brace = reading.text.slice(reading.offset, end).indexOf("{");
  if (brace >= 0) {
    reading.offset += brace;
    skipNested(reading);
  }
  skipLine(reading);
}

function skipLine(reading: Reading): void {
  const newline = reading.text.indexOf("\n", reading.offset);
  reading.offset = newline < 0 ? reading.text.length : newline;
}

function isAssignment(text: string, offset: number): boolean {
  return text[offset] === "=" && text[offset + 1] !== "=" && text[offset + 1] !== ">";
}

function problem(
  { source, problems, text }: Reading,
  start: number,
  end: number,
  code: ProblemCode,
): void {
  problems.push({ span: locate(source, start, Math.min(end, text.length)), code });
}

/** An identifier or a quoted string, as attribute names, block types and labels are. */
function readName(reading: Reading): StringValue | undefined {
  const { text, offset } = reading;
  if (text[offset] === '"') return take(reading, readQuoted(reading.source, offset));
  const end = identifierEnd(text, offset);
  if (end === offset) return undefined;
  reading.offset = end;
  return literal(reading, offset, end);
}

/** A string that stands without quotes. */
function literal(
  reading: Reading,
  start: number,
  end: number,
  holes: readonly Span[] = [],
): StringValue {
  const value = reading.text.slice(start, end);
  const span = locate(reading.source, start, end);
  const content = sliceText(reading.source, start, end);
  const string: StringValue = { kind: "string", span, value, content, holes };
  reading.places.values.set(string, { start, end, style: "bare" });
  return string;
}

function identifierEnd(text: string, start: number): number {
  const pattern = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : start;
}

function take(reading: Reading, { string, end, closed, troubles }: ReadString): StringValue {
  const start = reading.offset;
  reading.offset = end;
  if (!closed) problem(reading, start, start + 1, "unclosed");
  for (const { at, code } of troubles) problem(reading, at, at + 2, code);
  const style = reading.text[start] === "<" ? "heredoc" : "quoted";
  reading.places.values.set(string, { start, end, style });
  return string;
}

/** Skips spaces and comments, and line breaks where they mean nothing. */
function skipBlank(reading: Reading, multiline: boolean): void {
  const { text } = reading;
  for (;;) {
    const char = text[reading.offset];
    const next = text[reading.offset + 1];
    if (char === " " || char === "\t" || char === "\ufeff") reading.offset += 1;
    else if (char === "\r" && (multiline || next !== "\n")) reading.offset += 1;
    else if (char === "\n" && multiline) reading.offset += 1;
    else if (char === "#" || (char === "/" && next === "/")) skipComment(reading, "\n", 0);
    else if (char === "/" && next === "*") skipComment(reading, "*/", 2);
    else return;
  }
}

function skipComment(reading: Reading, close: string, closeLength: number): void {
  const { text, offset: start } = reading;
  const found = text.indexOf(close, start + closeLength);
  if (found < 0 && closeLength > 0) problem(reading, start, start + 2, "unclosed");
  reading.offset = found < 0 ? text.length : found + closeLength;
  const comment = text.slice(start, reading.offset).trimEnd();
  reading.comments.push({
    value: comment,
    span: locate(reading.source, start, start + comment.length),
  });
}

/** An expression, which ends with its line unless it stands in brackets (`multiline`). */
function readExpression(reading: Reading, multiline: boolean): Value | undefined {
  skipBlank(reading, multiline);
  const start = reading.offset;
  const mark = { problems: reading.problems.length, comments: reading.comments.length };
  const value = readTerm(reading, multiline);
  const end = reading.offset;
  if (value !== undefined) {
    skipBlank(reading, multiline);
    if (!continues(reading.text, reading.offset)) {
      reading.offset = end;
      reading.comments.length = mark.comments + commentsBefore(reading, mark.comments, end);
      return value;
    }
  }
  // Something is computed: the stretch is read again as a whole.
  reading.offset = start;
  reading.problems.length = mark.problems;
  reading.comments.length = mark.comments;
  return skipBalanced(reading, multiline);
}

/** How many comments since `from` stand before `end`; later ones are met again. */
function commentsBefore({ comments, source }: Reading, from: number, end: number): number {
  const limit = locate(source, end, end).start;
  return comments.slice(from).filter(({ span }) => span.start < limit).length;
}

/** Whether an operator or an access follows a term. */
function continues(text: string, offset: number): boolean {
  const char = text[offset];
  if (char === undefined) return false;
  if (char === "=") return text[offset + 1] === "=";
  return ".[(?+-*/%<>!&|".includes(char);
}

function readTerm(reading: Reading, multiline: boolean): Value | undefined {
  const { text, offset } = reading;
  const char = text[offset];
  if (char === '"') return take(reading, readQuoted(reading.source, offset));
  if (char === "[" || char === "{") return readContainer(reading, char);
  if (char === "<" && text[offset + 1] === "<") {
    const heredoc = readHeredoc(reading.source, offset);
    return heredoc === undefined ? undefined : take(reading, heredoc);
  }
  return readNumber(reading) ?? readWord(reading, multiline);
}

function readNumber(reading: Reading): Value | undefined {
  const pattern = /-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
  pattern.lastIndex = reading.offset;
  const found = pattern.exec(reading.text)?.[0];
  if (found === undefined) return undefined;
  return scalar(reading, reading.offset + found.length, (span) => ({
    kind: "number",
    span,
    value: Number(found),
  }));
}

function scalar(reading: Reading, end: number, make: (span: Span) => Value): Value {
  const start = reading.offset;
  reading.offset = end;
  const value = make(locate(reading.source, start, end));
  reading.places.values.set(value, { start, end, style: "bare" });
  return value;
}

function readWord(reading: Reading, multiline: boolean): Value | undefined {
  const { text, offset } = reading;
  const end = identifierEnd(text, offset);
  if (end === offset) return undefined;
  const word = text.slice(offset, end);
  if (word === "null") return scalar(reading, end, (span) => ({ kind: "null", span }));
  if (word === "true" || word === "false") {
    return scalar(reading, end, (span) => ({ kind: "boolean", span, value: word === "true" }));
  }
  if (word === "jsonencode" && text[end] === "(" && reading.depth <= maxDepth) {
    return readEncoded(reading, end + 1);
  }
  if (continues(text, end)) return undefined;
  reading.offset = offset;
  return skipBalanced(reading, multiline);
}

/** `jsonencode(…)`, at its argument. */
function readEncoded(reading: Reading, start: number): Value | undefined {
  reading.offset = start;
  reading.depth += 1;
  const value = readExpression(reading, true);
  reading.depth -= 1;
  skipBlank(reading, true);
  if (reading.text[reading.offset] === ",") {
    reading.offset += 1;
    skipBlank(reading, true);
  }
  if (reading.text[reading.offset] === ")") reading.offset += 1;
  else problem(reading, start - 1, start, "unclosed");
  return value;
}

/** `[…]` or `{…}`; nothing where it is computed by `for`, or too deep. */
function readContainer(reading: Reading, open: "[" | "{"): Value | undefined {
  const start = reading.offset;
  if (reading.depth > maxDepth) {
    problem(reading, start, start + 1, "too-deep");
    return skipBalanced(reading, true);
  }
  reading.offset += 1;
  skipBlank(reading, true);
  const wordEnd = identifierEnd(reading.text, reading.offset);
  if (
    reading.text.slice(reading.offset, wordEnd) === "for" &&
    " \t\n".includes(reading.text.charAt(wordEnd))
  ) {
    return undefined;
  }
  reading.depth += 1;
  const children = open === "[" ? readItems(reading) : readElements(reading);
  reading.depth -= 1;
  const close = open === "[" ? "]" : "}";
  const closed = reading.text[reading.offset] === close;
  if (closed) reading.offset += 1;
  else problem(reading, start, start + 1, "unclosed");
  const end = closed ? reading.offset : Math.max(start + 1, children.at(-1)?.end ?? 0);
  // What follows an unclosed bracket is read again, as what stands around it.
  reading.offset = end;
  const span = locate(reading.source, start, end);
  const value: Value =
    open === "["
      ? {
          kind: "array",
          span,
          items: children.flatMap(({ child }) => ("kind" in child ? [child] : [])),
        }
      : {
          kind: "object",
          span,
          members: children.flatMap(({ child }) => ("key" in child ? [child] : [])),
        };
  const form = open === "[" ? "tuple" : "object";
  reading.places.containers.set(value, { form, start, end, closed, children });
  return value;
}

function readItems(reading: Reading): readonly HclChild[] {
  const { text } = reading;
  const children: HclChild[] = [];
  for (;;) {
    skipBlank(reading, true);
    const char = text[reading.offset];
    if (char === undefined || char === "]" || char === "}" || char === ")") break;
    if (startsStatement(reading)) break;
    if (char === ",") {
      reading.offset += 1;
      continue;
    }
    const start = reading.offset;
    const value = readExpression(reading, true);
    if (value === undefined) {
      problem(reading, start, start + 1, "syntax");
      reading.offset = Math.max(reading.offset, start + 1);
      continue;
    }
    const end = reading.offset;
    children.push({ child: value, start, end });
    skipBlank(reading, true);
    const after = text[reading.offset];
    if (after !== undefined && !",]})".includes(after) && !startsStatement(reading)) {
      problem(reading, reading.offset, reading.offset + 1, "syntax");
    }
  }
  return children;
}

/** Whether a line begins an attribute here, so that the bracket before it was never closed. */
function startsStatement({ text, offset }: Reading): boolean {
  let before = offset - 1;
  while (text[before] === " " || text[before] === "\t") before -= 1;
  if (text[before] !== "\n") return false;
  let end = identifierEnd(text, offset);
  if (end === offset) return false;
  while (text[end] === " " || text[end] === "\t") end += 1;
  return isAssignment(text, end);
}

function readElements(reading: Reading): readonly HclChild[] {
  const { text } = reading;
  const children: HclChild[] = [];
  for (;;) {
    skipBlank(reading, true);
    const char = text[reading.offset];
    if (char === undefined || char === "}" || char === "]" || char === ")") break;
    if (char === ",") {
      reading.offset += 1;
      continue;
    }
    const start = reading.offset;
    const key = readKey(reading);
    skipBlank(reading, false);
    const hasSign = isAssignment(text, reading.offset) || text[reading.offset] === ":";
    if (key === undefined || !hasSign) {
      problem(reading, start, Math.max(reading.offset, start + 1), "syntax");
      if (key === undefined) skipLine(reading);
      else
        children.push({
          child: member(reading, key, undefined, start, reading.offset),
          start,
          end: reading.offset,
        });
      if (reading.offset === start) reading.offset += 1;
      continue;
    }
    const sign = reading.offset;
    reading.offset += 1;
    const value = readExpression(reading, false);
    if (value === undefined) problem(reading, sign, sign + 1, "syntax");
    const end = Math.max(sign + 1, value === undefined ? 0 : reading.offset);
    children.push({ child: member(reading, key, value, start, end), start, end });
    skipBlank(reading, false);
    const after = text[reading.offset];
    if (after !== undefined && !",}])\r\n".includes(after)) {
      const rest = reading.offset;
      if (value === undefined) skipLine(reading);
      problem(reading, rest, rest + 1, "syntax");
    }
  }
  return children;
}

/** An object's key; one that is computed is a string that is all hole. */
function readKey(reading: Reading): StringValue | undefined {
  const { text, offset } = reading;
  const name = readName(reading);
  skipBlank(reading, false);
  const after = text[reading.offset];
  if (name !== undefined && (isAssignment(text, reading.offset) || after === ":")) return name;
  if (name !== undefined && (after === undefined || "\r\n,}".includes(after))) return name;
  reading.offset = offset;
  while (reading.offset < text.length) {
    const char = text[reading.offset] ?? "";
    if (char === ":" || isAssignment(text, reading.offset) || ",}\r\n".includes(char)) break;
    if (char === '"' || "([{".includes(char)) {
      const before = reading.offset;
      skipNested(reading);
      if (reading.offset === before) break;
    } else reading.offset += 1;
  }
  const end = offset + text.slice(offset, reading.offset).trimEnd().length;
  return end === offset
    ? undefined
    : literal(reading, offset, end, [{ start: 0, end: end - offset }]);
}

/** Skips a string, or brackets with all that is in them. */
function skipNested(reading: Reading): void {
  const { text, offset: start } = reading;
  const closers: string[] = [];
  do {
    const char = text[reading.offset] ?? "";
    const next = text[reading.offset + 1];
    if (char === '"' || (char === "<" && next === "<")) {
      skipString(reading);
      continue;
    }
    if (char === "#" || (char === "/" && (next === "/" || next === "*"))) {
      skipBlank(reading, true);
      continue;
    }
    const closer = char === "(" ? ")" : char === "[" ? "]" : char === "{" ? "}" : undefined;
    if (closer !== undefined) closers.push(closer);
    else if (char === closers.at(-1)) closers.pop();
    else if (closers.at(-1) !== "}" && startsStatement(reading)) break;
    reading.offset += 1;
  } while (closers.length > 0 && reading.offset < text.length);
  if (closers.length === 0) return;
  problem(reading, start, start + 1, "unclosed");
  reading.offset = start + text.slice(start, reading.offset).trimEnd().length;
}

function skipString(reading: Reading): void {
  const { text, offset: start } = reading;
  if (text[start] === '"') {
    const end = quotedEnd(text, start, text.length);
    if (end === undefined) problem(reading, start, start + 1, "unclosed");
    reading.offset = end ?? Math.max(start + 1, lineEnd(text, start));
    return;
  }
  const heredoc = readHeredoc(reading.source, start);
  if (heredoc?.closed === false) problem(reading, start, start + 2, "unclosed");
  reading.offset = heredoc?.end ?? start + 2;
}

function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf("\n", offset);
  return newline < 0 ? text.length : newline;
}

/** An expression that is computed, whole: to the end of its line or, in brackets, of its item. */
function skipBalanced(reading: Reading, multiline: boolean): Value | undefined {
  const { text } = reading;
  const start = reading.offset;
  let end = start;
  while (reading.offset < text.length) {
    const char = text[reading.offset] ?? "";
    if (",]})".includes(char) || (!multiline && (char === "\n" || char === "\r"))) break;
    if (isAssignment(text, reading.offset)) break;
    if (reading.offset > start && startsStatement(reading)) break;
    const before = reading.offset;
    skipBlank(reading, multiline);
    if (reading.offset > before) continue;
    if (char === '"' || "([{".includes(char) || (char === "<" && text[before + 1] === "<")) {
      skipNested(reading);
    } else if ("=!<>".includes(char) && text[before + 1] === "=") reading.offset += 2;
    else reading.offset += 1;
    if (reading.offset === before) break;
    end = Math.min(reading.offset, text.length);
  }
  reading.offset = Math.min(Math.max(end, start), text.length);
  if (end === start) return undefined;
  const value: Value = { kind: "unknown", span: locate(reading.source, start, end) };
  reading.places.values.set(value, { start, end, style: "bare" });
  return value;
}
