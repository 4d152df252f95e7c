import { misspells } from "../../model/policy/misspelled.js";
import { awsPolicyTypes } from "../../model/policy/policy.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const requirePrincipal = defineRule({
  id: "policy/require-principal",
  policyTypes: [...awsPolicyTypes, "coreweave-bucket"],
  severity: "error",
  summary:
    "A statement must have a Principal in a resource-based policy and must not have one in an identity-based policy.",
  rationale:
    'S3 rejects a statement without a Principal with the error "Missing required field Principal". IAM rejects one with a Principal with the error "Policy document should not specify a principal".',
  certainty: "documented",
  sources: ["iam-element-principal", "access-analyzer-checks"],
  messages: {
    absent: 'This statement has no "Principal", so the policy is rejected.',
    surplus: '"{element}" is not allowed in an identity-based policy, so the policy is rejected.',
  },
  *check({ type, statements, tree }, report) {
    for (const { node, head, principal, notPrincipal } of statements) {
      if (type !== "identity") {
        if (principal !== undefined || notPrincipal !== undefined) continue;
        if (misspells(node, "statement", "Principal", "NotPrincipal")) continue;
        const equivalents = ["access-analyzer:MISSING_PRINCIPAL"];
        yield report("absent", head, {}, { equivalents });
      } else {
        for (const element of [principal, notPrincipal]) {
          if (element === undefined) continue;
          const { key } = element.member;
          yield report(
            "surplus",
            element.keySpan,
            { element: key.value },
            {
              equivalents: ["access-analyzer:UNSUPPORTED_PRINCIPAL"],
              fixes: reviewFix(
                message('Remove "{element}"', { element: key.value }),
                tree.writer.removeMember(node, element.member),
              ),
            },
          );
        }
      }
    }
  },
});
