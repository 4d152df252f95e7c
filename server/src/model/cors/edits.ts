import { corsDialects, type CorsRole } from "../../catalog/cors/dialects.js";
import { mostRules } from "../../catalog/cors/facts.js";
import { type Plain, type Value } from "../../syntax/value.js";
import { replaceText } from "../../text/source-text.js";
import { type Edit } from "../../text/span.js";
import { type Cors } from "./cors.js";
import { type CorsField, type CorsRule, type CorsText } from "./rule.js";
import { rememberFor } from "../../text/memo.js";

/** Adds values to a rule's field, which is made where the rule has none. */
export function addItems(
  { dialect, tree: { writer } }: Cors,
  rule: CorsRule,
  role: CorsRole,
  items: readonly string[],
): Edit | undefined {
  const { keys, repeats } = corsDialects[dialect];
  const key = keys[role];
  const field = fieldOf(rule, role);
  if (key === undefined || items.length === 0) return undefined;
  if (field === undefined) return writer.insertMembers(rule.node, { [key]: items });
  const { value } = field.member;
  if (value === undefined) return undefined;
  if (value.kind === "array") return writer.appendItems(value, items);
  const texts = field.items.map((item) => item.value);
  if (repeats) return writer.insertMembers(rule.node, { [field.member.key.value]: items });
  return value.kind === "string" || value.kind === "null"
    ? writer.replaceValue(value, [...texts, ...items])
    : undefined;
}

/** Adds a rule behind the others, unless there are as many as the storage takes. */
export function addRule(
  { list, container, empty, dialect, storage, rules, tree: { writer } }: Cors,
  rule: Readonly<Record<string, Plain>>,
): Edit | undefined {
  const most = mostRules[storage]?.value;
  if (most !== undefined && rules.length >= most) return undefined;
  if (list !== undefined) return writer.appendItems(list, [rule]);
  const name = corsDialects[dialect].list;
  if (empty !== undefined && name !== undefined)
    return writer.replaceValue(empty, { [name]: rule });
  return container !== undefined && name !== undefined
    ? writer.insertMembers(container, { [name]: [rule] })
    : undefined;
}

/** Removes one value of a field; a field whose only value it is goes whole. */
export function removeItem(
  { tree: { writer } }: Cors,
  rule: CorsRule,
  field: CorsField,
  item: CorsText,
): Edit | undefined {
  const { list, member } = field;
  return list === undefined
    ? writer.removeMember(rule.node, member)
    : writer.removeItem(list, item.node);
}

/** Gives a list other values. It is written anew, since single removals would meet. */
export function keepItems(
  { tree: { writer } }: Cors,
  list: Value,
  kept: readonly string[],
): Edit | undefined {
  return writer.replaceValue(list, kept);
}

/** Puts another text in the place of a value, which keeps its quotes. */
export function replaceItem(item: CorsText, text: string): Edit | undefined {
  return item.node.kind === "string"
    ? replaceText(item.node.content, 0, item.node.value.length, text)
    : undefined;
}

export function fieldOf(rule: CorsRule, role: CorsRole): CorsField | undefined {
  switch (role) {
    case "origins":
    case "methods":
    case "allowedHeaders":
    case "exposedHeaders":
      return rule[role];
    case "maxAge":
    case "id":
      return undefined;
  }
}

/** The fields of a rule that hold lists, each once. */
export const fieldsOf = rememberFor((rule: CorsRule): readonly CorsField[] => {
  const { origins, methods, allowedHeaders, exposedHeaders } = rule;
  const fields = [origins, methods, allowedHeaders, exposedHeaders];
  return [...new Set(fields.filter((field) => field !== undefined))].sort(
    (a, b) => a.keySpan.start - b.keySpan.start,
  );
});
