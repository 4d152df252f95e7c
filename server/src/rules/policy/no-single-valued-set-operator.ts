import { awsPolicyTypes } from "../../model/policy/policy.js";
import { analyzerEquivalents } from "../../catalog/policy/access-analyzer.js";
import { isSingleValuedClaim, keyType } from "../../catalog/policy/condition-keys.js";
import { conditionsOf } from "../../model/policy/condition.js";
import { changeOperator, writeOperator } from "../../model/policy/condition-edits.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix, safeFix } from "../rule.js";

export const noSingleValuedSetOperator = defineRule({
  id: "policy/no-single-valued-set-operator",
  policyTypes: awsPolicyTypes,
  severity: "warning",
  summary: "`ForAllValues` must be used only with multivalued condition keys.",
  rationale:
    "`ForAllValues` is also true for a request without the key, so an Allow with it can grant access that the condition appears to block.",
  certainty: "documented",
  sources: ["multivalued-condition-keys", "access-analyzer:FORALLVALUES_WITH_SINGLE_VALUED_KEY"],
  equivalents: [
    ...analyzerEquivalents("FORALLVALUES_WITH_SINGLE_VALUED_KEY"),
    "parliament:SINGLE_VALUE_CONDITION_TOO_PERMISSIVE",
  ],
  messages: {
    single:
      '"{key}" has a single value, and "ForAllValues" also matches requests without the key. Remove "ForAllValues:".',
  },
  *check(policy, report) {
    for (const { statement, condition, operator } of conditionsOf(policy)) {
      const { key, keySpan } = condition;
      if (condition.operator.qualifier !== "ForAllValues" || operator === undefined) continue;
      if (operator.family === "null") continue;
      if (keyType(key)?.multivalued !== false && !isSingleValuedClaim(key)) continue;
      const plain = writeOperator({ ...condition.operator, qualifier: undefined });
      // Without the qualifier a Deny no longer reaches requests that lack the key.
      const fix = statement.allows === true ? safeFix : reviewFix;
      yield report(
        "single",
        keySpan,
        { key },
        {
          fixes: fix(
            message('Change the operator to "{operator}"', { operator: plain }),
            ...changeOperator(policy, statement, condition, plain),
          ),
        },
      );
    }
  },
});
