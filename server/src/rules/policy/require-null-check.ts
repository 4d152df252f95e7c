import { awsPolicyTypes } from "../../model/policy/policy.js";
import { isSingleValuedClaim, keyType } from "../../catalog/policy/condition-keys.js";
import { conditionsOf, isKey } from "../../model/policy/condition.js";
import { addCondition } from "../../model/policy/condition-edits.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const requireNullCheck = defineRule({
  id: "policy/require-null-check",
  policyTypes: awsPolicyTypes,
  severity: "hint",
  summary: "A set operator must be used with a check that the key is present.",
  rationale:
    "For a request without the key, `ForAllValues` is true and `ForAnyValue` is false, so an Allow can grant access that you do not intend and a Deny can miss the request.",
  certainty: "documented",
  sources: ["multivalued-condition-keys"],
  equivalents: [
    "iam-policy-validator:forallvalues_allow_without_null_check",
    "iam-policy-validator:foranyvalue_deny_without_null_check",
  ],
  messages: {
    allowed:
      '"ForAllValues" also matches requests without "{key}". Add a "Null" condition to require the key.',
    notDenied:
      'This Deny does not apply to requests without "{key}". Add a Deny with a "Null" condition.',
  },
  *check(policy, report) {
    for (const { statement, condition, operator } of conditionsOf(policy)) {
      const { key, keySpan } = condition;
      const { qualifier } = condition.operator;
      if (operator === undefined || operator.family === "null" || qualifier === undefined) continue;
      const tested = statement.conditions.some(
        (other) => other.operator.name === "Null" && isKey(other.key, key),
      );
      if (tested) continue;
      if (qualifier === "ForAllValues" && statement.allows === true) {
        // For a key with one value the qualifier itself is the slip, which another rule says.
        if (keyType(key)?.multivalued === false || isSingleValuedClaim(key)) continue;
        yield report(
          "allowed",
          keySpan,
          { key },
          {
            equivalents: ["iam-policy-validator:forallvalues_allow_without_null_check"],
            fixes: reviewFix(
              message('Add a "Null" condition that requires "{key}"', { key }),
              addCondition(policy, statement, "Null", key, "false"),
            ),
          },
        );
      } else if (qualifier === "ForAnyValue" && statement.allows === false && operator.negated) {
        yield report(
          "notDenied",
          keySpan,
          { key },
          {
            equivalents: ["iam-policy-validator:foranyvalue_deny_without_null_check"],
          },
        );
      }
    }
  },
});
