import { analyzerEquivalents } from "../../catalog/policy/access-analyzer.js";
import { isAudienceKey } from "../../catalog/policy/condition-keys.js";
import { conditionsOf } from "../../model/policy/condition.js";
import { changeOperator, writeOperator } from "../../model/policy/condition-edits.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const noAudienceSetOperator = defineRule({
  id: "trust-policy/no-audience-set-operator",
  severity: "warning",
  summary: "The audience of a token must be compared without a set operator, unless it is a list.",
  rationale:
    "Most providers issue tokens with a single audience, and set operators are for multiple values. `ForAllValues` also matches tokens without an audience.",
  certainty: "documented",
  sources: [
    "access-analyzer:FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE",
    "access-analyzer:CONFIRM_AUDIENCE_CLAIM_TYPE",
  ],
  equivalents: analyzerEquivalents(
    "FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE",
    "CONFIRM_AUDIENCE_CLAIM_TYPE",
  ),
  messages: {
    any: '"{key}" usually has a single value, and "{operator}" is for keys with multiple values.',
    all: '"{operator}" also matches tokens without "{key}", and most tokens have a single audience.',
  },
  *check(policy, report) {
    for (const { statement, condition } of conditionsOf(policy)) {
      const { key, keySpan, operator } = condition;
      if (operator.qualifier === undefined || !isAudienceKey(key)) continue;
      const any = operator.qualifier === "ForAnyValue";
      const plain = writeOperator({ ...operator, qualifier: undefined });
      yield report(
        any ? "any" : "all",
        keySpan,
        { key, operator: operator.text },
        {
          severity: any ? "warning" : "info",
          equivalents: analyzerEquivalents(
            any ? "FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE" : "CONFIRM_AUDIENCE_CLAIM_TYPE",
          ),
          fixes: reviewFix(
            message('Change the operator to "{operator}"', { operator: plain }),
            ...changeOperator(policy, statement, condition, plain),
          ),
        },
      );
    }
  },
});
