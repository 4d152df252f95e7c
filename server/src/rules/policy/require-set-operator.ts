import { awsPolicyTypes } from "../../model/policy/policy.js";
import { analyzerEquivalents } from "../../catalog/policy/access-analyzer.js";
import { keyType } from "../../catalog/policy/condition-keys.js";
import { conditionsOf } from "../../model/policy/condition.js";
import { changeOperator, writeOperator } from "../../model/policy/condition-edits.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const requireSetOperator = defineRule({
  id: "policy/require-set-operator",
  policyTypes: awsPolicyTypes,
  severity: "warning",
  summary: "A multivalued condition key must be compared with `ForAnyValue` or `ForAllValues`.",
  rationale:
    "Without a set operator, AWS cannot determine whether one value or all values must match, even if the policy lists only one.",
  certainty: "documented",
  sources: ["multivalued-condition-keys", "access-analyzer:MISSING_QUALIFIER"],
  equivalents: analyzerEquivalents("MISSING_QUALIFIER"),
  messages: {
    unqualified:
      '"{key}" can have multiple values, so "{operator}" requires the prefix "ForAnyValue:" or "ForAllValues:".',
  },
  *check(policy, report) {
    for (const { statement, condition, operator } of conditionsOf(policy)) {
      const { key, keySpan } = condition;
      if (operator === undefined || operator.family === "null") continue;
      if (condition.operator.qualifier !== undefined || keyType(key)?.multivalued !== true)
        continue;
      const fixes = (["ForAnyValue", "ForAllValues"] as const).flatMap((qualifier) => {
        const qualified = writeOperator({ ...condition.operator, qualifier });
        return reviewFix(
          message('Change the operator to "{operator}"', { operator: qualified }),
          ...changeOperator(policy, statement, condition, qualified),
        );
      });
      yield report("unqualified", keySpan, { key, operator: condition.operator.text }, { fixes });
    }
  },
});
