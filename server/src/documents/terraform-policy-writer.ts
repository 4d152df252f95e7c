import { type HclTree } from "../syntax/hcl.js";
import {
  type Member,
  type ObjectValue,
  type Plain,
  type StringValue,
  type Value,
  type Writer,
} from "../syntax/value.js";
import { type Edit } from "../text/span.js";

/** The attributes of a `statement` block, and what the policy grammar calls them. */
export const statementNames: ReadonlyMap<string, string> = new Map([
  ["sid", "Sid"],
  ["effect", "Effect"],
  ["actions", "Action"],
  ["not_actions", "NotAction"],
  ["resources", "Resource"],
  ["not_resources", "NotResource"],
]);

const attributeNames: ReadonlyMap<string, string> = new Map(
  [...statementNames].map(([attribute, name]) => [name, attribute]),
);

/** Attributes that hold lists, even of one. */
const lists = new Set(["Action", "NotAction", "Resource", "NotResource"]);

/** What the nodes of a policy stand for that was read from blocks. */
export interface PolicyNodes {
  /** The block that an object is, or whose blocks it gathers. */
  readonly bodies: Map<Value, ObjectValue>;
  readonly members: Map<Member, MemberNode>;
  readonly values: Map<Value, Value>;
}

interface MemberNode {
  readonly member: Member;
  /** The blocks that the member was gathered from, where it is no attribute. */
  readonly blocks: readonly Value[] | undefined;
  /** The value that became the member's key. */
  readonly keyValue?: StringValue;
}

/** Writes changes of a policy as blocks and attributes; what they cannot express is no edit. */
export function terraformPolicyWriter(tree: HclTree, nodes: PolicyNodes): Writer {
  const { writer } = tree;
  const original = (value: Value): Value => nodes.values.get(value) ?? value;

  return {
    appendItems: (array, items) => {
      const found = original(array);
      if (found.kind !== "array") return undefined;
      const isStatements = nodes.bodies.has(array);
      return isStatements ? undefined : writer.appendItems(found, items);
    },
    insertMembers: (object, members) => {
      const body = nodes.bodies.get(object);
      if (body === undefined) return undefined;
      const attributes = attributesOf(members);
      if (attributes !== undefined) return writer.insertMembers(body, attributes);
      const [block, ...others] = blocksOf(members);
      if (block === undefined || others.length > 0) return undefined;
      return writer.appendBlock(body, block.type, block.members);
    },
    replaceValue: (value, plain) => {
      const found = original(value);
      const listed = found.kind === "array" && !Array.isArray(plain) ? [plain] : plain;
      return writer.replaceValue(found, listed);
    },
    renameKey: (member, key): Edit | undefined => {
      const node = nodes.members.get(member);
      if (node === undefined) return undefined;
      if (node.keyValue !== undefined) return writer.replaceValue(node.keyValue, key);
      const attribute = node.blocks === undefined ? attributeNames.get(key) : undefined;
      return attribute === undefined ? undefined : writer.renameKey(node.member, attribute);
    },
    removeMember: (object, member) => {
      const node = nodes.members.get(member);
      const body = nodes.bodies.get(object);
      if (node === undefined) return undefined;
      if (node.blocks === undefined) {
        return body === undefined ? undefined : writer.removeMember(body, node.member);
      }
      const [block, ...others] = node.blocks;
      const list = node.member.value;
      if (block === undefined || others.length > 0 || list?.kind !== "array") return undefined;
      return writer.removeItem(list, block);
    },
    removeItem: (array, item) => {
      const found = original(array);
      if (found.kind !== "array") return undefined;
      return writer.removeItem(found, nodes.bodies.get(item) ?? original(item));
    },
  };
}

/** Members of a statement as attributes; absent where one of them is none. */
function attributesOf(
  members: Readonly<Record<string, Plain>>,
): Readonly<Record<string, Plain>> | undefined {
  const attributes: Record<string, Plain> = {};
  for (const [name, value] of Object.entries(members)) {
    const attribute = attributeNames.get(name);
    if (attribute === undefined) return undefined;
    attributes[attribute] = lists.has(name) && !Array.isArray(value) ? [value] : value;
  }
  return attributes;
}

interface Block {
  readonly type: string;
  readonly members: Readonly<Record<string, Plain>>;
}

/** `Principal` and `Condition` as the blocks that they are written in. */
function blocksOf(members: Readonly<Record<string, Plain>>): readonly Block[] {
  return Object.entries(members).flatMap(([name, value]): readonly Block[] => {
    if (name === "Principal" || name === "NotPrincipal") {
      const type = name === "Principal" ? "principals" : "not_principals";
      return entriesOf(value).map(([kind, identifiers]) => ({
        type,
        members: { type: kind, identifiers: listOf(identifiers) },
      }));
    }
    if (name !== "Condition") return [];
    return entriesOf(value).flatMap(([test, keys]) =>
      entriesOf(keys).map(([variable, values]) => ({
        type: "condition",
        members: { test, variable, values: listOf(values) },
      })),
    );
  });
}

function entriesOf(plain: Plain): readonly (readonly [string, Plain])[] {
  return typeof plain === "object" && plain !== null && !isList(plain) ? Object.entries(plain) : [];
}

function listOf(plain: Plain): readonly Plain[] {
  return isList(plain) ? plain : [plain];
}

function isList(plain: Plain): plain is readonly Plain[] {
  return Array.isArray(plain);
}
