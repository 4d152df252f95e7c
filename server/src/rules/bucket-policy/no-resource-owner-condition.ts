import { analyzerEquivalents, analyzerSource } from "../../catalog/policy/access-analyzer.js";
import { isOwnerKey } from "../../catalog/policy/condition-keys.js";
import { conditionsOf } from "../../model/policy/condition.js";
import { removeCondition } from "../../model/policy/condition-edits.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const noResourceOwnerCondition = defineRule({
  id: "bucket-policy/no-resource-owner-condition",
  policyTypes: ["bucket"],
  severity: "info",
  summary: "Who owns a bucket must be asked in identity policies, not in the bucket's own.",
  rationale:
    "A bucket policy speaks of one bucket with one owner, so a condition on the owner is always true or always false.",
  certainty: "inferred",
  sources: [analyzerSource("IRRELEVANT_CONDITION_KEY_IN_POLICY")],
  equivalents: analyzerEquivalents("IRRELEVANT_CONDITION_KEY_IN_POLICY"),
  messages: {
    constant:
      '"{key}" is the same for every request to this bucket, so it belongs in identity policies.',
  },
  *check(policy, report) {
    for (const { statement, condition } of conditionsOf(policy)) {
      const { key, keySpan } = condition;
      if (!isOwnerKey(key)) continue;
      yield report(
        "constant",
        keySpan,
        { key },
        {
          fixes: reviewFix(
            message('Remove the condition on "{key}"', { key }),
            removeCondition(policy, statement, condition),
          ),
        },
      );
    }
  },
});
