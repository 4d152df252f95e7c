import { parser } from "@lezer/xml";
import { locate, sliceText, type SourceText } from "../text/source-text.js";
import { type Located, type Span } from "../text/span.js";
import { createDecoding } from "./decoding.js";
import {
  type Member,
  type ObjectValue,
  type Problem,
  type StringValue,
  type Tree,
  type Value,
} from "./value.js";
import { escapeXml, type XmlPlaces, xmlWriter } from "./xml-writer.js";

/**
 * The tree of an XML text: an object whose only member is the root element. An element that holds
 * elements is an object; one that holds text is a string, as XML has no numbers. Elements of one name
 * are one member: the element itself, or a repeated array where there is more than one. Prefixes are
 * not part of a name.
 */
export interface XmlTree extends Tree {
  readonly root: ObjectValue | undefined;
  readonly attributes: readonly XmlAttribute[];
  readonly comments: readonly Located<string>[];
}

/** An attribute, which the tree of values leaves out. */
export interface XmlAttribute {
  /** The name of its element. */
  readonly element: string;
  /** With its prefix. */
  readonly name: string;
  readonly value: StringValue;
}

type SyntaxNode = ReturnType<typeof parser.parse>["topNode"];

const maxDepth = 100;

interface Reading {
  readonly source: SourceText;
  readonly text: string;
  readonly problems: Problem[];
  readonly comments: Located<string>[];
  readonly attributes: XmlAttribute[];
  readonly places: XmlPlaces;
}

/** An element as it was read; `escaped` are those that only a broken tag put into it. */
interface Element {
  readonly name: StringValue;
  readonly value: Value;
  readonly start: number;
  readonly end: number;
  readonly escaped: readonly Element[];
}

export function readXml(source: SourceText): XmlTree {
  const reading: Reading = {
    source,
    text: source.value,
    problems: [],
    comments: [],
    attributes: [],
    places: { elements: new Map(), names: new Map() },
  };
  const writer = xmlWriter(source, reading.places);
  const deep = firstTooDeep(source.value);
  if (deep !== undefined) {
    const { problems, attributes, comments } = reading;
    addProblem(reading, deep, deep + 1, "too-deep");
    return { root: undefined, problems, attributes, comments, writer };
  }
  const document = parser.parse(source.value).topNode;
  const content = readContent(reading, document, 0);
  if (content.trouble !== undefined) {
    addProblem(reading, content.trouble.start, content.trouble.end, "syntax");
  }
  const { elements } = content;
  const [first] = elements;
  const last = elements.at(-1);
  const root =
    first === undefined || last === undefined
      ? undefined
      : objectOf(reading, elements, locate(source, first.start, last.end));
  const { problems, attributes, comments } = reading;
  return { root, problems, attributes, comments, writer };
}

/** Where more tags are open than any configuration needs; the parser takes its time with those. */
function firstTooDeep(text: string): number | undefined {
  let depth = 0;
  for (let at = text.indexOf("<"); at >= 0; at = text.indexOf("<", at + 1)) {
    const next = text[at + 1];
    if (next === "/") depth -= 1;
    else if (next !== "!" && next !== "?" && !isSelfClosing(text, at)) depth += 1;
    if (depth > 5 * maxDepth) return at;
  }
  return undefined;
}

function isSelfClosing(text: string, start: number): boolean {
  const next = text.indexOf("<", start + 1);
  const tag = text.slice(start, next < 0 ? text.length : next);
  return tag.trimEnd().endsWith("/>");
}

function addProblem(
  { source, problems, text }: Reading,
  start: number,
  end: number,
  code: Problem["code"],
): void {
  // What goes on over several lines is shown on its first.
  const line = text.indexOf("\n", start);
  const last = Math.min(end, line < 0 ? text.length : line);
  problems.push({ span: locate(source, start, Math.max(start, last)), code });
}

/** What stands between two tags. */
interface Content {
  readonly elements: readonly Element[];
  /** Those behind a closing tag of another name: they belong to what is around. */
  readonly escaped: readonly Element[];
  /** Text, entities and the like, in order. */
  readonly pieces: readonly SyntaxNode[];
  /** The first text that is not blank. */
  readonly trouble: Span | undefined;
}

