import { itemsOf, type Plain, type Value } from "../../syntax/value.js";
import { type Edit } from "../../text/span.js";
import { type Condition, type Operator, type Policy, type Statement } from "./policy.js";

/** An operator with its qualifier and suffix as a policy writes it. */
export function writeOperator({
  qualifier,
  name,
  ifExists,
}: Pick<Operator, "qualifier" | "name" | "ifExists">): string {
  return `${qualifier === undefined ? "" : `${qualifier}:`}${name}${ifExists ? "IfExists" : ""}`;
}

/** Those edits that make up one change; none where one of them could not be made. */
export type Edits = readonly (Edit | undefined)[];

/**
 * Puts a condition under another operator, perhaps with another value: renames the operator where
 * this is its only key, else moves the key. Nothing where the other operator has the key already.
 */
export function changeOperator(
  policy: Policy,
  { condition: conditions }: Statement,
  condition: Condition,
  operator: string,
  value?: Plain,
): Edits {
  const { writer } = policy.tree;
  const { operatorMember, keyMember, key } = condition;
  const block = operatorMember.value;
  if (block?.kind !== "object" || conditions?.value?.kind !== "object") return [undefined];
  const held = keyMember.value;
  const target = conditions.value.members.find((member) => member.key.value === operator);
  const alone = block.members.length === 1;
  if (target === undefined && alone) {
    const renamed = writer.renameKey(operatorMember, operator);
    if (value === undefined) return [renamed];
    return [renamed, held === undefined ? undefined : writer.replaceValue(held, value)];
  }
  const plain = value ?? plainOf(held);
  if (plain === undefined) return [undefined];
  const removed = alone
    ? writer.removeMember(conditions.value, operatorMember)
    : writer.removeMember(block, keyMember);
  if (target === undefined) {
    return [removed, writer.insertMembers(conditions.value, { [operator]: { [key]: plain } })];
  }
  if (target.value?.kind !== "object") return [undefined];
  const present = target.value.members.some(
    (member) => member.key.value.toLowerCase() === key.toLowerCase(),
  );
  return present ? [undefined] : [removed, writer.insertMembers(target.value, { [key]: plain })];
}

/** The plain form of a value that holds nothing unknown. */
export function plainOf(value: Value | undefined): Plain | undefined {
  switch (value?.kind) {
    case "string":
      return value.holes.length > 0 ? undefined : value.value;
    case "number":
    case "boolean":
      return value.value;
    case "array": {
      const items = value.items.map(plainOf);
      return items.every((item) => item !== undefined) ? items : undefined;
    }
    case "object":
    case "null":
    case "unknown":
    case undefined:
      return undefined;
  }
}

/** Takes one value away; nothing where it is the only one. */
export function removeValue(policy: Policy, condition: Condition, value: Value): Edit | undefined {
  const { list } = condition;
  if (list === undefined || itemsOf(list).length < 2) return undefined;
  return policy.tree.writer.removeItem(list, value);
}

/** Takes a condition away, with its operator where that holds nothing else. */
export function removeCondition(
  policy: Policy,
  statement: Statement,
  condition: Condition,
): Edit | undefined {
  const { writer } = policy.tree;
  const block = condition.operatorMember.value;
  const conditions = statement.condition;
  if (block?.kind !== "object" || conditions?.value?.kind !== "object") return undefined;
  if (block.members.length > 1) return writer.removeMember(block, condition.keyMember);
  if (conditions.value.members.length > 1) {
    return writer.removeMember(conditions.value, condition.operatorMember);
  }
  return writer.removeMember(statement.node, conditions.member);
}

/** Adds a condition to a statement that has none under this operator yet. */
export function addCondition(
  policy: Policy,
  statement: Statement,
  operator: string,
  key: string,
  value: Plain,
): Edit | undefined {
  const { writer } = policy.tree;
  const conditions = statement.condition;
  if (conditions === undefined) {
    return writer.insertMembers(statement.node, { Condition: { [operator]: { [key]: value } } });
  }
  if (conditions.value?.kind !== "object") return undefined;
  const block = conditions.value.members.find((member) => member.key.value === operator);
  if (block === undefined) {
    return writer.insertMembers(conditions.value, { [operator]: { [key]: value } });
  }
  return block.value?.kind === "object"
    ? writer.insertMembers(block.value, { [key]: value })
    : undefined;
}
