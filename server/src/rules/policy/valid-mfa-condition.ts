import { globalKeySource, keys } from "../../catalog/policy/condition-keys.js";
import { conditionsOf, isAwsPolicy, isKey, valuesOf } from "../../model/policy/condition.js";
import { changeOperator } from "../../model/policy/condition-edits.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const validMfaCondition = defineRule({
  id: "policy/valid-mfa-condition",
  severity: "info",
  summary: "A test for multi-factor authentication must hold for access keys too.",
  rationale:
    "Requests signed with long-term access keys carry no `aws:MultiFactorAuthPresent` at all, so only `Bool` true in an Allow, or `BoolIfExists` false in a Deny, tell them apart.",
  certainty: "documented",
  sources: [globalKeySource],
  equivalents: ["parliament:BAD_PATTERN_FOR_MFA", "iam-policy-validator:mfa_antipattern"],
  messages: {
    skipped: "Requests with access keys lack this key, so this Deny does not reach them.",
    without: "This Allow is for requests without multi-factor authentication only.",
    presence:
      "The key is also there when it is false, so this Allow does not demand a second factor.",
    keysToo:
      "Requests with access keys lack this key, and IfExists lets them in without a second factor.",
  },
  *check(policy, report) {
    if (!isAwsPolicy(policy)) return;
    for (const { statement, condition, operator } of conditionsOf(policy)) {
      const { keySpan } = condition;
      if (!isKey(condition.key, keys.mfaPresent) || operator === undefined) continue;
      const [value, ...others] = valuesOf(condition);
      const text = value?.text?.toLowerCase();
      if (others.length > 0 || (text !== "true" && text !== "false")) continue;
      const wanted = text === "true";
      const fixes = (to: string): ReturnType<typeof reviewFix> =>
        reviewFix(
          message('Compare with "{operator}"', { operator: to }),
          ...changeOperator(policy, statement, condition, to, "true"),
        );
      if (operator.family === "boolean" && statement.allows === false) {
        if (wanted || condition.operator.ifExists) continue;
        yield report(
          "skipped",
          keySpan,
          {},
          {
            fixes: reviewFix(
              message('Compare with "{operator}"', { operator: "BoolIfExists" }),
              ...changeOperator(policy, statement, condition, "BoolIfExists"),
            ),
          },
        );
      } else if (operator.family === "boolean" && statement.allows === true) {
        if (!wanted) yield report("without", keySpan, {});
        else if (condition.operator.ifExists) {
          yield report("keysToo", keySpan, {}, { fixes: fixes("Bool") });
        }
      } else if (operator.family === "null" && statement.allows === true) {
        if (wanted) yield report("without", keySpan, {});
        else yield report("presence", keySpan, {}, { fixes: fixes("Bool") });
      }
    }
  },
});
