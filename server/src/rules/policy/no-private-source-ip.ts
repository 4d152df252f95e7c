import { awsPolicyTypes } from "../../model/policy/policy.js";
import { analyzerEquivalents } from "../../catalog/policy/access-analyzer.js";
import { keys } from "../../catalog/policy/condition-keys.js";
import { privateRanges } from "../../catalog/policy/ip-ranges.js";
import { readIpRange, isWithinRange, type IpRange } from "../../model/policy/condition-address.js";
import { removeValue } from "../../model/policy/condition-edits.js";
import { conditionsOf, isKey, knownTexts } from "../../model/policy/condition.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix, safeFix } from "../rule.js";

const ranges = privateRanges.value.flatMap((text) => readIpRange(text) ?? []);

export const noPrivateSourceIp = defineRule({
  id: "policy/no-private-source-ip",
  policyTypes: awsPolicyTypes,
  severity: "warning",
  summary: "`aws:SourceIp` must be compared with public IP addresses.",
  rationale:
    "The key is the public IP address that a request comes from. Requests through a VPC endpoint include `aws:VpcSourceIp` instead. A private range never matches, so an Allow that requires it grants access to no one.",
  certainty: "documented",
  sources: [
    "global-condition-keys",
    "rfc-6890",
    "access-analyzer:PRIVATE_IP_ADDRESS",
    "access-analyzer:PRIVATE_NOT_IP_ADDRESS",
  ],
  equivalents: analyzerEquivalents(
    "PRIVATE_IP_ADDRESS",
    "PRIVATE_NOT_IP_ADDRESS",
    "PRIVATE_IP_ADDRESS_SUBSET",
    "PRIVATE_NOT_IP_ADDRESS_SUBSET",
  ),
  messages: {
    never:
      '"{key}" is always a public address, but only private ranges are listed, so this condition never matches.',
    always:
      '"{key}" is always a public address, but only private ranges are excluded, so this condition always matches.',
    some: '"{value}" is private, but "{key}" is always a public address, so the value has no effect.',
  },
  *check(policy, report) {
    for (const { condition, operator } of conditionsOf(policy)) {
      const { key, keySpan, keyMember, unknown } = condition;
      if (operator?.family !== "ip" || !isKey(key, keys.sourceIp) || unknown) continue;
      const values = knownTexts(condition);
      const hidden = values.filter(({ text }) => isPrivate(readIpRange(text)));
      if (hidden.length === 0) continue;
      const code = operator.negated ? "PRIVATE_NOT_IP_ADDRESS" : "PRIVATE_IP_ADDRESS";
      if (hidden.length === values.length) {
        yield report(
          operator.negated ? "always" : "never",
          keySpan,
          { key },
          {
            equivalents: analyzerEquivalents(code),
            fixes: reviewFix(
              message('Replace "{key}" with "{other}"', { key, other: keys.vpcSourceIp }),
              policy.tree.writer.renameKey(keyMember, keys.vpcSourceIp),
            ),
          },
        );
        continue;
      }
      for (const { node, span, text } of hidden) {
        yield report(
          "some",
          span,
          { value: text, key },
          {
            severity: "info",
            equivalents: analyzerEquivalents(`${code}_SUBSET`),
            fixes: safeFix(
              message('Remove "{value}"', { value: text }),
              removeValue(policy, condition, node),
            ),
          },
        );
      }
    }
  },
});

function isPrivate(range: IpRange | undefined): boolean {
  return range !== undefined && ranges.some((each) => isWithinRange(range, each));
}
