import { analyzerEquivalents } from "../../catalog/policy/access-analyzer.js";
import { isOwnerKey } from "../../catalog/policy/condition-keys.js";
import { conditionsOf, valuesOf } from "../../model/policy/condition.js";
import { removeCondition } from "../../model/policy/condition-edits.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const noResourceOwnerCondition = defineRule({
  id: "bucket-policy/no-resource-owner-condition",
  policyTypes: ["bucket"],
  severity: "info",
  summary:
    "A condition on the bucket owner must be in an identity-based policy, not in a bucket policy.",
  rationale:
    "A bucket policy applies to one bucket with one owner, so a condition on the owner always matches or never matches.",
  certainty: "inferred",
  sources: ["access-analyzer:IRRELEVANT_CONDITION_KEY_IN_POLICY"],
  equivalents: analyzerEquivalents("IRRELEVANT_CONDITION_KEY_IN_POLICY"),
  messages: {
    constant:
      '"{key}" has the same value in every request to this bucket. Use this condition in identity-based policies instead.',
  },
  *check(policy, report) {
    for (const { statement, condition } of conditionsOf(policy)) {
      const { key, keySpan } = condition;
      // A variable stands for something of the caller's, which differs.
      const holdsVariables = valuesOf(condition).some(({ text }) => text?.includes("${") !== false);
      if (!isOwnerKey(key) || holdsVariables) continue;
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
