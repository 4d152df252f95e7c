import { awsPolicyTypes, rejectsUnknownNames } from "../../model/policy/policy.js";
import { analyzerEquivalents } from "../../catalog/policy/access-analyzer.js";
import { deprecatedKeys } from "../../catalog/policy/condition-keys.js";
import { conditionsOf } from "../../model/policy/condition.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const noDeprecatedConditionKey = defineRule({
  id: "policy/no-deprecated-condition-key",
  policyTypes: awsPolicyTypes,
  severity: "error",
  summary: "A condition must use `aws:PrincipalArn` or `aws:SourceArn` instead of `aws:ARN`.",
  rationale:
    "AWS no longer supports `aws:ARN`. `aws:PrincipalArn` is the ARN of the caller, and `aws:SourceArn` is the ARN of the resource that a service acts for.",
  certainty: "documented",
  sources: [
    "access-analyzer:UNSUPPORTED_GLOBAL_CONDITION_KEY",
    "access-analyzer:DEPRECATED_GLOBAL_CONDITION_KEY",
  ],
  equivalents: analyzerEquivalents(
    "UNSUPPORTED_GLOBAL_CONDITION_KEY",
    "DEPRECATED_GLOBAL_CONDITION_KEY",
  ),
  messages: {
    deprecated: 'AWS no longer supports the key "{key}". Use "{known}" instead.',
  },
  *check(policy, report) {
    for (const { condition } of conditionsOf(policy)) {
      const { key, keySpan, keyMember } = condition;
      const [meant, ...others] = deprecatedKeys.get(key.toLowerCase()) ?? [];
      if (meant === undefined) continue;
      yield report(
        "deprecated",
        keySpan,
        { key, known: meant },
        {
          // No request includes the key. IAM stores the condition, S3 and KMS reject it.
          severity: rejectsUnknownNames(policy) ? "error" : "warning",
          fixes: [meant, ...others].flatMap((known) =>
            reviewFix(
              message('Replace "{key}" with "{known}"', { key, known }),
              policy.tree.writer.renameKey(keyMember, known),
            ),
          ),
        },
      );
    }
  },
});
