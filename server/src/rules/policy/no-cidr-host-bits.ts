import { statementPolicyTypes } from "../../model/policy/policy.js";
import { analyzerEquivalents } from "../../catalog/policy/access-analyzer.js";
import { maskedRange, readIpRange } from "../../model/policy/condition-address.js";
import { conditionsOf, knownTexts } from "../../model/policy/condition.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const noCidrHostBits = defineRule({
  id: "policy/no-cidr-host-bits",
  policyTypes: statementPolicyTypes,
  severity: "info",
  summary: "A CIDR range must not have host bits set.",
  rationale:
    "AWS ignores the host bits, so the range is larger than the single address that it appears to be.",
  certainty: "documented",
  sources: ["access-analyzer:IMPROVE_IP_RANGE"],
  equivalents: analyzerEquivalents("IMPROVE_IP_RANGE"),
  messages: {
    unmasked: '"{value}" matches the whole range "{masked}" because AWS ignores the host bits.',
  },
  *check(policy, report) {
    for (const { condition, operator } of conditionsOf(policy)) {
      if (operator?.family !== "ip") continue;
      for (const { node, span, text } of knownTexts(condition)) {
        const range = readIpRange(text);
        const masked = range && maskedRange(range);
        if (masked === undefined) continue;
        yield report(
          "unmasked",
          span,
          { value: text, masked },
          {
            fixes: safeFix(
              message('Replace "{value}" with "{masked}"', { value: text, masked }),
              policy.tree.writer.replaceValue(node, masked),
            ),
          },
        );
      }
    }
  },
});
