import { locate, type SourceText } from "../text/source-text.js";
import { type Edit, type Span } from "../text/span.js";
import { behind } from "./decoding.js";
import {
  type Member,
  type ObjectValue,
  type Plain,
  type StringValue,
  type Value,
  type Writer,
} from "./value.js";

/** Where an element stands, in offsets of the XML text. */
export interface XmlPlace {
  readonly start: number;
  readonly end: number;
  /** Its name in the opening tag, without a prefix. */
  readonly name: Span;
  readonly closeName: Span | undefined;
  /** Behind the opening tag, and before the closing one. */
  readonly openEnd: number;
  readonly closeStart: number | undefined;
  readonly selfClosing: boolean;
}

/** What only the reader knows of its values. */
export interface XmlPlaces {
  readonly elements: Map<Value, XmlPlace>;
  readonly names: Map<StringValue, XmlPlace>;
}

/**
 * Writes elements on lines of their own where their neighbours have them. A list becomes elements of
 * one name. To rename an element is one edit from its opening to its closing name.
 */
export function xmlWriter(source: SourceText, places: XmlPlaces): Writer {
  const text = source.value;
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const unit = indentUnit(text);
  const replace = (start: number, end: number, newText: string): Edit => ({
    span: start === end ? behind(source, start) : locate(source, start, end),
    newText: source.encode(newText),
  });

  /** Elements that follow the one at `place`. */
  const appendBehind = (place: XmlPlace, elements: readonly (readonly [string, Plain])[]): Edit => {
    const indent = ownIndent(text, place.start);
    const prefix = prefixOf(text, place);
    const separator = indent === undefined ? "" : newline + indent;
    const printed = elements.map(
      ([name, plain]) => separator + printElement(prefix + name, plain, indent, unit, newline),
    );
    return replace(place.end, place.end, printed.join(""));
  };

  const removeElement = (value: Value): Edit | undefined => {
    const place = places.elements.get(value);
    if (place === undefined) return undefined;
    const { start, end } = place;
    const indent = ownIndent(text, start);
    const lineStart = start - (indent ?? "").length;
    const lineEnd = text.indexOf("\n", end);
    const isAlone = indent !== undefined && lineEnd >= 0 && text.slice(end, lineEnd).trim() === "";
    return isAlone && lineStart > 0 ? replace(lineStart, lineEnd + 1, "") : replace(start, end, "");
  };

  /** Elements of one name in the place of one or of several that stand together. */
  const replaceElements = (value: Value, plains: readonly Plain[]): Edit | undefined => {
    const items = value.kind === "array" && value.repeated === true ? value.items : [value];
    const found = items.flatMap((item) => places.elements.get(item) ?? []);
    const first = found[0];
    const last = found.at(-1);
    if (first === undefined || last === undefined || plains.length === 0) return undefined;
    const isTogether = found.every(
      ({ start }, index) => index === 0 || text.slice(found[index - 1]?.end, start).trim() === "",
    );
    if (!isTogether || found.length !== items.length) return undefined;
    const indent = ownIndent(text, first.start);
    const name = text.slice(first.start + 1, first.name.end);
    const printed = plains
      .map((plain) => printElement(name, plain, indent, unit, newline))
      .join(indent === undefined ? "" : newline + indent);
    // One element is a list of one already.
    return printed === text.slice(first.start, last.end)
      ? undefined
      : replace(first.start, last.end, printed);
  };

  return {
    appendItems: (array, items) => {
      const last = array.items.at(-1);
      const place = last === undefined ? undefined : places.elements.get(last);
      if (place === undefined || array.repeated !== true) return undefined;
      const name = text.slice(place.name.start, place.name.end);
      return appendBehind(
        place,
        items.map((item) => [name, item]),
      );
    },
    insertMembers: (object, members) => {
      const elements = elementsOf(members);
      const [first] = elements;
      if (first === undefined) return undefined;
      const isOne = elements.every(([name]) => name === first[0]);
      const last = lastElement(object, places, isOne ? first[0] : undefined);
      if (last !== undefined) return appendBehind(last, elements);
      const place = places.elements.get(object);
      if (place?.closeStart === undefined) return undefined;
      if (text.slice(place.openEnd, place.closeStart).trim() !== "") return undefined;
      const outer = lineIndent(text, place.start);
      const prefix = prefixOf(text, place);
      const inner = outer + unit;
      const printed = elements.map(
        ([name, plain]) =>
          newline + inner + printElement(prefix + name, plain, inner, unit, newline),
      );
      return replace(place.openEnd, place.closeStart, printed.join("") + newline + outer);
    },
    replaceValue: (value, plain) => {
      if (isList(plain)) return replaceElements(value, plain);
      const place = places.elements.get(value);
      if (place === undefined) return undefined;
      const indent = ownIndent(text, place.start);
      const name = text.slice(place.start + 1, place.name.end);
      if (place.selfClosing) {
        // The attributes stay.
        const slash = text.lastIndexOf("/", place.openEnd);
        const body = printContent(plain, indent, unit, newline, prefixOf(text, place));
        return replace(slash, place.openEnd, `>${body}</${name}>`);
      }
      if (place.closeStart === undefined) return undefined;
      const body = printContent(plain, indent, unit, newline, prefixOf(text, place));
      // XML has text alone, so that a number and its text are the same already.
      if (body === text.slice(place.openEnd, place.closeStart)) return undefined;
      return replace(place.openEnd, place.closeStart, body);
    },
    renameKey: ({ key, value }, name) => {
      const renamed = value?.kind === "array" ? value.items : value === undefined ? [] : [value];
      const found = renamed.flatMap((item) => places.elements.get(item) ?? []);
      const names = found
        .flatMap((place) => [place.name, ...(place.closeName ? [place.closeName] : [])])
        .toSorted((a, b) => a.start - b.start);
      const first = names[0];
      const last = names.at(-1);
      if (first === undefined || last === undefined || !places.names.has(key)) return undefined;
      let newText = "";
      let offset = first.start;
      for (const { start, end } of names) {
        newText += text.slice(offset, start) + name;
        offset = end;
      }
      return replace(first.start, last.end, newText);
    },
    removeMember: (_object, member: Member) => {
      const { value } = member;
      if (value === undefined || value.kind === "array") return undefined;
      return removeElement(value);
    },
    removeItem: (_array, item) => removeElement(item),
  };
}

