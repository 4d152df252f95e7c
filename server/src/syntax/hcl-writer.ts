import { locate, type SourceText } from "../text/source-text.js";
import { type Edit } from "../text/span.js";
import { behind } from "./decoding.js";
import { escapeQuoted } from "./hcl-template.js";
import {
  type ArrayValue,
  type Member,
  type ObjectValue,
  type Plain,
  type StringValue,
  type Value,
  type Writer,
} from "./value.js";

/** Where a value stands, in offsets of the HCL text. */
export interface HclValuePlace {
  readonly start: number;
  readonly end: number;
  readonly style: "bare" | "quoted" | "heredoc";
}

/** An entry of a container; a block with its type and labels, not only its braces. */
export interface HclChild {
  readonly child: Member | Value;
  readonly start: number;
  readonly end: number;
  /** A block with labels, which each such block must have its own of. */
  readonly labelled?: true;
}

export interface HclContainerPlace {
  readonly form: "root" | "body" | "blocks" | "object" | "tuple";
  readonly start: number;
  readonly end: number;
  readonly closed: boolean;
  readonly children: readonly HclChild[];
}

/** What only the reader knows of its values. */
export interface HclPlaces {
  readonly values: Map<Value, HclValuePlace>;
  readonly containers: Map<Value, HclContainerPlace>;
}

/** Items appended to a repeated array become blocks; the items must be objects. */
export interface HclWriter extends Writer {
  /** Adds a block without labels behind all else in a body. */
  appendBlock(
    body: ObjectValue,
    type: string,
    members: Readonly<Record<string, Plain>>,
  ): Edit | undefined;
}

