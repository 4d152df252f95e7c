import { statementPolicyTypes } from "../../model/policy/policy.js";
import { elementNames, isUnknownElement, meantElement } from "../../model/policy/misspelled.js";
import { type Member, type ObjectValue, type Writer } from "../../syntax/value.js";
import { message } from "../../text/message.js";
import { defineRule, type Fix, reviewFix, safeFix } from "../rule.js";

export const knownElement = defineRule({
  id: "policy/known-element",
  policyTypes: statementPolicyTypes,
  severity: "error",
  summary: "A policy and its statements must contain only elements of the policy grammar.",
  rationale: "Element names are case-sensitive. AWS rejects a policy with any other element.",
  certainty: "documented",
  sources: ["iam-policy-elements", "access-analyzer-checks"],
  equivalents: ["access-analyzer:INVALID_POLICY_ELEMENT"],
  messages: {
    policy: '"{element}" is not a valid policy element, so the policy is rejected.',
    policyMisspelled:
      '"{element}" is not a valid policy element, so the policy is rejected. Did you mean "{nearest}"?',
    statement: '"{element}" is not a valid statement element, so the policy is rejected.',
    statementMisspelled:
      '"{element}" is not a valid statement element, so the policy is rejected. Did you mean "{nearest}"?',
    id: '"Id" is not allowed in an identity-based policy, so the policy is rejected.',
  },
  *check({ type, root, id, statement, statements, tree }, report) {
    if (root === undefined) return;
    if (type === "identity" && id !== undefined) {
      const fixes = safeFix(message('Remove "Id"'), tree.writer.removeMember(root, id.member));
      yield report("id", id.keySpan, {}, { fixes });
    }
    const levels = [
      { node: root, place: "policy" as const, names: elementNames.policy },
      ...statements.map(({ node }) => ({
        node,
        place: "statement" as const,
        names: elementNames.statement,
      })),
    ];
    for (const { node, place, names } of levels) {
      for (const member of node.members) {
        const element = member.key.value;
        if (!isUnknownElement(member, names)) continue;
        // A statement in the place of the policy lacks what is around it, and has no element too many.
        const isBare = place === "policy" && statement === undefined;
        if (isBare && elementNames.statement.some((name) => name === element)) continue;
        const meant = meantElement(node, member, names);
        const span = member.key.span;
        yield meant === undefined
          ? report(place, span, { element }, { fixes: remove(tree.writer, node, member) })
          : report(
              `${place}Misspelled`,
              span,
              { element, nearest: meant },
              { fixes: rename(tree.writer, member, meant) },
            );
      }
    }
  },
});

function rename(writer: Writer, member: Member, name: string): readonly Fix[] {
  const title = message('Replace "{element}" with "{name}"', { element: member.key.value, name });
  const fix = member.key.value.toLowerCase() === name.toLowerCase() ? safeFix : reviewFix;
  return fix(title, writer.renameKey(member, name));
}

function remove(writer: Writer, node: ObjectValue, member: Member): readonly Fix[] {
  const title = message('Remove "{element}"', { element: member.key.value });
  return reviewFix(title, writer.removeMember(node, member));
}