function readContent(reading: Reading, parent: SyntaxNode, depth: number): Content {
  const elements: Element[] = [];
  const escaped: Element[] = [];
  const pieces: SyntaxNode[] = [];
  let isOver = false;
  for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
    const { from, to } = node;
    switch (node.name) {
      case "Element": {
        const element = readElement(reading, node, depth + 1);
        if (element === undefined) break;
        (isOver ? escaped : elements).push(element, ...element.escaped);
        break;
      }
      case "Text":
      case "EntityReference":
      case "CharacterReference":
      case "Cdata":
        if (!isOver) pieces.push(node);
        break;
      case "Comment":
        reading.comments.push({
          value: reading.text.slice(from, to),
          span: locate(reading.source, from, to),
        });
        break;
      case "MismatchedCloseTag":
        addProblem(reading, from, to, "syntax");
        isOver = parent.name === "Element";
        break;
      default:
        if (node.type.isError && from < to) {
          if (!isOver && reading.text[from] === "&") pieces.push(node);
          addProblem(reading, from, to, "syntax");
        }
    }
  }
  const text = pieces.find(({ from, to }) => reading.text.slice(from, to).trim() !== "");
  const trouble = text === undefined ? undefined : { start: text.from, end: text.to };
  return { elements, escaped, pieces, trouble };
}

function readElement(reading: Reading, node: SyntaxNode, depth: number): Element | undefined {
  const open = node.firstChild;
  const tagName = open?.getChild("TagName");
  if (open === null || tagName === null || tagName === undefined) {
    addProblem(reading, node.from, node.to, "syntax");
    return undefined;
  }
  const name = readName(reading, tagName);
  readAttributes(reading, open, name.value);
  const close = node.getChild("CloseTag");
  const closeName = close?.getChild("TagName") ?? undefined;
  const isBroken = close === null && open.name !== "SelfClosingTag";
  const stray = errorIn(open);
  if (stray !== undefined) addProblem(reading, stray.from, stray.to, "syntax");
  else if (isBroken || open.lastChild?.type.isError === true) {
    addProblem(reading, open.from, open.to, "unclosed");
  } else if (close?.lastChild?.type.isError === true) {
    addProblem(reading, close.from, close.to, "syntax");
  }
  const place = {
    start: node.from,
    end: node.to,
    name: nameSpan(reading, tagName),
    closeName: closeName && nameSpan(reading, closeName),
    openEnd: open.to,
    closeStart: close?.from,
    selfClosing: open.name === "SelfClosingTag",
  };
  const finish = (value: Value, escaped: readonly Element[], end = node.to): Element => {
    reading.places.elements.set(value, { ...place, end });
    reading.places.names.set(name, { ...place, end });
    return { name, value, start: node.from, end, escaped };
  };
  if (depth > maxDepth) {
    addProblem(reading, open.from, open.to, "too-deep");
    return finish({ kind: "unknown", span: locate(reading.source, node.from, node.to) }, []);
  }
  const { elements, escaped, pieces, trouble } = readContent(reading, node, depth);
  const textEnd = Math.max(open.to, pieces.at(-1)?.to ?? open.to);
  // A tag that was never closed holds its text, but not the elements that happen to follow.
  if (
    elements.length > 0 &&
    isBroken &&
    trouble !== undefined &&
    trouble.start < (elements[0]?.start ?? 0)
  ) {
    const own = pieces.filter(({ from }) => from < (elements[0]?.start ?? 0));
    const end = own.at(-1)?.to ?? open.to;
    return finish(readText(reading, own, open.to, end), [...elements, ...escaped], end);
  }
  const blank = reading.text.slice(open.to, textEnd);
  if (elements.length > 0 || (trouble === undefined && blank.includes("\n") && !isBroken)) {
    const start = node.from;
    const end = escaped.length > 0 ? Math.max(open.to, elements.at(-1)?.end ?? 0) : node.to;
    return finish(objectOf(reading, elements, locate(reading.source, start, end)), escaped, end);
  }
  const end = escaped.length > 0 || isBroken ? textEnd : node.to;
  return finish(readText(reading, pieces, open.to, textEnd), escaped, end);
}

/** What keeps a tag from being read to its end: an attribute without quotes, say. */
function errorIn(tag: SyntaxNode): SyntaxNode | undefined {
  for (let node = tag.firstChild; node !== null; node = node.nextSibling) {
    const last = node.lastChild;
    if (node.name === "Attribute" && (last?.type.isError ?? last?.firstChild?.type.isError)) {
      return node;
    }
    if (node.type.isError && node.nextSibling !== null) return node;
  }
  return undefined;
}

