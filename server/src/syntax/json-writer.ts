import { firstAt } from "../text/search.js";
import { offsetIn, replaceText, type SourceText } from "../text/source-text.js";
import { type Edit, type Span } from "../text/span.js";
import {
  type ArrayValue,
  type Member,
  type ObjectValue,
  type Plain,
  type Value,
  type Writer,
} from "./value.js";

/** Writes JSON in the style of the text around it: on one line, or a line each at the same indent. */
export function jsonWriter(source: SourceText): Writer {
  const edit = (start: number, end: number, newText: string): Edit =>
    replaceText(source, start, end, newText);
  const inner = ({ start, end }: Span): Span => {
    const from = offsetIn(source, start);
    return { start: from, end: end > start ? offsetIn(source, end - 1) + 1 : from };
  };
  const text = source.value;

  /** Adds entries behind the last child, or between the brackets of an empty container. */
  const append = (
    container: Span,
    children: readonly Span[],
    entries: (indent: string, multiline: boolean) => readonly string[],
    pad: string,
  ): Edit | undefined => {
    const { start, end } = inner(container);
    const close = text.charAt(end - 1);
    const closed = end - start > 1 && (close === "]" || close === "}");
    const last = children.at(-1);
    if (last === undefined) {
      const innerEnd = closed ? end - 1 : end;
      const indent = lineIndent(text, start);
      if (closed && /[^\s]/.test(text.slice(start + 1, innerEnd))) return undefined;
      if (!text.slice(start, end).includes("\n")) {
        return edit(start + 1, innerEnd, pad + entries(indent, false).join(", ") + pad);
      }
      const childIndent = indent + indentUnit(text);
      const body = entries(childIndent, true).map((entry) => `\n${childIndent}${entry}`);
      return edit(start + 1, innerEnd, `${body.join(",")}\n${indent}`);
    }
    const lastSpan = inner(last);
    const previous = children.at(-2);
    const gapStart = previous === undefined ? start + 1 : inner(previous).end;
    const gap = text.slice(gapStart, lastSpan.start).replace(",", "");
    const lineBreak = gap.lastIndexOf("\n");
    if (lineBreak >= 0) {
      const indent = lineIndent(text, lastSpan.start);
      const newline = gap.includes("\r\n") ? "\r\n" : "\n";
      const added = entries(indent, true).map((entry) => `,${newline}${indent}${entry}`);
      return edit(lastSpan.end, lastSpan.end, added.join(""));
    }
    const space = previous !== undefined && gap.trim() === "" ? gap : " ";
    const added = entries(lineIndent(text, start), false).map((entry) => `,${space}${entry}`);
    return edit(lastSpan.end, lastSpan.end, added.join(""));
  };

  const print = (plain: Plain, indent: string, multiline: boolean): string =>
    printJson(plain, indent, multiline ? indentUnit(text) : undefined);

  return {
    appendItems: (array, items) =>
      append(
        array.span,
        array.items.map(({ span }) => span),
        (indent, multiline) => items.map((item) => print(item, indent, multiline)),
        "",
      ),
    insertMembers: (object, members) =>
      append(
        object.span,
        object.members.map(({ span }) => span),
        (indent, multiline) =>
          Object.entries(members).map(
            ([key, value]) =>
              `${JSON.stringify(key)}${colon(text, object, inner)}${print(value, indent, multiline)}`,
          ),
        " ",
      ),
    replaceValue: (value, plain) => {
      const { start, end } = inner(value.span);
      const multiline = text.slice(start, end).includes("\n");
      return edit(start, end, print(plain, lineIndent(text, start), multiline));
    },
    renameKey: ({ key }, name) => {
      const { start, end } = inner(key.span);
      return edit(start, end, JSON.stringify(name));
    },
    removeMember: (object, member) => remove(text, edit, inner, object, object.members, member),
    removeItem: (array, item) => remove(text, edit, inner, array, array.items, item),
  };
}

/** Removes a child with one separator, and with its line where it has one to itself. */
function remove(
  text: string,
  edit: (start: number, end: number, newText: string) => Edit,
  inner: (span: Span) => Span,
  container: ObjectValue | ArrayValue,
  children: readonly (Member | Value)[],
  child: Member | Value,
): Edit | undefined {
  const index = indexIn(children, child);
  if (index < 0) return undefined;
  const { start, end } = inner(child.span);
  const next = children[index + 1];
  if (next !== undefined) return edit(start, inner(next.span).start, "");
  const previous = children[index - 1];
  if (previous !== undefined) return edit(inner(previous.span).end, end, "");
  const whole = inner(container.span);
  const rest = text.slice(end, whole.end - 1);
  return /^[\s,]*$/.test(rest) ? edit(whole.start + 1, whole.end - 1, "") : edit(start, end, "");
}

/** Where a child stands among the others, which are in the order of the document. */
function indexIn(children: readonly (Member | Value)[], child: Member | Value): number {
  const { start } = child.span;
  const index = firstAt(children.length, (each) => (children[each]?.span.start ?? 0) >= start);
  return children[index] === child ? index : children.indexOf(child);
}

/** What stands between a key and its value: the last member's way, or a colon and a space. */
function colon(text: string, object: ObjectValue, inner: (span: Span) => Span): string {
  const last = object.members.at(-1);
  if (last?.value === undefined) return ": ";
  const between = text.slice(inner(last.key.span).end, inner(last.value.span).start);
  return /^[ ]?:[ ]?$/.test(between) ? between : ": ";
}

function lineIndent(text: string, offset: number): string {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  let end = lineStart;
  while (text.charAt(end) === " " || text.charAt(end) === "\t") end += 1;
  return text.slice(lineStart, end);
}

/** The first indented line tells how this text indents; two spaces where none is. */
function indentUnit(text: string): string {
  const found = /\n(?<indent>[ \t]+)\S/.exec(text.slice(0, 10_000));
  const indent = found?.groups?.["indent"] ?? "  ";
  return indent.startsWith("\t") ? "\t" : indent.length > 8 ? "  " : indent;
}

/** JSON on one line with spaces inside braces, or over lines where `unit` says how to indent. */
export function printJson(plain: Plain, indent = "", unit?: string): string {
  if (typeof plain !== "object" || plain === null) return JSON.stringify(plain);
  const entries: readonly (readonly [string, Plain])[] = isList(plain)
    ? plain.map((item) => ["", item] as const)
    : Object.entries(plain).map(([key, value]) => [`${JSON.stringify(key)}: `, value] as const);
  const [open, close] = isList(plain) ? ["[", "]"] : ["{", "}"];
  if (entries.length === 0) return open + close;
  if (
    unit === undefined ||
    (isList(plain) && entries.every(([, value]) => isShort(value)) && entries.length < 4)
  ) {
    const pad = isList(plain) ? "" : " ";
    const body = entries.map(([key, value]) => key + printJson(value));
    return open + pad + body.join(", ") + pad + close;
  }
  const childIndent = indent + unit;
  const body = entries.map(
    ([key, value]) => `\n${childIndent}${key}${printJson(value, childIndent, unit)}`,
  );
  return `${open}${body.join(",")}\n${indent}${close}`;
}

function isList(plain: Plain): plain is readonly Plain[] {
  return Array.isArray(plain);
}

function isShort(plain: Plain): boolean {
  return typeof plain !== "object" && String(plain).length < 24;
}
