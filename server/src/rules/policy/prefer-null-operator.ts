import { awsPolicyTypes } from "../../model/policy/policy.js";
import { analyzerEquivalents } from "../../catalog/policy/access-analyzer.js";
import { conditionsOf, valuesOf } from "../../model/policy/condition.js";
import { changeOperator } from "../../model/policy/condition-edits.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const preferNullOperator = defineRule({
  id: "policy/prefer-null-operator",
  policyTypes: awsPolicyTypes,
  severity: "info",
  summary: "A check for the presence of a condition key must use `Null`.",
  rationale:
    "`StringLike` with a lone `*` matches every value, so it only checks whether the key is present. `Null` expresses this directly.",
  certainty: "documented",
  sources: [
    "iam-condition-operators",
    "access-analyzer:EQUIVALENT_TO_NULL_FALSE",
    "access-analyzer:EQUIVALENT_TO_NULL_TRUE",
  ],
  equivalents: analyzerEquivalents("EQUIVALENT_TO_NULL_FALSE", "EQUIVALENT_TO_NULL_TRUE"),
  messages: {
    present: 'A lone "*" only checks that the request includes "{key}". Use "Null" instead.',
    absent:
      'A negated "*" only checks that the request does not include "{key}". Use "Null" instead.',
  },
  *check(policy, report) {
    for (const { statement, condition } of conditionsOf(policy)) {
      const { key, operator } = condition;
      // Measured: Access Analyzer leaves statements that deny, and set qualifiers, alone.
      if (statement.allows !== true || operator.qualifier !== undefined || operator.ifExists) {
        continue;
      }
      const negated = operator.name === "StringNotLike";
      if (!negated && operator.name !== "StringLike") continue;
      const [value, ...others] = valuesOf(condition);
      if (value?.text !== "*" || others.length > 0) continue;
      yield report(
        negated ? "absent" : "present",
        value.span,
        { key },
        {
          equivalents: analyzerEquivalents(
            negated ? "EQUIVALENT_TO_NULL_TRUE" : "EQUIVALENT_TO_NULL_FALSE",
          ),
          fixes: safeFix(
            message('Change the operator to "{operator}"', { operator: "Null" }),
            ...changeOperator(policy, statement, condition, "Null", negated ? "true" : "false"),
          ),
        },
      );
    }
  },
});
