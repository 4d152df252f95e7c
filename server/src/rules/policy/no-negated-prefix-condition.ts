import { awsPolicyTypes } from "../../model/policy/policy.js";
import { analyzerEquivalents } from "../../catalog/policy/access-analyzer.js";
import { keys } from "../../catalog/policy/condition-keys.js";
import { conditionsOf, guards, isKey } from "../../model/policy/condition.js";
import { defineRule } from "../rule.js";

export const noNegatedPrefixCondition = defineRule({
  id: "policy/no-negated-prefix-condition",
  policyTypes: awsPolicyTypes,
  severity: "warning",
  summary: "A condition on `s3:prefix` must list the allowed prefixes, not the denied ones.",
  rationale:
    "A listing with a shorter prefix, or without a prefix, also includes the keys under a denied prefix.",
  certainty: "documented",
  sources: ["access-analyzer:S3_PREFIX_IN_NEGATIVE_CONTEXT"],
  equivalents: analyzerEquivalents("S3_PREFIX_IN_NEGATIVE_CONTEXT"),
  messages: {
    forbidden:
      "A listing with a shorter prefix also includes the denied keys. List the allowed prefixes instead.",
  },
  *check(policy, report) {
    for (const { statement, condition, operator } of conditionsOf(policy)) {
      if (!isKey(condition.key, keys.prefix) || operator === undefined) continue;
      if (operator.family === "null" || statement.allows === undefined) continue;
      if (!guards(statement, operator)) yield report("forbidden", condition.keySpan, {});
    }
  },
});