/** A text as it stands between tags. */
export function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** A list gives as many elements of its name as it has items. */
function elementsOf(
  members: Readonly<Record<string, Plain>>,
): readonly (readonly [string, Plain])[] {
  return Object.entries(members).flatMap(([name, plain]) =>
    isList(plain) ? plain.map((item) => [name, item] as const) : [[name, plain] as const],
  );
}

/** The last element in an object, or the last of one name if there is one. */
function lastElement(
  object: ObjectValue,
  { elements }: XmlPlaces,
  name: string | undefined,
): XmlPlace | undefined {
  const placesOf = ({ value }: Member): readonly XmlPlace[] => {
    const items = value?.kind === "array" ? value.items : value === undefined ? [] : [value];
    return items.flatMap((item) => elements.get(item) ?? []);
  };
  const same = object.members.find(({ key }) => key.value === name);
  const candidates = same === undefined ? object.members.flatMap(placesOf) : placesOf(same);
  return candidates.toSorted((a, b) => a.end - b.end).at(-1);
}

function prefixOf(text: string, { start, name }: XmlPlace): string {
  return text.slice(start + 1, name.start);
}

/** The blanks before an element that begins its line. */
function ownIndent(text: string, start: number): string | undefined {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const before = text.slice(lineStart, start);
  return before.trim() === "" && lineStart > 0 ? before : undefined;
}

function lineIndent(text: string, start: number): string {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const line = text.slice(lineStart, start + 1);
  return line.slice(0, line.length - line.trimStart().length);
}

function indentUnit(text: string): string {
  const found = /\n(?<indent>[ \t]+)</.exec(text.slice(0, 10_000))?.groups?.["indent"] ?? "  ";
  return found.startsWith("\t") ? "\t" : found.length > 8 ? "  " : found;
}

function isList(plain: Plain): plain is readonly Plain[] {
  return Array.isArray(plain);
}

function printElement(
  name: string,
  plain: Plain,
  indent: string | undefined,
  unit: string,
  newline: string,
): string {
  const prefix = name.slice(0, name.indexOf(":") + 1);
  return `<${name}>${printContent(plain, indent, unit, newline, prefix)}</${name}>`;
}

/** What stands between an element's tags; on one line where it has no indent of its own. */
function printContent(
  plain: Plain,
  indent: string | undefined,
  unit: string,
  newline: string,
  prefix: string,
): string {
  if (plain === null) return "";
  if (typeof plain !== "object") return escapeXml(String(plain));
  const elements = isList(plain) ? [] : elementsOf(plain);
  if (elements.length === 0) return "";
  const inner = indent === undefined ? undefined : indent + unit;
  const before = inner === undefined ? "" : newline + inner;
  const printed = elements.map(
    ([name, value]) => before + printElement(prefix + name, value, inner, unit, newline),
  );
  return printed.join("") + (indent === undefined ? "" : newline + indent);
}