/** Writes HCL as `terraform fmt` would, with the list and key styles of its surroundings. */
export function hclWriter(source: SourceText, places: HclPlaces): HclWriter {
  const text = source.value;
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const replace = (start: number, end: number, newText: string): Edit => ({
    span: start === end ? behind(source, start) : locate(source, start, end),
    newText: source.encode(newText),
  });

  /** Adds lines to a body behind its last statement. */
  const appendLines = (
    place: HclContainerPlace,
    lines: (indent: string) => readonly string[],
    apart: boolean,
  ): Edit | undefined => {
    const last = place.children.at(-1);
    if (last !== undefined) {
      const indent = lineIndent(text, last.start);
      const added = lines(indent).join(newline + indent);
      const oneLine = !text.slice(place.start, last.start).includes("\n") && place.form !== "root";
      if (oneLine) return expand(place, lines);
      const end = statementEnd(text, last.end);
      if (end === undefined) return undefined;
      return replace(end, end, newline + (apart ? newline : "") + indent + added);
    }
    if (place.form === "root") {
      if (text.trim() !== "") return undefined;
      return replace(0, text.length, lines("").join(newline) + newline);
    }
    return expand(place, lines);
  };

  /** Opens `{ a = 1 }` to lines, or fills `{}`. */
  const expand = (
    place: HclContainerPlace,
    lines: (indent: string) => readonly string[],
  ): Edit | undefined => {
    if (!place.closed) return undefined;
    const outer = lineIndent(text, place.start);
    const indent = `${outer}  `;
    const inner = text.slice(place.start + 1, place.end - 1).trim();
    if (place.children.length === 0 && inner !== "") return undefined;
    if (inner.includes("\n")) return undefined;
    const all = [...(inner === "" ? [] : [inner]), ...lines(indent)];
    const printed = all.map((line) => newline + indent + line).join("");
    return replace(place.start + 1, place.end - 1, printed + newline + outer);
  };

  /** Adds entries between brackets. */
  const appendEntries = (
    place: HclContainerPlace,
    entries: (indent: string, multiline: boolean) => readonly string[],
    pad: string,
  ): Edit | undefined => {
    const last = place.children.at(-1);
    if (last === undefined) {
      const inner = text.slice(place.start + 1, place.end - 1);
      if (!place.closed || inner.trim() !== "") return undefined;
      const outer = lineIndent(text, place.start);
      if (place.form === "tuple" && !inner.includes("\n")) {
        return replace(place.start + 1, place.end - 1, entries(outer, false).join(", "));
      }
      if (place.form === "object") return expand(place, (indent) => entries(indent, true));
      const indent = `${outer}  `;
      const lines = entries(indent, true).map((entry) => newline + indent + entry);
      return replace(place.start + 1, place.end - 1, lines.join(",") + newline + outer);
    }
    const previous = place.children.at(-2);
    const gap = text.slice(previous?.end ?? place.start + 1, last.start);
    const multiline = gap.includes("\n");
    if (!multiline) {
      const added = entries(lineIndent(text, place.start), false).map((entry) => `, ${entry}`);
      return replace(last.end, last.end, added.join("") + (pad === "" ? "" : ""));
    }
    const indent = lineIndent(text, last.start);
    const heredoc = text.slice(last.start, last.end).includes("<<");
    const comma = place.form === "tuple" || gap.includes(",") || text[last.end] === ",";
    const separator = (comma ? "," : "") + newline + indent;
    if (heredoc && comma) return undefined;
    const added = entries(indent, true).map((entry) => separator + entry);
    if (comma) return replace(last.end, last.end, added.join(""));
    const end = statementEnd(text, last.end);
    return end === undefined ? undefined : replace(end, end, added.join(""));
  };

  const remove = (
    place: HclContainerPlace | undefined,
    target: Member | Value,
  ): Edit | undefined => {
    const index = place?.children.findIndex(({ child }) => child === target) ?? -1;
    const entry = place?.children[index];
    if (place === undefined || entry === undefined) return undefined;
    const next = place.children[index + 1];
    const previous = place.children[index - 1];
    if (place.form === "tuple" || (place.form === "object" && !aloneOnLine(text, entry))) {
      if (next !== undefined) return replace(entry.start, next.start, "");
      if (previous !== undefined) return replace(previous.end, entry.end, "");
      const inner = text.slice(entry.end, place.end - 1);
      return place.closed && /^[\s,]*$/.test(inner)
        ? replace(place.start + 1, place.end - 1, "")
        : undefined;
    }
    if (!aloneOnLine(text, entry)) {
      if (place.form !== "body" || next !== undefined || previous !== undefined) return undefined;
      return replace(place.start + 1, place.end - 1, "");
    }
    const lineStart = text.lastIndexOf("\n", entry.start - 1) + 1;
    const lineEnd = text.indexOf("\n", entry.end);
    if (lineEnd < 0) return replace(Math.max(lineStart - newline.length, 0), text.length, "");
    // A block takes the empty line above with it, so that none is left doubled.
    const above = text.lastIndexOf("\n", lineStart - 2) + 1;
    const isBlock = place.form === "blocks" || text[entry.end - 1] === "}";
    const blank = lineStart > 0 && text.slice(above, lineStart).trim() === "";
    return replace(isBlock && blank ? above : lineStart, lineEnd + 1, "");
  };

  const keyStyle = (object: ObjectValue): { quoted: boolean; sign: string } => {
    const last = object.members.at(-1);
    const place = last === undefined ? undefined : places.values.get(last.key);
    const sign =
      place !== undefined && text.slice(place.end).trimStart().startsWith(":") ? ":" : " =";
    return { quoted: place?.style === "quoted", sign };
  };

  const blockLines = (
    type: string,
    members: Readonly<Record<string, Plain>>,
    indent: string,
  ): string => {
    const inner = `${indent}  `;
    const lines = attributeLines(members, inner, newline).map((line) => newline + inner + line);
    return `${type} {${lines.join("")}${newline}${indent}}`;
  };

  return {
    appendItems: (array, items) => {
      const place = places.containers.get(array);
      if (place === undefined) return undefined;
      if (place.form !== "blocks") {
        return appendEntries(
          place,
          (indent) => items.map((item) => printHcl(item, indent, newline)),
          "",
        );
      }
      const last = place.children.at(-1);
      const objects = items.filter(isRecord);
      if (last === undefined || last.labelled || objects.length < items.length) return undefined;
      const end = statementEnd(text, last.end);
      if (end === undefined) return undefined;
      const indent = lineIndent(text, last.start);
      const type = text.slice(last.start).split(/[^\p{ID_Continue}-]/u, 1)[0] ?? "";
      const added = objects.map(
        (item) => newline + newline + indent + blockLines(type, item, indent),
      );
      return replace(end, end, added.join(""));
    },
    insertMembers: (object, members) => {
      const place = places.containers.get(object);
      if (place === undefined) return undefined;
      if (place.form !== "object") {
        return appendLines(place, (indent) => attributeLines(members, indent, newline), false);
      }
      const { quoted, sign } = keyStyle(object);
      return appendEntries(
        place,
        (indent) =>
          Object.entries(members).map(
            ([key, value]) => `${printKey(key, quoted)}${sign} ${printHcl(value, indent, newline)}`,
          ),
        " ",
      );
    },
    appendBlock: (body, type, members) => {
      const place = places.containers.get(body);
      if (place === undefined || place.form === "object") return undefined;
      const apart = place.children.length > 0;
      return appendLines(place, (indent) => [blockLines(type, members, indent)], apart);
    },
    replaceValue: (value, plain) => {
      const place = places.values.get(value) ?? places.containers.get(value);
      if (place === undefined) return undefined;
      if (
        "form" in place &&
        (place.form === "blocks" || place.form === "root" || place.form === "body")
      ) {
        return undefined;
      }
      return replace(
        place.start,
        place.end,
        printHcl(plain, lineIndent(text, place.start), newline),
      );
    },
    renameKey: ({ key, value }, name) => {
      const place = places.values.get(key);
      if (
        place === undefined ||
        (value?.kind === "array" && (value.repeated ?? false) && value.items.length > 1)
      ) {
        return undefined;
      }
      if (!isComputed(key))
        return replace(place.start, place.end, printKey(name, place.style === "quoted"));
      return undefined;
    },
    removeMember: (object, member) => {
      const place = places.containers.get(object);
      const { value } = member;
      if (value?.kind === "array" && value.repeated === true) {
        const [only, ...others] = value.items;
        return only === undefined || others.length > 0 ? undefined : remove(place, only);
      }
      return remove(place, member);
    },
    removeItem: (array: ArrayValue, item) => remove(places.containers.get(array), item),
  };
}

