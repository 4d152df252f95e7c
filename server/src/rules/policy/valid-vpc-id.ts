import { awsPolicyTypes } from "../../model/policy/policy.js";
import { analyzerEquivalents } from "../../catalog/policy/access-analyzer.js";
import { isVpcId, vpcIdPrefixes } from "../../catalog/policy/condition-keys.js";
import {
  conditionsOf,
  firstWildcard,
  holdsVariable,
  knownTexts,
} from "../../model/policy/condition.js";
import { defineRule } from "../rule.js";

export const validVpcId = defineRule({
  id: "policy/valid-vpc-id",
  policyTypes: awsPolicyTypes,
  severity: "warning",
  summary: "`aws:SourceVpc` and `aws:SourceVpce` must be compared with IDs of the matching type.",
  rationale:
    "VPC IDs start with `vpc-` and VPC endpoint IDs with `vpce-`. Any other value never matches.",
  certainty: "documented",
  sources: ["access-analyzer:INVALID_VPC_FORMAT", "access-analyzer:INVALID_VPCE_FORMAT"],
  equivalents: analyzerEquivalents("INVALID_VPC_FORMAT", "INVALID_VPCE_FORMAT"),
  messages: {
    malformed:
      '"{value}" is not a valid value for "{key}". Use "{prefix}" followed by 8 or 17 letters or digits.',
    otherKind: '"{value}" is not a valid value for "{key}". It is an ID for "{otherKey}".',
  },
  *check(policy, report) {
    for (const { condition, operator } of conditionsOf(policy)) {
      const { key } = condition;
      const prefix = vpcIdPrefixes.get(key.toLowerCase());
      if (prefix === undefined || operator?.family !== "string") continue;
      const equivalents = analyzerEquivalents(
        prefix === "vpc-" ? "INVALID_VPC_FORMAT" : "INVALID_VPCE_FORMAT",
      );
      for (const { span, text } of knownTexts(condition)) {
        if (holdsVariable(text) || firstWildcard(text) !== undefined || isVpcId(text, prefix)) {
          continue;
        }
        const other = prefix === "vpc-" ? "vpce-" : "vpc-";
        if (isVpcId(text, other)) {
          const otherKey = prefix === "vpc-" ? "aws:SourceVpce" : "aws:SourceVpc";
          yield report("otherKind", span, { value: text, key, otherKey }, { equivalents });
        } else {
          yield report("malformed", span, { value: text, key, prefix }, { equivalents });
        }
      }
    }
  },
});
