import { accessAnalyzerChecks, principalElement } from "../../catalog/policy/sources.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const requirePrincipal = defineRule({
  id: "policy/require-principal",
  severity: "error",
  summary:
    "A statement must have a Principal in a policy of a resource, and none in one of an identity.",
  rationale:
    'S3 answers "Missing required field Principal", IAM "Policy document should not specify a principal": the policy was written for the other side.',
  certainty: "documented",
  sources: [principalElement, accessAnalyzerChecks],
  messages: {
    absent: 'This statement has no "Principal", so the policy is refused.',
    surplus: '"{element}" has no place in a policy of a role or user, so the policy is refused.',
  },
  *check({ type, statements, tree }, report) {
    if (type === "coreweave-organization") return;
    for (const { node, head, principal, notPrincipal } of statements) {
      if (type !== "identity" && type !== "minio") {
        if (principal !== undefined || notPrincipal !== undefined) continue;
        const equivalents = ["access-analyzer:MISSING_PRINCIPAL"];
        yield report("absent", head, {}, { equivalents });
      } else if (type === "identity") {
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
