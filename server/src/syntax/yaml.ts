import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  Lexer,
  type Node,
  type Pair,
  Parser,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { substitute } from "./substitution.js";
import { locate, plainText, type SourceText } from "../text/source-text.js";
import { type Located, type Span } from "../text/span.js";
import {
  type ArrayValue,
  type Computed,
  type Member,
  type NullValue,
  type ObjectValue,
  type Problem,
  type ProblemCode,
  type StringValue,
  type Tree,
  type UnknownValue,
  type Value,
} from "./value.js";
import { firstAt } from "../text/search.js";
import { readScalar, type Scalar, type ScalarStyle } from "./yaml-scalar.js";
import { joinQuotedLines } from "./yaml-margin.js";
import { maskTemplates, type TemplateAction } from "./yaml-template.js";
import { type YamlChild, type YamlPlaces, yamlWriter } from "./yaml-writer.js";

/** Deeper collections are not read: the `yaml` package would run out of stack. */
const maxDepth = 100;

/** How many values aliases may repeat in one document; the rest is unknown. */
const maxAliased = 10_000;

const styles: ReadonlyMap<string, ScalarStyle> = new Map([
  ["PLAIN", "plain"],
  ["QUOTE_SINGLE", "single"],
  ["QUOTE_DOUBLE", "double"],
  ["BLOCK_LITERAL", "literal"],
  ["BLOCK_FOLDED", "folded"],
]);

/**
 * Reads every document of a YAML stream. Aliases give the value of their anchor, at the anchor's
 * place; a merge key's members follow the object's own. Values with a tag of the application's
 * (CloudFormation's `!Ref`) and template actions (`{{ … }}`) are unknown; within a string, and in
 * `!Sub`, they are holes.
 */
export function readYaml(source: SourceText): readonly Tree[] {
  const { text, actions } = maskTemplates(source.value);
  const trees = readStream(source, text, actions);
  if (trees.every(({ problems }) => problems.length === 0)) return trees;
  const joined = joinQuotedLines(text);
  if (joined === undefined) return trees;
  const others = readStream(source, joined, actions);
  return others.every(({ problems }) => problems.length === 0) ? others : trees;
}

function readStream(
  source: SourceText,
  text: string,
  actions: readonly TemplateAction[],
): readonly Tree[] {
  const tokens = [...new Parser().parse(text)];
  const deep = tokens.find((token) => isDeeperThan(token, maxDepth));
  if (deep !== undefined) {
    const span = locate(source, deep.offset, deep.offset + 1);
    const places: YamlPlaces = { scalars: new Map(), collections: new Map() };
    const writer = yamlWriter(source, places);
    return [{ root: undefined, problems: [{ span, code: "too-deep" }], writer }];
  }
  const composer = new Composer({
    keepSourceTokens: true,
    uniqueKeys: false,
    strict: false,
    logLevel: "silent",
    prettyErrors: false,
  });
  return Array.from(composer.compose(tokens), (document) =>
    readDocument(source, text, actions, document),
  );
}

/** The comments of a YAML text, from `#` to the line's end. */
export function readYamlComments(source: SourceText): readonly Located<string>[] {
  const { text, actions } = maskTemplates(source.value);
  const hidden = new Set(actions.map(({ start }) => start));
  const comments: Located<string>[] = [];
  let offset = 0;
  let isContent = false;
  for (const lexeme of new Lexer().lex(text)) {
    // The lexer announces documents, scalars and broken flow collections by control characters that
    // are not in the text; the lexeme behind a scalar's is always its content.
    if (!isContent && (lexeme === "\x02" || lexeme === "\x18" || lexeme === "\x1f")) {
      isContent = lexeme === "\x1f";
      continue;
    }
    if (!isContent && lexeme.startsWith("#") && !hidden.has(offset)) {
      const end = offset + lexeme.trimEnd().length;
      comments.push({
        value: source.value.slice(offset, end),
        span: locate(source, offset, end),
      });
    }
    isContent = false;
    offset += lexeme.length;
  }
  return comments;
}

