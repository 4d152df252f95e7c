import { analyzerEquivalents, analyzerSource } from "../../catalog/policy/access-analyzer.js";
import { isAudienceKey } from "../../catalog/policy/condition-keys.js";
import { conditionsOf } from "../../model/policy/condition.js";
import { changeOperator, writeOperator } from "../../model/policy/condition-edits.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const noAudienceSetOperator = defineRule({
  id: "trust-policy/no-audience-set-operator",
  severity: "warning",
  summary: "A token's audience must be compared without a set qualifier, unless it is a list.",
  rationale:
    "Most providers' tokens name one audience. A set qualifier changes what the condition means for those: `ForAllValues` also lets in tokens without one.",
  certainty: "documented",
  sources: [
    analyzerSource("FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE"),
    analyzerSource("CONFIRM_AUDIENCE_CLAIM_TYPE"),
  ],
  equivalents: analyzerEquivalents(
    "FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE",
    "CONFIRM_AUDIENCE_CLAIM_TYPE",
  ),
  messages: {
    any: '"{key}" mostly has one value, for which "{operator}" is not meant.',
    all: '"{operator}" also lets in tokens without "{key}"; most tokens have just one audience.',
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
            message('Compare with "{operator}"', { operator: plain }),
            ...changeOperator(policy, statement, condition, plain),
          ),
        },
      );
    }
  },
});
