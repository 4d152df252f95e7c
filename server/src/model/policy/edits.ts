import { type Plain } from "../../syntax/value.js";
import { locate, replaceText } from "../../text/source-text.js";
import { type Edit, type Span } from "../../text/span.js";
import { type Policy, type Statement, type Strings, type Text } from "./policy.js";

/** Replaces a stretch of a policy's text; nothing where the text is none of a string. */
export function replaceIn(
  text: Text,
  start: number,
  end: number,
  newText: string,
): Edit | undefined {
  return text.node.kind === "string"
    ? replaceText(text.node.content, start, end, newText)
    : undefined;
}

/** Replaces all of a string by another one. */
export function replaceAllOf(text: Text, newText: string): Edit | undefined {
  return replaceIn(text, 0, text.value?.length ?? 0, newText);
}

/** Adds a text to an element, which becomes a list if it is none. */
export function addText(policy: Policy, element: Strings, added: string): Edit | undefined {
  const { writer } = policy.tree;
  if (element.list !== undefined) return writer.appendItems(element.list, [added]);
  if (element.value?.kind !== "string") return undefined;
  return writer.replaceValue(element.value, [element.value.value, added]);
}

/** Removes an item of a list of several. */
export function removeText(policy: Policy, element: Strings, text: Text): Edit | undefined {
  return element.list === undefined || element.list.items.length < 2
    ? undefined
    : policy.tree.writer.removeItem(element.list, text.node);
}

/** Puts other texts in a text's place. */
export function replaceByTexts(
  policy: Policy,
  element: Strings,
  text: Text,
  texts: readonly [string, ...string[]],
): readonly (Edit | undefined)[] {
  const [first, ...rest] = texts;
  if (rest.length === 0) return [replaceAllOf(text, first)];
  const { writer } = policy.tree;
  if (element.list === undefined) {
    return [
      element.value === undefined ? undefined : writer.replaceValue(element.value, plain(texts)),
    ];
  }
  return [replaceAllOf(text, first), writer.appendItems(element.list, rest)];
}

function plain(texts: readonly string[]): Plain {
  return texts;
}

/** Where a stretch of a policy's text stands; all of the text where the stretch is empty. */
export function placeIn(text: Text, { start, end }: Span): Span {
  return text.node.kind === "string" && start < end
    ? locate(text.node.content, start, end)
    : text.span;
}

/** Edits that make one change; none where a part of it could not be written. */
export type Change = readonly (Edit | undefined)[];

/** Appends to a list, or makes a list of a lone string. */
export function addStrings(
  policy: Policy,
  strings: Strings | undefined,
  added: readonly string[],
): Edit | undefined {
  const { writer } = policy.tree;
  if (strings === undefined) return undefined;
  if (strings.list !== undefined) return writer.appendItems(strings.list, added);
  const [only] = strings.items;
  const { value } = strings;
  if (only === undefined || value?.kind !== "string" || value.holes.length > 0) return undefined;
  return writer.replaceValue(value, [value.value, ...added]);
}

/** Adds a statement after the last one. */
export function addStatement(policy: Policy, statement: Plain): Edit | undefined {
  const { writer } = policy.tree;
  const value = policy.statement?.value;
  return value?.kind === "array" ? writer.appendItems(value, [statement]) : undefined;
}

/** Replaces anyone with one principal. */
export function replaceEveryone(
  policy: Policy,
  { principal }: Statement,
  arn: string,
): Edit | undefined {
  const value = principal?.value;
  return value === undefined ? undefined : policy.tree.writer.replaceValue(value, { AWS: arn });
}