function isDeeperThan(root: CST.Token, limit: number): boolean {
  const open: { token: CST.Token; depth: number }[] = [{ token: root, depth: 0 }];
  for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
    const { token, depth } = entry;
    if (depth > limit) return true;
    const children =
      "items" in token
        ? token.items.flatMap((item) => [item.key, item.value])
        : token.type === "document"
          ? [token.value]
          : [];
    for (const child of children) {
      if (child !== undefined && child !== null) open.push({ token: child, depth: depth + 1 });
    }
  }
  return false;
}

/** What the functions that read one document share. */
interface Reading {
  readonly source: SourceText;
  readonly text: string;
  readonly actions: readonly TemplateAction[];
  /** The actions that already stand for an unknown value, member or item. */
  readonly taken: Set<TemplateAction>;
  readonly anchors: Map<string, { readonly value: Value; readonly size: number }>;
  readonly places: YamlPlaces;
  readonly problems: Problem[];
  /** How many values were read, repeated ones included, and how many of them were repeated. */
  size: number;
  aliased: number;
}

/** What stands around a node. */
interface Around {
  /** The tokens before it, which hold its anchor and tag. */
  readonly props: readonly CST.SourceToken[];
  /** Where what follows it begins. */
  readonly limit: number;
  readonly inFlow: boolean;
  readonly indent: number;
}

function readDocument(
  source: SourceText,
  text: string,
  actions: readonly TemplateAction[],
  document: Document.Parsed,
): Tree {
  const reading: Reading = {
    source,
    text,
    actions,
    taken: new Set(),
    anchors: new Map(),
    places: { scalars: new Map(), collections: new Map() },
    problems: document.errors.map(({ code, pos: [start, end] }) => ({
      span: locate(source, start, Math.min(Math.max(end, start + 1), text.length)),
      code: problemCode(code, start >= text.trimEnd().length),
    })),
    size: 0,
    aliased: 0,
  };
  const contents = document.contents;
  const limit = document.range[1];
  const isEmpty = contents === null || (isScalar(contents) && isNothing(contents));
  const start = contents?.range[0] ?? 0;
  const root =
    isEmpty && !hasAction(reading, start, limit)
      ? undefined
      : read(reading, contents, start, { props: [], limit, inFlow: false, indent: -2 });
  return { root, problems: reading.problems, writer: yamlWriter(source, reading.places) };
}

function problemCode(code: string, atEnd: boolean): ProblemCode {
  if (code === "BAD_DQ_ESCAPE") return "bad-escape";
  if (code === "TAB_AS_INDENT") return "bad-character";
  if (code === "RESOURCE_EXHAUSTION") return "too-deep";
  return atEnd ? "unclosed" : "syntax";
}

function isNothing(node: Node): boolean {
  return isScalar(node) && node.range?.[0] === node.range?.[1] && node.tag === undefined;
}

function read(reading: Reading, node: unknown, offset: number, around: Around): Value {
  const before = reading.size;
  reading.size += 1;
  if (isAlias(node)) {
    const anchored = reading.anchors.get(node.source);
    const [start, end] = node.range ?? [offset, offset];
    if (anchored === undefined || reading.aliased + anchored.size > maxAliased) {
      if (anchored !== undefined) addProblem(reading, start, end, "too-large");
      return unknown(reading, start, end);
    }
    reading.aliased += anchored.size;
    reading.size += anchored.size;
    return anchored.value;
  }
  const value = isMap(node)
    ? readMap(reading, node, offset, around)
    : isSeq(node)
      ? readSeq(reading, node, offset, around)
      : isScalar(node)
        ? readScalarNode(reading, node, offset, around)
        : nothing(reading, offset, around);
  if ((isMap(node) || isSeq(node) || isScalar(node)) && node.anchor !== undefined) {
    reading.anchors.set(node.anchor, { value, size: reading.size - before });
  }
  return value;
}

function addProblem(reading: Reading, start: number, end: number, code: ProblemCode): void {
  reading.problems.push({ span: locate(reading.source, start, end), code });
}

function unknown(reading: Reading, start: number, end: number, computed?: Computed): UnknownValue {
  const span = locate(reading.source, start, end);
  const value: UnknownValue = { kind: "unknown", span, ...(computed && { computed }) };
  reading.places.scalars.set(value, { start, end, style: "plain", inFlow: true, indent: 0 });
  return value;
}

