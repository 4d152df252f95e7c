import { createDecoding } from "../syntax/decoding.js";
import {
  memberOf,
  type ArrayValue,
  type Member,
  type ObjectValue,
  type StringValue,
  type Tree,
  type Value,
  type Writer,
} from "../syntax/value.js";
import { type Span } from "../text/span.js";

/**
 * A CloudFormation template with its functions taken for what they give: `Fn::Sub` is a string with
 * holes, any other a value that is not known. Other documents come back as they are.
 */
export function resolveTemplate(tree: Tree): Tree {
  const { root } = tree;
  const resources = memberOf(root, "Resources")?.value;
  if (root === undefined || resources?.kind !== "object") return tree;
  const isTemplate =
    memberOf(root, "AWSTemplateFormatVersion") !== undefined ||
    resources.members.some(({ value }) => {
      const type = memberOf(value, "Type")?.value;
      return type?.kind === "string" && type.value.startsWith("AWS::");
    });
  if (!isTemplate) return tree;
  const originals = new Map<Node, Node>();
  const resolved = resolve(root, originals);
  if (resolved === root) return tree;
  return { ...tree, root: resolved, writer: writerOf(tree.writer, originals) };
}

type Node = Value | Member;

/** Rebuilds only what holds a function, so that most of a template stays as it was read. */
function resolve(value: Value, originals: Map<Node, Node>): Value {
  switch (value.kind) {
    case "object": {
      const found = intrinsic(value);
      if (found !== undefined) {
        originals.set(found, value);
        return found;
      }
      const members = value.members.map((member) => resolveMember(member, originals));
      if (members.every((member, at) => member === value.members[at])) return value;
      const object: ObjectValue = { ...value, members };
      originals.set(object, value);
      return object;
    }
    case "array": {
      const items = value.items.map((item) => resolve(item, originals));
      if (items.every((item, at) => item === value.items[at])) return value;
      const array: ArrayValue = { ...value, items };
      originals.set(array, value);
      return array;
    }
    case "string":
    case "number":
    case "boolean":
    case "null":
    case "unknown":
      return value;
  }
}

function resolveMember(member: Member, originals: Map<Node, Node>): Member {
  if (member.value === undefined) return member;
  const value = resolve(member.value, originals);
  if (value === member.value) return member;
  const resolved: Member = { ...member, value };
  originals.set(resolved, member);
  return resolved;
}

/** What an object that calls a function stands for. */
function intrinsic({ members, span }: ObjectValue): Value | undefined {
  const [member, ...others] = members;
  if (member === undefined || others.length > 0) return undefined;
  const { key, value } = member;
  if (key.value === "Fn::Sub") {
    const template = value?.kind === "array" ? value.items[0] : value;
    if (template?.kind === "string") return substitute(template);
  }
  return key.value === "Ref" || key.value === "Condition" || key.value.startsWith("Fn::")
    ? isCall(key.value, value)
      ? { kind: "unknown", span }
      : undefined
    : undefined;
}

/** `Ref` and `Condition` take a name; a policy's own `Condition` holds an object. */
function isCall(name: string, value: Value | undefined): boolean {
  return name.startsWith("Fn::") || value?.kind === "string";
}

/** `${Name}` is filled in by CloudFormation, and `${!Name}` stands for `${Name}`. */
function substitute(template: StringValue): StringValue {
  const { content, value } = template;
  const decoding = createDecoding(content);
  const holes: Span[] = [];
  let offset = 0;
  for (;;) {
    const open = value.indexOf("${", offset);
    const close = open < 0 ? -1 : value.indexOf("}", open);
    if (close < 0) break;
    decoding.copy(offset, open);
    if (value.charAt(open + 2) === "!") {
      decoding.copy(open, open + 2);
      decoding.copy(open + 3, close + 1);
    } else {
      const start = decoding.length();
      decoding.copy(open, close + 1);
      holes.push({ start, end: decoding.length() });
    }
    offset = close + 1;
  }
  decoding.copy(offset, value.length);
  const substituted = decoding.finish(value.length, (text) => text);
  return { ...template, value: substituted.value, content: substituted, holes };
}

/** Writers know the values that their reader gave, so they are asked about those. */
function writerOf(writer: Writer, originals: ReadonlyMap<Node, Node>): Writer {
  const original = <T extends Node>(node: T): T => {
    const found = originals.get(node);
    // A rebuilt node stands for one of its own kind, but for a function, which only `Value` names.
    return (found ?? node) as T;
  };
  return {
    appendItems: (array, items) => writer.appendItems(original(array), items),
    insertMembers: (object, members) => writer.insertMembers(original(object), members),
    replaceValue: (value, plain) => writer.replaceValue(original(value), plain),
    renameKey: (member, key) => writer.renameKey(original(member), key),
    removeMember: (object, member) => writer.removeMember(original(object), original(member)),
    removeItem: (array, item) => writer.removeItem(original(array), original(item)),
  };
}
