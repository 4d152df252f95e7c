import { effects } from "../../catalog/policy/grammar.js";
import { misspells } from "../../model/policy/misspelled.js";
import { statementPolicyTypes, isUnknown, type Policy } from "../../model/policy/policy.js";
import { type StringValue } from "../../syntax/value.js";
import { message } from "../../text/message.js";
import { nearest } from "../../text/nearest.js";
import { defineRule, type Fix, reviewFix, safeFix } from "../rule.js";

export const validEffect = defineRule({
  id: "policy/valid-effect",
  policyTypes: statementPolicyTypes,
  severity: "error",
  summary: "A statement must have the Effect `Allow` or `Deny`, which are case-sensitive.",
  rationale: "AWS rejects a policy with any other spelling, such as `allow`.",
  certainty: "documented",
  sources: ["iam-policy-elements", "access-analyzer-checks"],
  messages: {
    absent: 'This statement has no "Effect", so the policy is rejected.',
    unknown: '"{effect}" is not "Allow" or "Deny", so the policy is rejected.',
  },
  *check(policy, report) {
    for (const { node, head, effect, allows } of policy.statements) {
      if (effect === undefined) {
        if (misspells(node, "statement", "Effect")) continue;
        const equivalents = ["access-analyzer:MISSING_EFFECT"];
        const fixes = effects.flatMap((name) =>
          reviewFix(
            message('Add "Effect": "{name}"', { name }),
            policy.tree.writer.insertMembers(node, { Effect: name }),
          ),
        );
        yield report("absent", head, {}, { equivalents, fixes });
      } else if (allows === undefined && effect.value?.kind === "string") {
        // A policy variable is not a misspelling. Another rule reports that it cannot be used here.
        if (isUnknown(effect.value) || effect.value.value.includes("${")) continue;
        yield report(
          "unknown",
          effect.value.span,
          { effect: effect.value.value },
          {
            equivalents: ["access-analyzer:INVALID_EFFECT"],
            fixes: respell(policy, effect.value),
          },
        );
      }
    }
  },
});

function respell({ tree }: Policy, value: StringValue): readonly Fix[] {
  const name = nearest(value.value, effects);
  if (name === undefined) return [];
  const fix = name.toLowerCase() === value.value.toLowerCase() ? safeFix : reviewFix;
  return fix(message('Replace with "{name}"', { name }), tree.writer.replaceValue(value, name));
}
