import { locate, type SourceText } from "../text/source-text.js";
import { type Edit } from "../text/span.js";
import { behind } from "./decoding.js";
import {
  type ArrayValue,
  type Member,
  type ObjectValue,
  type Plain,
  type Value,
  type Writer,
} from "./value.js";
import { escapeDouble, type ScalarStyle } from "./yaml-scalar.js";

/** Where a scalar stands, in offsets of the YAML text. */
export interface YamlScalarPlace {
  readonly start: number;
  readonly end: number;
  readonly style: ScalarStyle;
  readonly inFlow: boolean;
  /** The column of the collection around it. */
  readonly indent: number;
}

/** A member or item with all that belongs to it: its dash, anchor and tag. */
export interface YamlChild {
  /** Absent where it is not in the tree itself: a merge key. */
  readonly child: Member | Value | undefined;
  readonly start: number;
  readonly end: number;
  /** Written `? key`. */
  readonly explicit: boolean;
}

export interface YamlCollectionPlace {
  readonly start: number;
  readonly end: number;
  /** In brackets. */
  readonly flow: boolean;
  /** In brackets, or within something that is. */
  readonly inFlow: boolean;
  readonly indent: number;
  readonly children: readonly YamlChild[];
}

/** What only the reader knows of its values. */
export interface YamlPlaces {
  readonly scalars: Map<Value, YamlScalarPlace>;
  readonly collections: Map<Value, YamlCollectionPlace>;
}

type Quote = "plain" | "single" | "double";

/** Writes YAML in the style of its surroundings: in blocks or brackets, with their quotes. */
export function yamlWriter(source: SourceText, places: YamlPlaces): Writer {
  const text = source.value;
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const print = createPrinter(text, newline);
  const replace = (start: number, end: number, newText: string): Edit => ({
    span: start === end ? behind(source, start) : locate(source, start, end),
    newText: source.encode(newText),
  });

  const quoteOf = (values: readonly (Value | undefined)[]): Quote => {
    for (const value of values) {
      const style = value?.kind === "string" ? places.scalars.get(value)?.style : undefined;
      if (style === "single" || style === "double") return style;
    }
    return "plain";
  };

  const append = (
    place: YamlCollectionPlace,
    entries: readonly string[],
    pad: string,
  ): Edit | undefined => {
    const last = place.children.at(-1);
    if (!place.flow) {
      if (last === undefined || keepsBlankLines(text, last.start, last.end)) return undefined;
      const indent = " ".repeat(place.indent);
      const line = endOfEntry(text, last.end);
      if (line === undefined) return undefined;
      const added = entries.map((entry) => newline + indent + entry).join("");
      return replace(line, line, added);
    }
    if (last === undefined) {
      const inner = text.slice(place.start + 1, place.end - 1);
      if (inner.trim() !== "") return undefined;
      return replace(place.start + 1, place.end - 1, pad + entries.join(", ") + pad);
    }
    const previous = place.children.at(-2);
    const gap = text.slice(previous?.end ?? place.start + 1, last.start);
    const lineBreak = gap.lastIndexOf("\n");
    const space = lineBreak < 0 ? " " : newline + gap.slice(lineBreak + 1);
    if (space.trim() !== "") return undefined;
    return replace(last.end, last.end, entries.map((entry) => `,${space}${entry}`).join(""));
  };

  const remove = (
    place: YamlCollectionPlace | undefined,
    child: Member | Value,
  ): Edit | undefined => {
    const index = place?.children.findIndex((candidate) => candidate.child === child) ?? -1;
    const entry = place?.children[index];
    if (place === undefined || entry === undefined) return undefined;
    if (holdsAnchor(text, entry.start, entry.end)) return undefined;
    if (!place.flow && keepsBlankLines(text, entry.start, entry.end)) return undefined;
    const next = place.children[index + 1];
    const previous = place.children[index - 1];
    if (place.flow) {
      if (next !== undefined) return replace(entry.start, next.start, "");
      if (previous !== undefined) return replace(previous.end, entry.end, "");
      const inner = text.slice(entry.end, place.end - 1);
      return /^[\s,]*$/.test(inner) ? replace(place.start + 1, place.end - 1, "") : undefined;
    }
    const lineStart = text.lastIndexOf("\n", entry.start - 1) + 1;
    if (next === undefined && previous === undefined) {
      const end = place.start + text.slice(place.start, place.end).trimEnd().length;
      if (text.slice(place.start, end).includes("#")) return undefined;
      return replace(place.start, end, isMember(child) ? "{}" : `${emptyListPad(text, place)}[]`);
    }
    if (text.slice(lineStart, entry.start).trim() !== "") {
      // The first entry behind a dash: the next one takes its place.
      if (next === undefined || text.slice(entry.end, next.start).includes("#")) return undefined;
      return replace(entry.start, next.start, "");
    }
    const line = endOfEntry(text, entry.end);
    if (line === undefined) return undefined;
    if (line < text.length) {
      const lineEnd = text.indexOf("\n", line);
      return replace(lineStart, lineEnd + 1, "");
    }
    const start = text[lineStart - 2] === "\r" ? lineStart - 2 : lineStart - 1;
    return replace(Math.max(start, 0), line, "");
  };

  return {
    appendItems: (array, items) => {
      const place = places.collections.get(array);
      if (place === undefined) return undefined;
      const quote = quoteOf(array.items);
      const entries = items.map((item) =>
        place.inFlow ? print.flow(item, quote) : print.item(item, place.indent, quote),
      );
      return append(place, entries, "");
    },
    insertMembers: (object, members) => {
      const place = places.collections.get(object);
      if (place === undefined) return undefined;
      const keyQuote = quoteOf(object.members.map(({ key }) => key));
      const quote = keyQuote === "plain" ? quoteOf(scalarsOf(object)) : keyQuote;
      const entries = Object.entries(members).map(([key, value]) =>
        place.inFlow
          ? `${print.scalar(key, keyQuote, true)}: ${print.flow(value, quote)}`
          : print.member(key, value, place.indent, keyQuote, quote),
      );
      return append(place, entries, text[place.start + 1] === " " || !place.flow ? "" : " ");
    },
    replaceValue: (value, plain) => {
      const scalar = places.scalars.get(value);
      if (scalar !== undefined) {
        const end = scalar.start + text.slice(scalar.start, scalar.end).trimEnd().length;
        const quote =
          scalar.style === "single" || scalar.style === "double" ? scalar.style : "plain";
        const space = scalar.start === end && /\S/.test(text.charAt(end - 1)) ? " " : "";
        return replace(scalar.start, end, space + print.flow(plain, quote, scalar.inFlow));
      }
      const place = places.collections.get(value);
      if (place === undefined) return undefined;
      const end = place.start + text.slice(place.start, place.end).trimEnd().length;
      const quote = quoteOf(value.kind === "array" ? value.items : scalarsOf(value));
      const printed = place.inFlow
        ? print.flow(plain, quote)
        : print.block(plain, place.indent, quote);
      return replace(place.start, end, printed);
    },
    renameKey: ({ key }, name) => {
      const place = places.scalars.get(key);
      if (place === undefined || place.start === place.end) return undefined;
      if (place.style === "literal" || place.style === "folded") {
        return undefined;
      }
      return replace(place.start, place.end, print.scalar(name, place.style, place.inFlow));
    },
    removeMember: (object: ObjectValue, member) => remove(places.collections.get(object), member),
    removeItem: (array: ArrayValue, item) => remove(places.collections.get(array), item),
  };
}

