import { analyzerEquivalents, analyzerSource } from "../../catalog/policy/access-analyzer.js";
import { operatorSource } from "../../catalog/policy/condition-operators.js";
import { conditionsOf, isAwsPolicy, valuesOf } from "../../model/policy/condition.js";
import { changeOperator } from "../../model/policy/condition-edits.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const preferNullOperator = defineRule({
  id: "policy/prefer-null-operator",
  severity: "info",
  summary: "Whether a request carries a key must be asked with `Null`.",
  rationale:
    "`StringLike` with `*` alone matches every value, so it asks only whether the key is there; `Null` says so.",
  certainty: "documented",
  sources: [
    operatorSource,
    analyzerSource("EQUIVALENT_TO_NULL_FALSE"),
    analyzerSource("EQUIVALENT_TO_NULL_TRUE"),
  ],
  equivalents: analyzerEquivalents("EQUIVALENT_TO_NULL_FALSE", "EQUIVALENT_TO_NULL_TRUE"),
  messages: {
    present: '"{key}" like "*" asks only whether the request carries the key, which "Null" says.',
    absent: '"{key}" not like "*" matches only requests that lack the key, which "Null" says.',
  },
  *check(policy, report) {
    if (!isAwsPolicy(policy)) return;
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
            message('Compare with "{operator}"', { operator: "Null" }),
            ...changeOperator(policy, statement, condition, "Null", negated ? "true" : "false"),
          ),
        },
      );
    }
  },
});
