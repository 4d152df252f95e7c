import { policyElementNames, statementElementNames } from "../../catalog/policy/grammar.js";
import { type Member, type ObjectValue } from "../../syntax/value.js";
import { nearest } from "../../text/nearest.js";

/** What a policy or a statement can hold. */
export const elementNames = { policy: policyElementNames, statement: statementElementNames };

/** Whether a member is no element of its level; a name with holes may become any. */
export function isUnknownElement({ key }: Member, names: readonly string[]): boolean {
  return key.holes.length === 0 && !names.includes(key.value);
}

/** The element that an unknown member is a misspelling of, unless the node has it as well. */
export function meantElement(
  node: ObjectValue,
  { key }: Member,
  names: readonly string[],
): string | undefined {
  const free = names.filter((name) => !node.members.some((member) => member.key.value === name));
  return nearest(key.value, free);
}

/** Whether a node misspells one of these elements, and so does not lack it. */
export function misspells(
  node: ObjectValue,
  level: keyof typeof elementNames,
  ...elements: readonly string[]
): boolean {
  const names = elementNames[level];
  return node.members.some((member) => {
    if (!isUnknownElement(member, names)) return false;
    const meant = meantElement(node, member, names);
    return meant !== undefined && elements.includes(meant);
  });
}