function nothing(reading: Reading, offset: number, around: Around): NullValue | UnknownValue {
  const action = takeActions(reading, offset, around.limit);
  if (action !== undefined) return unknown(reading, action.start, action.end);
  const value: NullValue = { kind: "null", span: locate(reading.source, offset, offset) };
  const { inFlow, indent } = around;
  reading.places.scalars.set(value, { start: offset, end: offset, style: "plain", inFlow, indent });
  return value;
}

/** The stretch of template actions that stands where a value is missing. */
function takeActions(reading: Reading, offset: number, limit: number): Span | undefined {
  let next = offset;
  let found: { start: number; end: number } | undefined;
  for (const action of actionsFrom(reading, offset)) {
    if (action.end > limit) break;
    if (action.start < offset) continue;
    if (reading.text.slice(next, action.start).trim() !== "") break;
    reading.taken.add(action);
    found = { start: found?.start ?? action.start, end: action.end };
    next = action.end;
  }
  return found;
}

function hasAction(reading: Reading, start: number, end: number): boolean {
  for (const action of actionsFrom(reading, start)) {
    if (action.end > end) return false;
    if (start <= action.start) return true;
  }
  return false;
}

/** The actions that end behind a place, in order. */
function* actionsFrom({ actions }: Reading, start: number): Iterable<TemplateAction> {
  let index = firstAt(actions.length, (each) => (actions[each]?.end ?? 0) > start);
  for (let action = actions[index]; action !== undefined; action = actions[(index += 1)]) {
    yield action;
  }
}

/** The actions that a stretch of the text overlaps. */
function actionsIn(reading: Reading, start: number, end: number): readonly TemplateAction[] {
  const found: TemplateAction[] = [];
  for (const action of actionsFrom(reading, start)) {
    if (action.start >= end) break;
    found.push(action);
  }
  return found;
}

/** A scalar's characters, in which actions are holes. */
function readText(reading: Reading, scalar: Scalar): StringValue {
  const { source, text } = reading;
  return readScalar(source, text, actionsIn(reading, scalar.start, scalar.end), scalar);
}

/** A tag that the application, and not YAML, gives a meaning. */
function applicationTag(tag: string | undefined): string | undefined {
  if (tag === undefined || tag === "!") return undefined;
  return /^tag:yaml\.org,2002:(?:str|int|float|bool|null|map|seq)$/.test(tag) ? undefined : tag;
}

function propsStart({ props }: Around, offset: number): number {
  const first = props.find(
    ({ type, offset: at }) => (type === "tag" || type === "anchor") && at < offset,
  );
  return first?.offset ?? offset;
}

function readScalarNode(reading: Reading, node: Node, offset: number, around: Around): Value {
  if (!isScalar(node)) return nothing(reading, offset, around);
  const [start, end] = node.range ?? [offset, offset];
  if (isNothing(node)) return nothing(reading, start, around);
  const tag = applicationTag(node.tag);
  const scalar = scalarOf(node, start, end, around.indent);
  if (tag !== undefined && (tag !== "!Sub" || typeof node.value !== "string")) {
    const read = typeof node.value === "string" && readText(reading, scalar);
    const computed = read === false ? undefined : tagged(tag, read);
    return unknown(reading, propsStart(around, start), end, computed);
  }
  const hidden = actionsIn(reading, start, end);
  const covered = hidden.some((action) => action.start <= start && end <= action.end);
  const value =
    covered && scalar.style === "plain"
      ? undefined
      : scalarValue(reading, node, scalar, around.limit);
  const { inFlow, indent } = around;
  const found = value ?? unknown(reading, start, end);
  reading.places.scalars.set(found, {
    start: tag === undefined ? start : propsStart(around, start),
    end,
    style: scalar.style,
    inFlow,
    indent,
  });
  return found;
}

/** CloudFormation's short form of a function: `!GetAtt` for `Fn::GetAtt`. */
function tagged(tag: string, parameter: Value): Computed | undefined {
  const name = /^!(\w+)$/.exec(tag)?.[1];
  if (name === undefined) return undefined;
  return { kind: "call", name: name === "Ref" ? name : `Fn::${name}`, parameters: [parameter] };
}

function scalarOf(node: Node, start: number, end: number, indent: number): Scalar {
  const type = isScalar(node) ? node.type : undefined;
  const token = node.srcToken;
  return {
    start,
    end,
    style: styles.get(type ?? "PLAIN") ?? "plain",
    block: token?.type === "block-scalar" ? token : undefined,
    indent: Math.max(indent, 0),
  };
}

