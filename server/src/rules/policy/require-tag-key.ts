import { analyzerEquivalents, analyzerSource } from "../../catalog/policy/access-analyzer.js";
import { keyWithoutTag } from "../../catalog/policy/condition-keys.js";
import { conditionsOf, isAwsPolicy } from "../../model/policy/condition.js";
import { defineRule } from "../rule.js";

export const requireTagKey = defineRule({
  id: "policy/require-tag-key",
  severity: "error",
  summary: "A condition key for tags must name the tag.",
  rationale:
    "Each tag has a key of its own, such as `aws:ResourceTag/team`; without the tag's name no request carries the key.",
  certainty: "documented",
  sources: [analyzerSource("MISSING_TAG_KEY_IN_CONDITION")],
  equivalents: analyzerEquivalents("MISSING_TAG_KEY_IN_CONDITION"),
  messages: {
    unnamed: '"{key}" names no tag, so no request carries it; write "{prefix}" and the name.',
  },
  *check(policy, report) {
    if (!isAwsPolicy(policy)) return;
    for (const { condition } of conditionsOf(policy)) {
      const { key, keySpan } = condition;
      const prefix = keyWithoutTag(key);
      if (prefix !== undefined) yield report("unnamed", keySpan, { key, prefix });
    }
  },
});
