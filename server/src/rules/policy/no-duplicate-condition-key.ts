import { analyzerEquivalents } from "../../catalog/policy/access-analyzer.js";
import { operatorBlocks } from "../../model/policy/condition.js";
import { plainOf } from "../../model/policy/condition-edits.js";
import { statementPolicyTypes, isPartial } from "../../model/policy/policy.js";
import { type Member } from "../../syntax/value.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const noDuplicateConditionKey = defineRule({
  id: "policy/no-duplicate-condition-key",
  policyTypes: statementPolicyTypes,
  severity: "error",
  summary: "A condition key must appear only once under an operator, regardless of case.",
  rationale:
    "Condition keys are case-insensitive, so AWS rejects a policy with two spellings of the same key under one operator.",
  certainty: "documented",
  sources: ["access-analyzer:DUPLICATE_KEYS_WITH_DIFFERENT_CASE"],
  equivalents: analyzerEquivalents("DUPLICATE_KEYS_WITH_DIFFERENT_CASE"),
  messages: {
    repeated:
      '"{key}" is the same condition key as "{first}", so the policy is rejected. Condition keys are case-insensitive.',
  },
  *check(policy, report) {
    for (const { block } of policy.statements.flatMap(operatorBlocks)) {
      const seen = new Map<string, Member>();
      for (const member of block?.members ?? []) {
        const { key } = member;
        if (isPartial(key)) continue;
        const first = seen.get(key.value.toLowerCase());
        if (first === undefined) {
          seen.set(key.value.toLowerCase(), member);
          continue;
        }
        // The very same key twice is a duplicate member, which is reported for every JSON object.
        if (block === undefined || first.key.value === key.value) continue;
        const plain = plainOf(member.value);
        const same =
          plain !== undefined && JSON.stringify(plain) === JSON.stringify(plainOf(first.value));
        yield report(
          "repeated",
          key.span,
          { key: key.value, first: first.key.value },
          {
            related: [{ span: first.key.span, message: message("The key appears here first.") }],
            fixes: same
              ? safeFix(
                  message('Remove "{key}"', { key: key.value }),
                  policy.tree.writer.removeMember(block, member),
                )
              : [],
          },
        );
      }
    }
  },
});
