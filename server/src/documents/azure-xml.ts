import { corsDialects } from "../catalog/cors/dialects.js";
import { readCors } from "../model/cors/cors.js";
import {
  itemsOf,
  memberOf,
  type ArrayValue,
  type Plain,
  type StringValue,
  type Tree,
  type Value,
  type Writer,
} from "../syntax/value.js";
import { message } from "../text/message.js";
import { extentOf, locate, sliceText } from "../text/source-text.js";
import { type Edit } from "../text/span.js";
import { mapTree } from "./map-tree.js";
import { type AnyPart } from "./part.js";

const { keys, list: listName = "", containers } = corsDialects["azure-xml"];
const listKeys = new Set([keys.origins, keys.methods, keys.allowedHeaders, keys.exposedHeaders]);

/** The CORS rules in the properties of Azure's blob service, whose lists are texts with commas. */
export function azureXmlPart(tree: Tree): AnyPart | undefined {
  const rules = memberOf(configurationOf(tree), listName)?.value;
  if (rules === undefined) return undefined;
  const texts = new Set(
    itemsOf(rules).flatMap((rule) =>
      rule.kind !== "object"
        ? []
        : rule.members.flatMap(({ key, value }) => (listKeys.has(key.value) ? (value ?? []) : [])),
    ),
  );
  const lists = new Map<Value, StringValue>();
  const mapped = mapTree(tree, (value) => {
    if (value.kind !== "string" || !texts.has(value)) return undefined;
    const list = listOf(value);
    lists.set(list, value);
    return list;
  });
  const configuration = configurationOf(mapped);
  if (configuration === undefined) return undefined;
  const split: Tree = { ...mapped, writer: joiningWriter(mapped.writer, tree.writer, lists) };
  const model = readCors(split, configuration, "azure-xml");
  const reason = message('It contains "{key}".', { key: listName });
  return { kind: "cors", dialect: "azure-xml", span: model.span, reason, model, json: undefined };
}

/** What the rules stand in, of a document whose elements are where Azure expects them. */
function configurationOf({ root }: Tree): Value | undefined {
  return containers.reduce((value, name) => memberOf(value, name)?.value, root);
}

/** A text as the list that it is to Azure: entries between commas, without the blanks around them. */
function listOf(text: StringValue): ArrayValue {
  const { content, span } = text;
  const items: StringValue[] = [];
  let at = 0;
  for (const entry of text.value.split(",")) {
    const start = at + entry.length - entry.trimStart().length;
    const end = Math.max(start, at + entry.trimEnd().length);
    at += entry.length + 1;
    if (start === end) continue;
    const own = sliceText(content, start, end);
    const place = extentOf(own) ?? locate(content, start, end);
    items.push({ kind: "string", span: place, value: own.value, content: own, holes: [] });
  }
  return { kind: "array", span, items };
}

/** Writes lists as texts with commas; `lists` has the text that each was. */
function joiningWriter(
  writer: Writer,
  textWriter: Writer,
  lists: ReadonlyMap<Value, StringValue>,
): Writer {
  const rewrite = (list: Value, items: readonly Plain[]): Edit | undefined => {
    const text = lists.get(list);
    return text && textWriter.replaceValue(text, items.map(String).join(","));
  };
  return {
    ...writer,
    appendItems: (list, items) =>
      lists.has(list)
        ? rewrite(list, [...textsOf(list.items), ...items])
        : writer.appendItems(list, items.map(joined)),
    insertMembers: (object, members) => writer.insertMembers(object, joinedMembers(members)),
    replaceValue: (value, plain) =>
      Array.isArray(plain) && lists.has(value)
        ? rewrite(value, plain)
        : writer.replaceValue(value, joined(plain)),
    removeItem: (list, item) =>
      lists.has(list)
        ? rewrite(list, textsOf(list.items.filter((each) => each !== item)))
        : writer.removeItem(list, item),
  };
}

function textsOf(items: readonly Value[]): readonly string[] {
  return items.flatMap((item) => (item.kind === "string" ? [item.value] : []));
}

/** A rule or a list of rules with its lists as texts. */
function joined(plain: Plain): Plain {
  if (Array.isArray(plain)) {
    const items: readonly Plain[] = plain;
    return items.every((item) => typeof item === "string") ? items.join(",") : items.map(joined);
  }
  return typeof plain === "object" && plain !== null
    ? joinedMembers(plain as Readonly<Record<string, Plain>>)
    : plain;
}

function joinedMembers(members: Readonly<Record<string, Plain>>): Readonly<Record<string, Plain>> {
  return Object.fromEntries(Object.entries(members).map(([name, plain]) => [name, joined(plain)]));
}
