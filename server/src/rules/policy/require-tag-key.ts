import { awsPolicyTypes, rejectsUnknownNames } from "../../model/policy/policy.js";
import { analyzerEquivalents } from "../../catalog/policy/access-analyzer.js";
import { keyWithoutTag } from "../../catalog/policy/condition-keys.js";
import { conditionsOf } from "../../model/policy/condition.js";
import { defineRule } from "../rule.js";

export const requireTagKey = defineRule({
  id: "policy/require-tag-key",
  policyTypes: awsPolicyTypes,
  severity: "error",
  summary: "A condition key for tags must include the name of the tag.",
  rationale:
    "Each tag has its own condition key, such as `aws:ResourceTag/team`. No request includes the key without the name of a tag.",
  certainty: "documented",
  sources: ["access-analyzer:MISSING_TAG_KEY_IN_CONDITION"],
  equivalents: analyzerEquivalents("MISSING_TAG_KEY_IN_CONDITION"),
  messages: {
    unnamed:
      '"{key}" does not include the name of a tag, so no request includes it. Write "{prefix}" followed by the name.',
  },
  *check(policy, report) {
    for (const { condition } of conditionsOf(policy)) {
      const { key, keySpan } = condition;
      const prefix = keyWithoutTag(key);
      if (prefix === undefined) continue;
      // IAM stores the condition, S3 and KMS reject a key that does not exist.
      const severity = rejectsUnknownNames(policy) ? "error" : "warning";
      yield report("unnamed", keySpan, { key, prefix }, { severity });
    }
  },
});