function isComputed({ holes }: StringValue): boolean {
  return holes.length > 0;
}

function lineIndent(text: string, offset: number): string {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  let end = lineStart;
  while (text[end] === " " || text[end] === "\t") end += 1;
  return text.slice(lineStart, end);
}

/** Where the line of a statement's end ends, behind its comma and comment; nothing if more follows. */
function statementEnd(text: string, end: number): number | undefined {
  const found = text.indexOf("\n", end);
  let lineEnd = found < 0 ? text.length : found;
  if (text[lineEnd - 1] === "\r") lineEnd -= 1;
  const rest = text.slice(end, lineEnd).trim();
  return rest === "" || rest.startsWith("#") || rest.startsWith("//") ? lineEnd : undefined;
}

/** Whether nothing but a comma and a comment stands on the lines of an entry. */
function aloneOnLine(text: string, { start, end }: HclChild): boolean {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const after = text[end] === "," ? end + 1 : end;
  return text.slice(lineStart, start).trim() === "" && statementEnd(text, after) !== undefined;
}

function isRecord(plain: Plain): plain is Readonly<Record<string, Plain>> {
  return typeof plain === "object" && plain !== null && !isList(plain);
}

function isList(plain: Plain): plain is readonly Plain[] {
  return Array.isArray(plain);
}

function printKey(key: string, quoted: boolean): string {
  const isName = /^[\p{ID_Start}_][\p{ID_Continue}-]*$/u.test(key);
  return quoted || !isName ? `"${escapeQuoted(key)}"` : key;
}

/** Attributes of a body, with their signs aligned where each has one line. */
function attributeLines(
  members: Readonly<Record<string, Plain>>,
  indent: string,
  newline: string,
): readonly string[] {
  const entries = Object.entries(members).map(
    ([key, value]) => [printKey(key, false), printHcl(value, indent, newline)] as const,
  );
  const aligned = entries.every(([, value]) => !value.includes("\n"));
  const width = aligned ? Math.max(...entries.map(([key]) => key.length)) : 0;
  return entries.map(([key, value]) => `${key.padEnd(width)} = ${value}`);
}

function printHcl(plain: Plain, indent: string, newline: string): string {
  if (typeof plain === "string") return `"${escapeQuoted(plain)}"`;
  if (!isList(plain) && !isRecord(plain)) return String(plain);
  const inner = `${indent}  `;
  if (isList(plain)) {
    const printed = plain.map((item) => printHcl(item, inner, newline));
    if (printed.every((item) => !item.includes("\n"))) return `[${printed.join(", ")}]`;
    const lines = printed.map((item) => newline + inner + item);
    return `[${lines.join(",")}${newline}${indent}]`;
  }
  const lines = attributeLines(plain, inner, newline).map((line) => newline + inner + line);
  return lines.length === 0 ? "{}" : `{${lines.join("")}${newline}${indent}}`;
}
