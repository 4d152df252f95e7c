import {
  type ArrayValue,
  type Member,
  type ObjectValue,
  type StringValue,
  type Tree,
  type Value,
  type Writer,
} from "../syntax/value.js";

type Node = Value | Member;

/** Which node of a reader each node stands for that was made in its place. */
export type Originals = Map<Node, Node>;

/**
 * A tree in which `replace` gives other values for some, and `furtherItems` what lists hold besides. Only
 * what holds them is rebuilt, and the writer still works: it is asked about the values that its reader gave.
 */
export function mapTree(
  tree: Tree,
  replace: (value: Value) => Value | undefined,
  replaceKey: (key: StringValue) => StringValue | undefined = () => undefined,
  furtherItems: (array: ArrayValue) => readonly Value[] = () => [],
): Tree {
  const { root } = tree;
  if (root === undefined) return tree;
  const originals: Originals = new Map();
  const mapped = mapValue(root, { replace, replaceKey, furtherItems }, originals);
  if (mapped === root) return tree;
  return { ...tree, root: mapped, writer: writerOf(tree.writer, originals) };
}

interface Replacements {
  readonly replace: (value: Value) => Value | undefined;
  readonly replaceKey: (key: StringValue) => StringValue | undefined;
  readonly furtherItems: (array: ArrayValue) => readonly Value[];
}

function mapValue(value: Value, by: Replacements, originals: Originals): Value {
  const replaced = by.replace(value);
  if (replaced !== undefined) {
    if (replaced !== value) originals.set(replaced, value);
    return replaced;
  }
  switch (value.kind) {
    case "object": {
      const members = value.members.map((member) => mapMember(member, by, originals));
      if (members.every((member, at) => member === value.members[at])) return value;
      const object: ObjectValue = { ...value, members };
      originals.set(object, value);
      return object;
    }
    case "array": {
      const items = value.items.map((item) => mapValue(item, by, originals));
      const further = by.furtherItems(value);
      if (further.length === 0 && items.every((item, at) => item === value.items[at])) return value;
      const array: ArrayValue = { ...value, items: [...items, ...further] };
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

function mapMember(member: Member, by: Replacements, originals: Originals): Member {
  const key = by.replaceKey(member.key) ?? member.key;
  const value = member.value && mapValue(member.value, by, originals);
  if (value === member.value && key === member.key) return member;
  const mapped: Member = { ...member, key, value };
  originals.set(mapped, member);
  return mapped;
}

/** A writer that is asked about rebuilt nodes and passes on the ones that it knows. */
function writerOf(writer: Writer, originals: Originals): Writer {
  const original = <T extends Node>(node: T): T => {
    const found = originals.get(node);
    // A rebuilt node stands for one of its own kind or, as a replaced value, for any value.
    return (found ?? node) as T;
  };
  return {
    appendItems: (array, items) => writer.appendItems(original(array), items),
    insertMembers: (object, members) => {
      const written: Node = original<Node>(object);
      // What a tool makes of a list is no object that could hold more.
      return "kind" in written && written.kind === "object"
        ? writer.insertMembers(written, members)
        : undefined;
    },
    replaceValue: (value, plain) => {
      const written = original(value);
      // What a reference stands for is written elsewhere.
      const isComputed = written.kind === "unknown" && value.kind !== "unknown";
      return isComputed ? undefined : writer.replaceValue(written, plain);
    },
    renameKey: (member, key) => writer.renameKey(original(member), key),
    removeMember: (object, member) => writer.removeMember(original(object), original(member)),
    removeItem: (array, item) => writer.removeItem(original(array), original(item)),
  };
}
