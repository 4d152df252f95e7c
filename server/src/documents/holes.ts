import { type ArrayValue, type StringValue, type Tree, type Value } from "../syntax/value.js";
import { findPlaceholders } from "../syntax/placeholders.js";
import { locate, offsetIn, type SourceText } from "../text/source-text.js";
import { type Span } from "../text/span.js";
import { mapTree } from "./map-tree.js";

/**
 * A JSON text with harmless characters for what is filled in later, so that it can be read: within a
 * string anything but quotes will do; elsewhere a number stands for the value that will be there.
 */
export function maskHoles(source: SourceText, holes: readonly Span[]): SourceText {
  const text = source.value;
  let masked = "";
  let inString = false;
  let offset = 0;
  for (const { start, end } of holes.toSorted((a, b) => a.start - b.start)) {
    if (start < offset) continue;
    const before = text.slice(offset, start);
    inString = endsInString(before, inString);
    masked += before;
    const hole = text.slice(start, end);
    if (inString) masked += hole.replace(/["\\\r\n\t]/g, "_");
    else if (isDirective(hole) || /\d\s*$/.test(masked.slice(-20)))
      masked += " ".repeat(hole.length);
    else masked += "0".padEnd(hole.length);
    offset = end;
  }
  return { ...source, value: masked + text.slice(offset) };
}

/** What a template's text leaves open: placeholders, and directives such as `%{ if … }` and `{% if … %}`. */
export function templateHoles(text: string): readonly Span[] {
  return findPlaceholders(text).map(({ span }) => span);
}

/** What a JSON text leaves open outside of its strings, where a program's marks can be nothing else. */
export function bareHoles(text: string): readonly Span[] {
  const holes: Span[] = [];
  let offset = 0;
  let inString = false;
  for (const hole of templateHoles(text).toSorted((a, b) => a.start - b.start)) {
    if (hole.start < offset) continue;
    const before = text.slice(offset, hole.start);
    // A string ends with its line, whatever its quotes say.
    const line = before.lastIndexOf("\n") + 1;
    inString = endsInString(before.slice(line), line === 0 && inString);
    offset = hole.start;
    if (inString) continue;
    holes.push(hole);
    offset = hole.end;
  }
  return holes;
}

/** Template code that decides what follows, and gives no text itself. */
function isDirective(hole: string): boolean {
  return /^(?:%\{|<%(?!=)|\{[%#]|\{\{-?\s*(?:if|else|end|range|with|define|block)\b)/.test(hole);
}

function endsInString(text: string, startsInString: boolean): boolean {
  let inString = startsInString;
  for (let offset = 0; offset < text.length; offset += 1) {
    const character = text.charAt(offset);
    if (character === "\\" && inString) offset += 1;
    else if (character === '"') inString = !inString;
  }
  return inString;
}

/** Says of a tree that was read from a masked text which of its values are not known. */
export function markHoles(tree: Tree, source: SourceText, holes: readonly Span[]): Tree {
  const places = holes.map(({ start, end }) => locate(source, start, end));
  const isAt = (span: Span): boolean =>
    places.some((place) => place.start <= span.end && span.start <= place.end);
  const markValue = (value: Value): Value | undefined => {
    // What is filled in between members may be members of any name, so nothing of it is known.
    if (value.kind === "object") {
      return places.some((place) => isBetween(value, value.members, place))
        ? { kind: "unknown", span: value.span }
        : undefined;
    }
    if (value.kind === "number" && isAt(value.span)) {
      const { start } = value.span;
      const place = places.find((each) => each.start === start);
      return place === undefined ? undefined : { kind: "unknown", span: place };
    }
    return value.kind === "string" && isAt(value.span) ? withHoles(value, places) : undefined;
  };
  const markKey = (key: StringValue): StringValue | undefined =>
    isAt(key.span) ? withHoles(key, places) : undefined;
  // Where code stands in a list and not in an item, there may be any number of items.
  const furtherItems = (array: ArrayValue): readonly Value[] =>
    places
      .filter((place) => isBetween(array, array.items, place))
      .map((span) => ({ kind: "unknown", span }));
  const marked = mapTree(tree, markValue, markKey, furtherItems);
  // What a directive repeats or leaves out is not known, nor are the commas between.
  const decides = holes.some(({ start, end }) => isDirective(source.value.slice(start, end)));
  const problems = decides ? [] : tree.problems.filter(({ span }) => !isAt(span));
  // What is filled in may well be what the text lacks.
  if (problems.length > 0 || decides || marked.brokenAt === undefined)
    return { ...marked, problems };
  const { root, writer } = marked;
  return { root, problems, isJson: true, writer };
}

/** Whether a place is in an object or a list, and in none of what that holds. */
function isBetween(
  { span }: Value,
  held: readonly { readonly span: Span }[],
  { start }: Span,
): boolean {
  if (start <= span.start || start >= span.end) return false;
  return !held.some((each) => each.span.start <= start && start <= each.span.end);
}

function withHoles(string: StringValue, places: readonly Span[]): StringValue {
  const { content, value, span } = string;
  const holes = places
    .filter((place) => place.start >= span.start && place.end <= span.end)
    .map(({ start, end }) => ({
      start: offsetIn(content, start),
      end: end >= content.end ? value.length : offsetIn(content, end),
    }));
  return { ...string, holes };
}
