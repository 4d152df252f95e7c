import { statementPolicyTypes } from "../../model/policy/policy.js";
import { defineRule } from "../rule.js";

export const noConflictingElements = defineRule({
  id: "policy/no-conflicting-elements",
  policyTypes: statementPolicyTypes,
  severity: "error",
  summary:
    "A statement must not contain an element and its opposite, such as Action and NotAction.",
  rationale: "The policy grammar allows only one of the two. AWS rejects a policy with both.",
  certainty: "documented",
  sources: ["iam-policy-elements", "access-analyzer-checks"],
  equivalents: ["access-analyzer:UNSUPPORTED_ELEMENT_COMBINATION"],
  messages: {
    both: '"{element}" and "{opposite}" cannot be in the same statement, so the policy is rejected.',
  },
  *check({ statements }, report) {
    for (const statement of statements) {
      const pairs = [
        [statement.principal, statement.notPrincipal],
        [statement.action, statement.notAction],
        [statement.resource, statement.notResource],
      ] as const;
      for (const [element, opposite] of pairs) {
        if (element === undefined || opposite === undefined) continue;
        yield report("both", opposite.keySpan, {
          element: element.member.key.value,
          opposite: opposite.member.key.value,
        });
      }
    }
  },
});