function scalarValue(reading: Reading, node: Node, scalar: Scalar, limit: number): Value {
  const { start, end } = scalar;
  const value: unknown = isScalar(node) ? node.value : undefined;
  const span = locate(reading.source, start, end);
  if (typeof value === "number") return { kind: "number", span, value };
  if (typeof value === "boolean") return { kind: "boolean", span, value };
  if (value === null) return { kind: "null", span };
  const string = readText(reading, scalar);
  if (node.tag === "!Sub") return substitute(string);
  if (scalar.block === undefined || !endsInAction(reading, scalar, limit)) return string;
  const { length } = string.value;
  if (length === 0) return { kind: "unknown", span };
  return { ...string, holes: [...string.holes, { start: length - 1, end: length }] };
}

/** Whether an action gives the last lines of a block, where its mask is not in the block's value. */
function endsInAction(reading: Reading, { start, end, indent }: Scalar, limit: number): boolean {
  const from = trimmedEnd(reading, start, end);
  const action = actionsIn(reading, from, limit).find(({ start: at }) => at >= from);
  if (action?.givesText !== true || action.end > limit || action.column <= indent) return false;
  if (reading.text.slice(from, action.end).trim() !== "") return false;
  reading.taken.add(action);
  return true;
}

function readKey(reading: Reading, key: unknown, offset: number, around: Around): StringValue {
  const [start, end] = hasRange(key) ? key.range : [offset, offset];
  const scalar: Scalar =
    isScalar(key) && !isNothing(key)
      ? scalarOf(key, start, end, around.indent)
      : { start, end, style: "plain", block: undefined, indent: 0 };
  const string = readText(reading, scalar);
  const place = { start, end, style: scalar.style, inFlow: around.inFlow, indent: around.indent };
  if (isScalar(key)) reading.places.scalars.set(string, place);
  if (isScalar(key) && key.anchor !== undefined) {
    reading.anchors.set(key.anchor, { value: string, size: 1 });
  }
  return string;
}

function hasRange(node: unknown): node is { readonly range: readonly [number, number, number] } {
  return typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range);
}

interface Collected {
  readonly start: number;
  readonly end: number;
  readonly flow: boolean;
  readonly indent: number;
}

function collect(node: YAMLMap | YAMLSeq, around: Around): Collected {
  const [start, end] = node.range ?? [0, 0];
  const flow = node.srcToken?.type === "flow-collection";
  const token = node.srcToken;
  const indent = token !== undefined && "indent" in token ? token.indent : around.indent;
  return { start, end, flow, indent: flow ? Math.max(around.indent, 0) : indent };
}

function readMap(reading: Reading, node: YAMLMap, offset: number, around: Around): Value {
  const { start, end, flow, indent } = collect(node, around);
  if (applicationTag(node.tag) !== undefined) {
    return unknown(reading, propsStart(around, start), trimmedEnd(reading, start, end));
  }
  const members: Member[] = [];
  const merged: Member[] = [];
  const children: YamlChild[] = [];
  const inFlow = flow || around.inFlow;
  for (const [i, pair] of node.items.entries()) {
    const limit = startOfPair(node.items[i + 1]) ?? (flow ? end : Math.max(around.limit, end));
    const pairStart = startOfPair(pair) ?? start;
    const token = pair.srcToken;
    const key = readKey(reading, pair.key, pairStart, {
      props: token?.start ?? [],
      limit,
      inFlow,
      indent,
    });
    const colon = token?.sep?.find(({ type }) => type === "map-value-ind");
    const keyEnd = hasRange(pair.key) ? pair.key.range[1] : pairStart;
    const colonEnd = colon === undefined ? keyEnd : colon.offset + 1;
    const value =
      colon === undefined && isNothingOrNull(pair.value)
        ? undefined
        : read(reading, pair.value, colonEnd, { props: token?.sep ?? [], limit, inFlow, indent });
    const pairEnd = trimmedEnd(
      reading,
      pairStart,
      Math.max(colonEnd, hasRange(pair.value) ? pair.value.range[1] : colonEnd),
    );
    const actionEnd = flow ? pairEnd : takenEnd(reading, pairStart, limit);
    const span = locate(
      reading.source,
      hasRange(pair.key) ? pair.key.range[0] : pairStart,
      pairEnd,
    );
    const member: Member = { key, value, span };
    const isMerge = isScalar(pair.key) && pair.key.value === "<<" && pair.key.type === "PLAIN";
    if (isMerge && value !== undefined) merged.push(...mergedMembers(reading, value));
    else members.push(member);
    children.push({
      child: isMerge ? undefined : member,
      start: pairStart,
      end: Math.max(pairEnd, colonEnd, actionEnd),
      explicit: token?.start.some(({ type }) => type === "explicit-key-ind") === true,
    });
  }
  for (const action of takeLineActions(
    reading,
    flow ? start : offset,
    flow ? end : around.limit,
    flow ? 0 : indent,
  )) {
    members.push(actionMember(reading, action));
    if (!flow) children.push({ child: undefined, ...spanOf(action), explicit: false });
  }
  members.sort((a, b) => a.span.start - b.span.start);
  children.sort((a, b) => a.start - b.start);
  const value: ObjectValue = {
    kind: "object",
    span: locate(reading.source, start, trimmedEnd(reading, start, end)),
    members: [...members, ...merged],
  };
  reading.places.collections.set(value, { start, end, flow, inFlow, indent, children });
  return value;
}

