import { locate, plainText, sliceText, type SourceText } from "../text/source-text.js";
import { type Located, type Span } from "../text/span.js";
import { type MendedHcl, parseMended } from "./hcl-mending.js";
import { createHclParser, type HclNode, type HclWasm } from "./hcl-parser.js";
import { readHeredoc, readQuoted, type ReadString } from "./hcl-template.js";
import { type HclChild, type HclPlaces, hclWriter, type HclWriter } from "./hcl-writer.js";
import {
  type Computed,
  type Member,
  type ObjectValue,
  type Problem,
  type ProblemCode,
  type StringValue,
  type Tree,
  type Value,
} from "./value.js";

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
  /** The value of an expression that stands alone, such as one within an interpolation. */
  expression(text: string): Value | undefined;
}

/**
 * Reads HCL, the language of Terraform. What an expression computes is unknown, but for
 * `jsonencode(…)`, which is what it encodes. A line that makes no sense costs itself only.
 */
export type HclReader = (source: SourceText) => HclTree;

/** Loads the parser that the reader stands on. */
export async function createHclReader(wasm: HclWasm): Promise<HclReader> {
  const parse = await createHclParser(wasm);
  const read = (source: SourceText): HclTree => readTree(source, parseMended(source, parse), read);
  return read;
}

interface Reading {
  readonly source: SourceText;
  readonly parsed: MendedHcl;
  readonly problems: Problem[];
  readonly blocks: Map<ObjectValue, readonly HclBlock[]>;
  readonly places: HclPlaces;
}

function readTree(source: SourceText, parsed: MendedHcl, read: HclReader): HclTree {
  const reading: Reading = {
    source,
    parsed,
    problems: [...parsed.problems],
    blocks: new Map(),
    places: { values: new Map(), containers: new Map() },
  };
  const end = source.value.length;
  const children = parsed.root === undefined ? [] : [parsed.root];
  const object = parsed.root?.children.find(({ type }) => type === "object");
  const root =
    object === undefined
      ? readBody(reading, children, { form: "root", start: 0, end, closed: true })
      : readObject(reading, object);
  return {
    root,
    problems: reading.problems.toSorted((a, b) => a.span.start - b.span.start),
    comments: children.flatMap((node) => commentsIn(source, node)),
    writer: hclWriter(source, reading.places),
    blocksIn: (body) => reading.blocks.get(body) ?? [],
    expression: (text) => read(plainText(`value = ${text}`)).root.members[0]?.value,
  };
}

function commentsIn(source: SourceText, node: HclNode): readonly Located<string>[] {
  if (node.type !== "comment") return node.children.flatMap((child) => commentsIn(source, child));
  const value = source.value.slice(node.start, node.end).trimEnd();
  return [{ value, span: locate(source, node.start, node.start + value.length) }];
}

function problem(
  { source, problems }: Reading,
  start: number,
  end: number,
  code: ProblemCode,
): void {
  problems.push({ span: locate(source, start, Math.min(end, source.value.length)), code });
}

interface BodyPlace {
  readonly form: "root" | "body";
  readonly start: number;
  readonly end: number;
  readonly closed: boolean;
}

function readBody(reading: Reading, nodes: readonly HclNode[], place: BodyPlace): ObjectValue {
  const { source, blocks, places } = reading;
  const { start, end, closed } = place;
  if (!closed) problem(reading, start, start + 1, "unclosed");
  const attributes: Member[] = [];
  const found: HclBlock[] = [];
  const children: HclChild[] = [];
  for (const node of nodes.flatMap(statementsIn)) {
    const last = children.at(-1)?.end ?? 0;
    const isApart = children.length === 0 || source.value.slice(last, node.start).includes("\n");
    if (!isApart && reading.parsed.isWhole) problem(reading, node.start, node.end, "syntax");
    if (node.type === "attribute") {
      const entry = readEntry(reading, node);
      if (entry === undefined) continue;
      attributes.push(entry.child);
      children.push(entry);
    } else {
      const block = readBlock(reading, node);
      if (block === undefined) continue;
      found.push(block);
      const blockEnd = places.containers.get(block.body)?.end ?? node.end;
      children.push({ child: block.body, start: node.start, end: blockEnd });
    }
  }
  const members = [...attributes, ...blockMembers(reading, found)].toSorted(
    (a, b) => a.span.start - b.span.start,
  );
  const value: ObjectValue = { kind: "object", span: locate(source, start, end), members };
  blocks.set(value, found);
  places.containers.set(value, { ...place, children });
  return value;
}

/** Attributes and blocks, also those that stand in what the parser could not make sense of. */
function statementsIn(node: HclNode): readonly HclNode[] {
  if (node.type === "attribute" || node.type === "block") return [node];
  const holdsMore = ["config_file", "body", "ERROR"].includes(node.type);
  return holdsMore ? node.children.flatMap(statementsIn) : [];
}

