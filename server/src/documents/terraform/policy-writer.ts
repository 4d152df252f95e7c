import { type HclTree } from "../../syntax/hcl.js";
import {
  type ArrayValue,
  type Member,
  type ObjectValue,
  type Plain,
  type StringValue,
  type Value,
  type Writer,
} from "../../syntax/value.js";
import { offsetIn, type SourceText } from "../../text/source-text.js";
import { type Edit } from "../../text/span.js";
import { attributeNames, isRecord, printStatement, toBlocks } from "./statement.js";

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
export function terraformPolicyWriter(
  tree: HclTree,
  source: SourceText,
  nodes: PolicyNodes,
): Writer {
  const { writer } = tree;
  const original = (value: Value): Value => nodes.values.get(value) ?? value;

  return {
    appendItems: (array, items) => {
      const found = original(array);
      if (found.kind !== "array") return undefined;
      return nodes.bodies.has(array)
        ? appendStatements(source, found, items)
        : writer.appendItems(found, items);
    },
    insertMembers: (object, members) => {
      const body = nodes.bodies.get(object);
      if (body === undefined) return undefined;
      const written = toBlocks(members);
      if (written === undefined) return undefined;
      const { attributes, blocks } = written;
      const [block, ...others] = blocks;
      if (block === undefined) return writer.insertMembers(body, attributes);
      if (others.length > 0 || Object.keys(attributes).length > 0) return undefined;
      return writer.appendBlock(body, block.type, block.members);
    },
    replaceValue: (value, plain) => {
      // What was gathered from blocks is no value that another could stand in the place of.
      if (nodes.bodies.has(value) || isRecord(plain)) return undefined;
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

/** Adds statements behind the last one, as blocks in its column. */
function appendStatements(
  source: SourceText,
  list: ArrayValue,
  items: readonly Plain[],
): Edit | undefined {
  const last = list.items.at(-1);
  if (last === undefined) return undefined;
  const { value: text } = source;
  const end = offsetIn(source, last.span.end - 1) + 1;
  const lineStart = text.lastIndexOf("\n", offsetIn(source, last.span.start)) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart, lineStart + 200))?.[0] ?? "";
  const printed = items.map((item) => (isRecord(item) ? printStatement(item, indent) : undefined));
  if (printed.includes(undefined) || text.charAt(end - 1) !== "}") return undefined;
  const newText = printed.map((block) => `\n\n${indent}${block ?? ""}`).join("");
  return { span: { start: last.span.end, end: last.span.end }, newText: source.encode(newText) };
}
