import { analyzerEquivalents, analyzerSource } from "../../catalog/policy/access-analyzer.js";
import { globalKeySource, pairedKeys } from "../../catalog/policy/condition-keys.js";
import { conditionsOf, isAwsPolicy, testsKey } from "../../model/policy/condition.js";
import { defineRule } from "../rule.js";

export const requirePairedConditionKey = defineRule({
  id: "policy/require-paired-condition-key",
  severity: "warning",
  summary: "`aws:VpcSourceIp` must stand beside the VPC or the endpoint that the address is in.",
  rationale:
    "Anyone can give a VPC of their own the same private addresses, so the address alone tells nobody apart.",
  certainty: "documented",
  sources: [globalKeySource, analyzerSource("MISSING_PAIRED_CONDITION_KEYS")],
  equivalents: analyzerEquivalents("MISSING_PAIRED_CONDITION_KEYS"),
  messages: {
    alone: 'Any VPC can have these addresses, so "{key}" needs {partner} beside it.',
  },
  *check(policy, report) {
    if (!isAwsPolicy(policy)) return;
    for (const { statement, condition, operator } of conditionsOf(policy)) {
      const { key, keySpan } = condition;
      const partners = pairedKeys.get(key.toLowerCase());
      if (partners === undefined || operator?.family === "null") continue;
      if (partners.some((partner) => testsKey(statement, partner))) continue;
      yield report("alone", keySpan, { key, partner: partners.slice(0, 2).join(" or ") });
    }
  },
});