function readBlock(reading: Reading, node: HclNode): HclBlock | undefined {
  const open = node.children.findIndex(({ type }) => type === "block_start");
  const brace = node.children[open];
  const [type, ...labels] = node.children
    .slice(0, open)
    .flatMap((child) => (names.has(child.type) ? [readName(reading, child)] : []));
  if (brace === undefined || type === undefined) return undefined;
  const place = bracketPlace(reading, brace.start, node);
  const body = readBody(reading, node.children.slice(open + 1), { form: "body", ...place });
  return { type, labels, body, span: locate(reading.source, node.start, place.end) };
}

const names: ReadonlySet<string> = new Set(["identifier", "string_lit"]);

function readName(reading: Reading, { type, start, end }: HclNode): StringValue {
  return type === "identifier" ? literal(reading, start, end) : readString(reading, start, end);
}

/** Where something in brackets ends, and whether it is closed there. */
function bracketPlace(
  { source, parsed }: Reading,
  start: number,
  node: HclNode,
): { readonly start: number; readonly end: number; readonly closed: boolean } {
  const closer = lastLeaf(node);
  const isTheirs = parsed.isWhole || source.value[closer.start] === parsed.text[closer.start];
  const closed = !closer.missing && "]})".includes(source.value.charAt(closer.start)) && isTheirs;
  return {
    start,
    end: closed ? node.end : Math.max(start + 1, trueEnd(parsed, source, node)),
    closed,
  };
}

function lastLeaf(node: HclNode): HclNode {
  const last = node.children.at(-1);
  return last === undefined ? node : lastLeaf(last);
}

/** Where a node ends without what was made up behind it. */
function trueEnd({ isWhole, text }: MendedHcl, { value }: SourceText, node: HclNode): number {
  if (isWhole) return Math.min(node.end, value.length);
  let { end } = node;
  while (end > node.start && (text[end - 1] !== value[end - 1] || /\s/.test(text.charAt(end - 1))))
    end -= 1;
  return end;
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

/** An attribute or an object's element. */
function readEntry(reading: Reading, node: HclNode): (HclChild & { child: Member }) | undefined {
  const [name, ...rest] = node.children.filter(isMeant);
  const expression = rest.at(-1);
  if (name === undefined || expression?.type !== "expression") return undefined;
  const { source, parsed } = reading;
  const { start } = node;
  const key = name.type === "identifier" ? readName(reading, name) : readKey(reading, name);
  const isTyped = !parsed.hollows.has(expression.start);
  const value = isTyped ? readExpression(reading, expression) : undefined;
  const end = Math.max(trueEnd(parsed, source, node), endOf(reading, value));
  return { child: { key, value, span: locate(source, start, end) }, start, end };
}

function isMeant({ type }: HclNode): boolean {
  return type !== "comment" && type !== "ERROR";
}

/** Where a value ends; a string that is not closed ends elsewhere than in the mended text. */
function endOf({ places }: Reading, value: Value | undefined): number {
  if (value === undefined) return 0;
  return (places.values.get(value) ?? places.containers.get(value))?.end ?? 0;
}

/** An object's key; one that is computed is a string that is all hole. */
function readKey(reading: Reading, node: HclNode): StringValue {
  const { start, end } = node;
  const leaf = onlyChild(onlyChild(node));
  if (leaf?.type === "identifier") return literal(reading, start, end);
  if (leaf?.type === "string_lit" || leaf?.type === "quoted_template") {
    return readString(reading, start, end);
  }
  return literal(reading, start, end, [{ start: 0, end: end - start }]);
}

function onlyChild(node: HclNode | undefined): HclNode | undefined {
  const meant = node?.children.filter(isMeant) ?? [];
  return meant.length === 1 ? meant[0] : undefined;
}

/** A string that stands without quotes. */
function literal(
  { source, places }: Reading,
  start: number,
  end: number,
  holes: readonly Span[] = [],
): StringValue {
  const content = sliceText(source, start, end);
  const span = locate(source, start, end);
  const string: StringValue = { kind: "string", span, value: content.value, content, holes };
  places.values.set(string, { start, end, style: "bare" });
  return string;
}

function readString(reading: Reading, start: number, end: number): StringValue {
  const { source, parsed } = reading;
  return take(
    reading,
    start,
    readQuoted(source, start, parsed.isWhole ? end : undefined),
    "quoted",
  );
}

function take(
  reading: Reading,
  start: number,
  { string, end, closed, troubles }: ReadString,
  style: "quoted" | "heredoc",
): StringValue {
  if (!closed) problem(reading, start, start + 1, "unclosed");
  for (const { at, code } of troubles) problem(reading, at, at + 2, code);
  reading.places.values.set(string, { start, end, style });
  return string;
}

function readExpression(reading: Reading, node: HclNode): Value {
  const term = onlyChild(node);
  const read = term && readTerm(reading, term);
  if (read !== undefined) return read;
  const computed = readComputed(reading, node, term);
  return scalar(reading, node, { kind: "unknown", ...(computed && { computed }) });
}

function readComputed(
  reading: Reading,
  node: HclNode,
  term: HclNode | undefined,
): Computed | undefined {
  if (term?.type === "function_call") {
    const { name, parameters } = callOf(reading, term);
    return {
      kind: "call",
      name,
      parameters: parameters.map((parameter) => readExpression(reading, parameter)),
    };
  }
  const path = textOf(reading, node).trim();
  return referenceForm.test(path) ? { kind: "reference", path } : undefined;
}

const referenceForm = /^[a-z_][\w-]*(?:\.[\w-]+|\[\d+\])+$/i;

/** What stands alone in an expression; nothing where it is computed. */
function readTerm(reading: Reading, node: HclNode): Value | undefined {
  const { start, end } = node;
  const inner = onlyChild(node);
  switch (node.type) {
    case "literal_value":
    case "template_expr":
    case "collection_value":
    case "operation":
      return inner && readTerm(reading, inner);
    case "numeric_lit":
    case "unary_operation":
      return readNumber(reading, node);
    case "bool_lit":
      return scalar(reading, node, { kind: "boolean", value: textOf(reading, node) === "true" });
    case "null_lit":
      return scalar(reading, node, { kind: "null" });
    case "string_lit":
    case "quoted_template":
      return readString(reading, start, end);
    case "heredoc_template": {
      const read = readHeredoc(reading.source, start);
      return read && take(reading, start, read, "heredoc");
    }
    case "tuple":
      return readTuple(reading, node);
    case "object":
      return readObject(reading, node);
    case "function_call":
      return readEncoded(reading, node);
    default:
      return undefined;
  }
}

function textOf({ source }: Reading, { start, end }: HclNode): string {
  return source.value.slice(start, end);
}

function readNumber(reading: Reading, node: HclNode): Value | undefined {
  const text = textOf(reading, node);
  const value = /^-?\d/.test(text) ? Number(text) : NaN;
  return Number.isNaN(value) ? undefined : scalar(reading, node, { kind: "number", value });
}

/** A value's own part of a node. */
type Scalar =
  | { readonly kind: "null" }
  | { readonly kind: "unknown"; readonly computed?: Computed }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "boolean"; readonly value: boolean };