function scalarsOf(value: Value): readonly (Value | undefined)[] {
  return value.kind === "object" ? value.members.map((member) => member.value) : [];
}

function isMember(child: Member | Value): child is Member {
  return "key" in child;
}

/** A list may stand as deep as its key, but brackets may not. */
function emptyListPad(text: string, { start, indent }: YamlCollectionPlace): string {
  const before = text.slice(0, start).trimEnd();
  const line = before.slice(before.lastIndexOf("\n") + 1);
  return before !== "" && line.length - line.trimStart().length >= indent ? "  " : "";
}

/** Whether the entry holds a block scalar to which the blank lines behind it may belong. */
function keepsBlankLines(text: string, start: number, end: number): boolean {
  const entry = text.slice(start, end);
  if (/[|>]\d?\+\d?[ \t]*(?:#.*)?\r?$/m.test(entry)) return true;
  if (!/[|>][-\d]{0,2}[ \t]*(?:#.*)?\r?$/m.test(entry)) return false;
  const blank = text.slice(end, text.length - text.slice(end).trimStart().length);
  return (
    blank
      .split("\n")
      .some((line, i, lines) => i > 0 && i < lines.length - 1 && line.trimEnd() !== line) ||
    (end + blank.length === text.length && /\n[ \t]+$/.test(blank))
  );
}

/** Where the line ends on which an entry does, behind its comment; nothing if more stands there. */
function endOfEntry(text: string, end: number): number | undefined {
  const newline = text.indexOf("\n", end);
  let lineEnd = newline < 0 ? text.length : newline;
  if (text[lineEnd - 1] === "\r") lineEnd -= 1;
  if (lineEnd < end) return end;
  const rest = text.slice(end, lineEnd).trim();
  return rest === "" || rest.startsWith("#") ? lineEnd : undefined;
}

/** An alias elsewhere may need what would be removed. */
function holdsAnchor(text: string, start: number, end: number): boolean {
  return /(?:^|[\s[{,])&[^\s]/.test(text.slice(start, end));
}

interface Printer {
  scalar(plain: string | number | boolean | null, quote: Quote, inFlow: boolean): string;
  flow(plain: Plain, quote: Quote, inFlow?: boolean): string;
  /** A value whose first line stands at `indent` already. */
  block(plain: Plain, indent: number, quote: Quote): string;
  item(plain: Plain, indent: number, quote: Quote): string;
  member(key: string, plain: Plain, indent: number, keyQuote: Quote, quote: Quote): string;
}

function createPrinter(text: string, newline: string): Printer {
  const step = indentStep(text);
  const sequenceStep = indentsSequences(text) ? step : 0;
  const scalar: Printer["scalar"] = (plain, quote, inFlow) => {
    if (typeof plain !== "string") return String(plain);
    if (quote === "plain" && isPlainSafe(plain, inFlow)) return plain;
    if (quote === "single" && isPrintable(plain)) return `'${plain.replaceAll("'", "''")}'`;
    return `"${escapeDouble(plain)}"`;
  };
  const flow: Printer["flow"] = (plain, quote, inFlow = true) => {
    if (typeof plain !== "object" || plain === null) return scalar(plain, quote, inFlow);
    if (isList(plain)) return `[${plain.map((item) => flow(item, quote)).join(", ")}]`;
    const entries = Object.entries(plain).map(
      ([key, value]) => `${scalar(key, quote, true)}: ${flow(value, quote)}`,
    );
    return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
  };
  const block: Printer["block"] = (plain, indent, quote) => {
    if (!isBlock(plain)) return flow(plain, quote, false);
    const separator = newline + " ".repeat(indent);
    return isList(plain)
      ? plain.map((item) => printer.item(item, indent, quote)).join(separator)
      : Object.entries(plain)
          .map(([key, value]) => printer.member(key, value, indent, "plain", quote))
          .join(separator);
  };
  const printer: Printer = {
    scalar,
    flow,
    block,
    item: (plain, indent, quote) =>
      `- ${isBlock(plain) ? block(plain, indent + 2, quote) : flow(plain, quote, false)}`,
    member: (key, plain, indent, keyQuote, quote) => {
      const name = `${scalar(key, keyQuote, false)}:`;
      if (!isBlock(plain)) return `${name} ${flow(plain, quote, false)}`;
      const inner = indent + (isList(plain) ? sequenceStep : step);
      return name + newline + " ".repeat(inner) + block(plain, inner, quote);
    },
  };
  return printer;
}

type Block = readonly Plain[] | Readonly<Record<string, Plain>>;

function isBlock(plain: Plain): plain is Block {
  return typeof plain === "object" && plain !== null && Object.keys(plain).length > 0;
}

function isList(plain: Block): plain is readonly Plain[] {
  return Array.isArray(plain);
}

/** How far nested mappings are indented: as the first indented line that is no list item. */
function indentStep(text: string): number {
  const found = /:[ \t]*\r?\n(?<indent> +)[^\s#-]/.exec(text.slice(0, 10_000));
  const length = found?.groups?.["indent"]?.length ?? 2;
  return length > 8 ? 2 : length;
}

/** Whether a list stands deeper than its key, which YAML leaves to the writer. */
function indentsSequences(text: string): boolean {
  const lines = text.slice(0, 20_000).split("\n");
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1] ?? "";
    const body = line.trimStart();
    if (!body.trimEnd().endsWith(":") || !next.trimStart().startsWith("- ")) continue;
    const key = line.length - body.replace(/^(?:- +)+/, "").length;
    return next.length - next.trimStart().length > key;
  }
  return true;
}

/** Whether a string means itself without quotes, for readers of YAML 1.1 as well. */
export function isPlainSafe(value: string, inFlow: boolean): boolean {
  if (value === "" || value !== value.trim() || !isPrintable(value)) return false;
  if (/^[-?:,[\]{}#&*!|>'"%@`<=~]/.test(value) || value.endsWith(":")) return false;
  if (value.includes(": ") || value.includes(" #") || value.includes("{{")) return false;
  if (inFlow && /[,[\]{}]/.test(value)) return false;
  if (/^(?:null|true|false|yes|no|on|off|y|n)$/i.test(value)) return false;
  return !/^[-+.]?[\d.][-+.\d:_a-z]*$/i.test(value) || /[g-wyz]/i.test(value.slice(1));
}

function isPrintable(value: string): boolean {
  // Anything else than visible text and single spaces is safest as an escape in double quotes.
  return !/[\p{Cc}\p{Cs}\u2028\u2029\ufeff]/u.test(value);
}