function nameSpan({ text }: Reading, { from, to }: SyntaxNode): Span {
  const colon = text.slice(from, to).indexOf(":");
  return { start: from + colon + 1, end: to };
}

function readName(reading: Reading, tagName: SyntaxNode): StringValue {
  const { start, end } = nameSpan(reading, tagName);
  const span = locate(reading.source, start, end);
  const content = sliceText(reading.source, start, end);
  return { kind: "string", span, value: content.value, content, holes: [] };
}

function readAttributes(reading: Reading, open: SyntaxNode, element: string): void {
  for (const attribute of open.getChildren("Attribute")) {
    const name = attribute.getChild("AttributeName");
    const quoted = attribute.getChild("AttributeValue");
    if (name === null || quoted === null) continue;
    const content = createDecoding(reading.source);
    decodeText(reading, content, quoted.from + 1, quoted.to - 1);
    const value = content.finish(quoted.to - 1, escapeXml);
    reading.attributes.push({
      element,
      name: reading.text.slice(name.from, name.to),
      value: {
        kind: "string",
        span: locate(reading.source, quoted.from, quoted.to),
        value: value.value,
        content: value,
        holes: [],
      },
    });
  }
}

/** Elements of one name are one member, at the place of the first. */
function objectOf(reading: Reading, elements: readonly Element[], span: Span): ObjectValue {
  const byName = new Map<string, Element[]>();
  for (const element of elements) {
    const same = byName.get(element.name.value);
    if (same === undefined) byName.set(element.name.value, [element]);
    else same.push(element);
  }
  const members = Array.from(byName.values()).flatMap((same): Member[] => {
    const [first, second] = same;
    if (first === undefined) return [];
    const last = same.at(-1) ?? first;
    const all = locate(reading.source, first.start, last.end);
    const value: Value =
      second === undefined
        ? first.value
        : { kind: "array", span: all, items: same.map((element) => element.value), repeated: true };
    return [{ key: first.name, value, span: all }];
  });
  return { kind: "object", span, members };
}

const entities: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
]);

function readText(
  reading: Reading,
  pieces: readonly SyntaxNode[],
  start: number,
  end: number,
): StringValue {
  const decoding = createDecoding(reading.source);
  let isPlain = true;
  for (const { name, from, to } of pieces) {
    if (name === "Cdata") {
      isPlain = false;
      const open = "<![CDATA[".length;
      copyLines(reading, decoding, Math.min(from + open, to), Math.max(from + open, to - 3));
    } else decodeText(reading, decoding, from, to);
  }
  const content = decoding.finish(end, isPlain ? escapeXml : (text) => text);
  return {
    kind: "string",
    span: locate(reading.source, start, end),
    value: content.value,
    content,
    holes: [],
  };
}

type Decoding = ReturnType<typeof createDecoding>;

function decodeText(reading: Reading, decoding: Decoding, start: number, end: number): void {
  const { text } = reading;
  let offset = start;
  while (offset < end) {
    const found = text.indexOf("&", offset);
    const reference = found < 0 || found >= end ? end : found;
    copyLines(reading, decoding, offset, reference);
    if (reference === end) return;
    const semicolon = text.indexOf(";", reference);
    const name = text.slice(reference + 1, semicolon);
    const meant =
      semicolon < 0 || semicolon >= end ? undefined : (entities.get(name) ?? characterOf(name));
    if (meant === undefined) {
      addProblem(reading, reference, reference + 1, "bad-escape");
      decoding.copy(reference, reference + 1);
      offset = reference + 1;
    } else {
      decoding.put(meant, reference, semicolon + 1);
      offset = semicolon + 1;
    }
  }
}

function characterOf(name: string): string | undefined {
  const found = /^#(?:x(?<hex>[\da-f]{1,6})|(?<decimal>\d{1,7}))$/i.exec(name)?.groups;
  const hex = found?.["hex"];
  const code = hex === undefined ? Number(found?.["decimal"]) : parseInt(hex, 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** XML reads every line break as a single character. */
function copyLines({ text }: Reading, decoding: Decoding, start: number, end: number): void {
  let offset = start;
  for (;;) {
    const found = text.indexOf("\r\n", offset);
    if (found < 0 || found + 2 > end) break;
    decoding.copy(offset, found);
    decoding.put("\n", found, found + 2);
    offset = found + 2;
  }
  decoding.copy(offset, end);
}
