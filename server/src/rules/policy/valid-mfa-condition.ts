import { awsPolicyTypes } from "../../model/policy/policy.js";
import { keys } from "../../catalog/policy/condition-keys.js";
import { conditionsOf, isKey, valuesOf } from "../../model/policy/condition.js";
import { changeOperator } from "../../model/policy/condition-edits.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const validMfaCondition = defineRule({
  id: "policy/valid-mfa-condition",
  policyTypes: awsPolicyTypes,
  severity: "info",
  summary:
    "A condition on multi-factor authentication must also cover requests signed with access keys.",
  rationale:
    "Requests signed with long-term access keys do not include `aws:MultiFactorAuthPresent`. Only `Bool` with `true` in an Allow, or `BoolIfExists` with `false` in a Deny, covers them.",
  certainty: "documented",
  sources: ["global-condition-keys"],
  equivalents: ["parliament:BAD_PATTERN_FOR_MFA", "iam-policy-validator:mfa_antipattern"],
  messages: {
    skipped:
      "Requests signed with access keys do not include this key, so this Deny does not apply to them.",
    without: "This Allow applies only to requests without multi-factor authentication.",
    presence:
      "The key is also present if it is false, so this Allow does not require multi-factor authentication.",
    keysToo:
      'Requests signed with access keys do not include this key, and "IfExists" allows them without multi-factor authentication.',
  },
  *check(policy, report) {
    for (const { statement, condition, operator } of conditionsOf(policy)) {
      const { keySpan } = condition;
      if (!isKey(condition.key, keys.mfaPresent) || operator === undefined) continue;
      const [value, ...others] = valuesOf(condition);
      const text = value?.text?.toLowerCase();
      if (others.length > 0 || (text !== "true" && text !== "false")) continue;
      const wanted = text === "true";
      const fixes = (to: string): ReturnType<typeof reviewFix> =>
        reviewFix(
          message('Change the operator to "{operator}"', { operator: to }),
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
              message('Change the operator to "{operator}"', { operator: "BoolIfExists" }),
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
