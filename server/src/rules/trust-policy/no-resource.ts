import { analyzerEquivalents } from "../../catalog/policy/access-analyzer.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const noResource = defineRule({
  id: "trust-policy/no-resource",
  severity: "error",
  summary: "A trust policy must not have `Resource` or `NotResource`.",
  rationale:
    "A trust policy applies only to the role that it is attached to, so IAM rejects a resource in it.",
  certainty: "documented",
  sources: ["iam-trust-policy", "access-analyzer:ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE"],
  equivalents: analyzerEquivalents("ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE"),
  messages: {
    resource: '"{element}" is not allowed in a role trust policy, so IAM rejects the policy.',
  },
  *check(policy, report) {
    for (const { node, resource, notResource } of policy.statements) {
      for (const element of [resource, notResource]) {
        if (element === undefined) continue;
        const name = element.member.key.value;
        yield report(
          "resource",
          element.keySpan,
          { element: name },
          {
            fixes: safeFix(
              message('Remove "{element}"', { element: name }),
              policy.tree.writer.removeMember(node, element.member),
            ),
          },
        );
      }
    }
  },
});