function isNothingOrNull(node: unknown): boolean {
  return node === null || node === undefined || (isScalar(node) && isNothing(node));
}

/** `<<: *defaults` or `<<: [*a, *b]`; the object's own members stand first and so win. */
function mergedMembers(reading: Reading, value: Value): readonly Member[] {
  if (value.kind === "array") return value.items.flatMap((item) => mergedMembers(reading, item));
  if (value.kind === "object") return value.members;
  const { span } = value;
  return value.kind === "unknown" ? [{ key: emptyString(reading, span), value, span }] : [];
}

function emptyString(reading: Reading, span: Span): StringValue {
  const content = plainText("", span.start, reading.source.encode);
  return {
    kind: "string",
    span: { start: span.start, end: span.start },
    value: "",
    content,
    holes: [],
  };
}

function actionMember(reading: Reading, action: TemplateAction): Member {
  const value = unknown(reading, action.start, action.end);
  const { start, end } = action;
  const key = readText(reading, {
    start,
    end,
    style: "plain",
    block: undefined,
    indent: 0,
  });
  return { key, value, span: value.span };
}

function readSeq(reading: Reading, node: YAMLSeq, from: number, around: Around): Value {
  const { start, end, flow, indent } = collect(node, around);
  const entries = entriesOf(node);
  const items: Value[] = [];
  const children: YamlChild[] = [];
  const inFlow = flow || around.inFlow;
  for (const [i, item] of node.items.entries()) {
    const itemStart = startOfItem(item, entries, flow) ?? start;
    const limit =
      startOfItem(node.items[i + 1], entries, flow) ?? (flow ? end : Math.max(around.limit, end));
    const props = entries.of(item)?.start ?? [];
    const offset = flow ? itemStart : itemStart + 1;
    // In `[a: 1]` an item is a pair without braces: an object of one member.
    const value = isPair(item)
      ? readLonePair(reading, item, { props, limit, inFlow, indent })
      : read(reading, item, offset, { props, limit, inFlow, indent });
    const itemEnd = trimmedEnd(reading, itemStart, Math.max(offset, nodeEnd(item) ?? offset));
    items.push(value);
    const actionEnd = flow ? itemEnd : takenEnd(reading, itemStart, limit);
    const childEnd = Math.max(itemEnd, actionEnd);
    children.push({ child: value, start: itemStart, end: childEnd, explicit: false });
  }
  for (const action of takeLineActions(
    reading,
    flow ? start : from,
    flow ? end : around.limit,
    flow ? 0 : indent,
  )) {
    const item = unknown(reading, action.start, action.end);
    items.push(item);
    if (!flow) children.push({ child: item, ...spanOf(action), explicit: false });
  }
  const value: ArrayValue = {
    kind: "array",
    span: locate(reading.source, start, trimmedEnd(reading, start, end)),
    items: reading.taken.size > 0 ? inOrder(items, children) : items,
  };
  children.sort((a, b) => a.start - b.start);
  reading.places.collections.set(value, { start, end, flow, inFlow, indent, children });
  const tag = applicationTag(node.tag);
  const [template, variables] = items;
  if (tag === "!Sub" && template?.kind === "string") return substitute(template, variables);
  if (tag !== undefined) {
    const from = propsStart(around, start);
    return unknown(reading, from, trimmedEnd(reading, start, end), tagged(tag, value));
  }
  return value;
}