function scalar({ source, parsed, places }: Reading, node: HclNode, scalar: Scalar): Value {
  const { start } = node;
  const end = trueEnd(parsed, source, node);
  const value: Value = { ...scalar, span: locate(source, start, end) };
  places.values.set(value, { start, end, style: "bare" });
  return value;
}

/** `jsonencode(…)` or `yamlencode(…)`, at its argument; nothing for any other function. */
function readEncoded(reading: Reading, node: HclNode): Value | undefined {
  const { name, parameters, open, close } = callOf(reading, node);
  const [argument] = parameters;
  if (name !== "jsonencode" && name !== "yamlencode") return undefined;
  if (argument?.type !== "expression" || parameters.length > 1) return undefined;
  if (open !== undefined && !(close && bracketPlace(reading, open.start, close).closed)) {
    problem(reading, open.start, open.end, "unclosed");
  }
  return readExpression(reading, argument);
}

interface Call {
  readonly name: string;
  readonly parameters: readonly HclNode[];
  readonly open: HclNode | undefined;
  readonly close: HclNode | undefined;
}

function callOf(reading: Reading, node: HclNode): Call {
  const [name, open, list, close] = node.children.filter(isMeant);
  const parameters = list?.children.filter(({ type }) => type !== "comment" && type !== ",") ?? [];
  return { name: name === undefined ? "" : textOf(reading, name), parameters, open, close };
}

function readTuple(reading: Reading, node: HclNode): Value {
  const { source, parsed, places } = reading;
  const place = bracketPlace(reading, node.start, node);
  const children = node.children.flatMap((child) => {
    if (child.type !== "expression" || parsed.hollows.has(child.start)) return [];
    const value = readExpression(reading, child);
    const end = Math.max(trueEnd(parsed, source, child), endOf(reading, value));
    return [{ child: value, start: child.start, end }];
  });
  if (!place.closed) problem(reading, place.start, place.start + 1, "unclosed");
  const items = children.map(({ child }) => child);
  const value: Value = { kind: "array", span: locate(source, place.start, place.end), items };
  places.containers.set(value, { form: "tuple", ...place, children });
  return value;
}

function readObject(reading: Reading, node: HclNode): ObjectValue {
  const { source, places } = reading;
  const place = bracketPlace(reading, node.start, node);
  const children = node.children.flatMap((child) => {
    const entry = child.type === "object_elem" ? readEntry(reading, child) : undefined;
    return entry === undefined ? [] : [entry];
  });
  if (!place.closed) problem(reading, place.start, place.start + 1, "unclosed");
  const members = children.map(({ child }) => child);
  const value: ObjectValue = {
    kind: "object",
    span: locate(source, place.start, place.end),
    members,
  };
  places.containers.set(value, { form: "object", ...place, children });
  return value;
}
