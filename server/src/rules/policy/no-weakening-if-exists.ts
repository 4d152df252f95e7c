import { awsPolicyTypes } from "../../model/policy/policy.js";
import { isAlwaysPresentKey, isGuardingKey } from "../../catalog/policy/condition-keys.js";
import { conditionsOf, demandsKey } from "../../model/policy/condition.js";
import { changeOperator, writeOperator } from "../../model/policy/condition-edits.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const noWeakeningIfExists = defineRule({
  id: "policy/no-weakening-if-exists",
  policyTypes: awsPolicyTypes,
  severity: "info",
  summary: "An Allow must not grant access to requests without the key that restricts it.",
  rationale:
    "With `IfExists`, a request without the key matches, so a caller whose requests do not include the key is granted access.",
  certainty: "documented",
  sources: ["global-condition-keys"],
  equivalents: ["iam-policy-validator:ifexists_weakens_security_condition"],
  messages: {
    weakened:
      '"IfExists" also matches requests without "{key}", such as anonymous requests or requests from AWS services.',
  },
  *check(policy, report) {
    for (const { statement, condition, operator } of conditionsOf(policy)) {
      const { key, keySpan } = condition;
      if (statement.allows !== true || operator === undefined || operator.negated) continue;
      if (!condition.operator.ifExists || !isGuardingKey(key) || isAlwaysPresentKey(key)) continue;
      if (demandsKey(statement, key)) continue;
      const plain = writeOperator({ ...condition.operator, ifExists: false });
      yield report(
        "weakened",
        keySpan,
        { key },
        {
          fixes: safeFix(
            message('Change the operator to "{operator}"', { operator: plain }),
            ...changeOperator(policy, statement, condition, plain),
          ),
        },
      );
    }
  },
});