/** Puts the items that template actions stand for among the written ones. */
function inOrder(items: readonly Value[], children: readonly YamlChild[]): readonly Value[] {
  const startOf = new Map(children.map(({ child, start }) => [child, start]));
  return items
    .map((item) => ({ item, start: startOf.get(item) ?? item.span.start }))
    .toSorted((a, b) => a.start - b.start)
    .map(({ item }) => item);
}

function readLonePair(reading: Reading, pair: Pair, around: Around): Value {
  const start = startOfPair(pair) ?? 0;
  const key = readKey(reading, pair.key, start, around);
  const offset = nodeEnd(pair.key) ?? start;
  const value = read(reading, pair.value, offset, around);
  const span = locate(reading.source, start, Math.max(offset, nodeEnd(pair.value) ?? offset));
  return { kind: "object", span, members: [{ key, value, span }] };
}

function nodeStart(node: unknown): number | undefined {
  return hasRange(node) ? node.range[0] : undefined;
}

function nodeEnd(node: unknown): number | undefined {
  if (isPair(node)) return nodeEnd(node.value) ?? nodeEnd(node.key);
  return hasRange(node) ? node.range[1] : undefined;
}

function startOfPair(pair: Pair | undefined): number | undefined {
  if (pair === undefined) return undefined;
  const mark = pair.srcToken?.start.find(
    ({ type }) => type === "explicit-key-ind" || type === "anchor" || type === "tag",
  );
  const key = nodeStart(pair.key);
  return mark === undefined ? key : Math.min(mark.offset, key ?? mark.offset);
}

/** The entries of a list as tokens: with their dashes, anchors and tags. */
interface Entries {
  of(item: unknown): CST.CollectionItem | undefined;
  readonly dashes: readonly CST.SourceToken[];
}

function entriesOf(node: YAMLSeq): Entries {
  const token = node.srcToken;
  const items = token !== undefined && "items" in token ? token.items : [];
  const byValue = new Map(items.map((item) => [item.value, item]));
  return {
    of: (item) => {
      const value = isNode(item) ? item.srcToken : undefined;
      return value === undefined ? undefined : byValue.get(value);
    },
    dashes: items.flatMap(({ start }) => start.filter(({ type }) => type === "seq-item-ind")),
  };
}

function startOfItem(item: unknown, entries: Entries, flow: boolean): number | undefined {
  const start = isPair(item) ? startOfPair(item) : nodeStart(item);
  if (flow || start === undefined) return start;
  const own = entries.of(item)?.start.find(({ type }) => type === "seq-item-ind");
  return (own ?? entries.dashes.findLast(({ offset }) => offset < start))?.offset ?? start;
}

/** Blocks end behind their last line break; a value ends with its last character. */
function trimmedEnd({ text }: Reading, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}

/** The actions that stand on lines of their own among a collection's entries. */
function takeLineActions(
  reading: Reading,
  start: number,
  limit: number,
  indent: number,
): readonly TemplateAction[] {
  const found = actionsIn(reading, start, limit).filter(
    (action) =>
      action.wholeLine &&
      action.givesText &&
      !reading.taken.has(action) &&
      start <= action.start &&
      action.end <= limit &&
      action.column >= indent &&
      !isContent(reading, action),
  );
  for (const action of found) reading.taken.add(action);
  return found;
}

function spanOf({ start, end }: TemplateAction): Span {
  return { start, end };
}

/** Where the last of the actions ends that something between the offsets has taken. */
function takenEnd({ taken }: Reading, start: number, limit: number): number {
  let last = start;
  for (const { start: from, end } of taken)
    if (from > start && end <= limit) last = Math.max(last, end);
  return last;
}

/** Whether the action stands within a string, of which it is a hole. */
function isContent({ places }: Reading, action: TemplateAction): boolean {
  for (const [{ kind }, place] of places.scalars) {
    if (kind === "string" && place.start <= action.start && action.end <= place.end) return true;
  }
  return false;
}
