import { statementPolicyTypes } from "../../model/policy/policy.js";
import { analyzerEquivalents } from "../../catalog/policy/access-analyzer.js";
import { likeOperator } from "../../catalog/policy/condition-operators.js";
import { isSensitiveKey } from "../../catalog/policy/condition-keys.js";
import { conditionsOf, firstWildcard, knownTexts } from "../../model/policy/condition.js";
import { changeOperator, writeOperator } from "../../model/policy/condition-edits.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const requireLikeOperator = defineRule({
  id: "policy/require-like-operator",
  policyTypes: statementPolicyTypes,
  severity: "warning",
  summary: "A value with wildcards must be compared with a `Like` operator.",
  rationale:
    "`StringEquals` treats `*` and `?` as literal characters, so the value matches only text that contains these characters.",
  certainty: "documented",
  sources: ["iam-condition-operators", "access-analyzer:WILDCARD_WITHOUT_LIKE_OPERATOR"],
  equivalents: analyzerEquivalents("WILDCARD_WITHOUT_LIKE_OPERATOR"),
  messages: {
    literal:
      '"{operator}" treats the wildcard in "{value}" as a literal character. Use "{meant}" to match a pattern.',
  },
  *check(policy, report) {
    for (const { statement, condition, operator } of conditionsOf(policy)) {
      const name = operator === undefined ? undefined : likeOperator(operator);
      if (name === undefined) continue;
      const meant = writeOperator({ ...condition.operator, name });
      for (const { span, text } of knownTexts(condition)) {
        if (firstWildcard(text) === undefined) continue;
        yield report(
          "literal",
          span,
          { operator: condition.operator.text, value: text, meant },
          {
            fixes: isSensitiveKey(condition.key)
              ? []
              : reviewFix(
                  message('Change the operator to "{operator}"', { operator: meant }),
                  ...changeOperator(policy, statement, condition, meant),
                ),
          },
        );
      }
    }
  },
});
