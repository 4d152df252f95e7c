import { awsPolicyTypes } from "../../model/policy/policy.js";
import { analyzerEquivalents } from "../../catalog/policy/access-analyzer.js";
import { pairedKeys } from "../../catalog/policy/condition-keys.js";
import { conditionsOf, testsKey } from "../../model/policy/condition.js";
import { quotedList } from "../../text/list.js";
import { defineRule } from "../rule.js";

export const requirePairedConditionKey = defineRule({
  id: "policy/require-paired-condition-key",
  policyTypes: awsPolicyTypes,
  severity: "warning",
  summary: "`aws:VpcSourceIp` must be used with a condition on the VPC or VPC endpoint.",
  rationale:
    "Anyone can create a VPC with the same private addresses, so the address alone does not identify the caller.",
  certainty: "documented",
  sources: ["global-condition-keys", "access-analyzer:MISSING_PAIRED_CONDITION_KEYS"],
  equivalents: analyzerEquivalents("MISSING_PAIRED_CONDITION_KEYS"),
  messages: {
    alone:
      'Any VPC can have these addresses, so "{key}" alone restricts nothing. Add a condition on {partner}.',
  },
  *check(policy, report) {
    for (const { statement, condition, operator } of conditionsOf(policy)) {
      const { key, keySpan } = condition;
      const partners = pairedKeys.get(key.toLowerCase());
      if (partners === undefined || operator?.family === "null") continue;
      if (partners.some((partner) => testsKey(statement, partner))) continue;
      yield report("alone", keySpan, { key, partner: quotedList(partners.slice(0, 2), "or") });
    }
  },
});
