import { statementPolicyTypes, type Element } from "../../model/policy/policy.js";
import { type Member, type ObjectValue, type Value } from "../../syntax/value.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const noEmptyElement = defineRule({
  id: "policy/no-empty-element",
  policyTypes: statementPolicyTypes,
  severity: "info",
  summary: "Lists and objects in a statement must not be empty.",
  rationale:
    "A statement with an empty list applies to nothing. IAM and S3 reject a statement without actions or resources, and S3 also rejects one without principals.",
  certainty: "documented",
  sources: ["access-analyzer-checks", "iam-policy-grammar"],
  messages: {
    list: '"{element}" is an empty list, so the statement applies to nothing.',
    rejected: '"{element}" is an empty list, so the policy is rejected.',
    principal: '"{element}" is empty, so the statement applies to no one.',
    condition: '"{element}" is empty, so it restricts nothing.',
  },
  *check({ type, statements, tree }, report) {
    const isRejected = type === "identity" || type === "bucket";
    for (const { node, action, notAction, resource, notResource, ...rest } of statements) {
      for (const [element, code] of [
        [action, "ACTION"],
        [notAction, "ACTION"],
        [resource, "RESOURCE"],
        [notResource, "RESOURCE"],
      ] as const) {
        if (element?.list?.items.length !== 0) continue;
        const equivalents = [`access-analyzer:EMPTY_ARRAY_${code}`];
        const data = { element: nameOf(element) };
        yield isRejected && (element === action || element === resource)
          ? report("rejected", element.keySpan, data, { equivalents, severity: "error" })
          : report("list", element.keySpan, data, { equivalents });
      }
      for (const element of [rest.principal, rest.notPrincipal]) {
        if (isEmptyObject(element?.value)) {
          const equivalents = ["access-analyzer:EMPTY_OBJECT_PRINCIPAL"];
          yield report(
            "principal",
            element.keySpan,
            { element: nameOf(element) },
            {
              equivalents,
            },
          );
        }
        for (const entry of element?.entries ?? []) {
          if (entry.list?.items.length !== 0) continue;
          const equivalents = ["access-analyzer:EMPTY_ARRAY_PRINCIPAL"];
          const data = { element: entry.key };
          yield type === "bucket"
            ? report("rejected", entry.keySpan, data, { equivalents, severity: "error" })
            : report("principal", entry.keySpan, data, { equivalents });
        }
      }
      for (const { owner, member } of emptyConditions(node, rest.condition)) {
        yield report(
          "condition",
          member.key.span,
          { element: member.key.value },
          {
            equivalents: ["access-analyzer:EMPTY_OBJECT_CONDITION"],
            fixes: safeFix(
              message('Remove "{element}"', { element: member.key.value }),
              tree.writer.removeMember(owner, member),
            ),
          },
        );
      }
    }
  },
});

function nameOf(element: Element | undefined): string {
  return element?.member.key.value ?? "";
}

function isEmptyObject(value: Value | undefined): value is ObjectValue {
  return value?.kind === "object" && value.members.length === 0;
}

/** The Condition, or the operators in it, without a key. */
function emptyConditions(
  statement: ObjectValue,
  condition: Element | undefined,
): readonly { readonly owner: ObjectValue; readonly member: Member }[] {
  const value = condition?.value;
  if (condition === undefined || value?.kind !== "object") return [];
  if (value.members.length === 0) return [{ owner: statement, member: condition.member }];
  return value.members
    .filter((member) => isEmptyObject(member.value))
    .map((member) => ({ owner: value, member }));
}
