import { statementPolicyTypes } from "../../model/policy/policy.js";
import { analyzerEquivalents } from "../../catalog/policy/access-analyzer.js";
import { awsKeys } from "../../catalog/policy/condition-keys.js";
import { conditionsOf } from "../../model/policy/condition.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

const globalByName = new Map(awsKeys().map((key) => [key.slice("aws:".length).toLowerCase(), key]));

export const validConditionKey = defineRule({
  id: "policy/valid-condition-key",
  policyTypes: statementPolicyTypes,
  severity: "error",
  summary: "A condition key must have the form `service:name`.",
  rationale:
    'AWS answers "Conditions must be prefaced by a vendor" and rejects the policy if the service is missing.',
  certainty: "documented",
  sources: ["access-analyzer:INVALID_CONDITION_KEY_FORMAT"],
  equivalents: analyzerEquivalents("INVALID_CONDITION_KEY_FORMAT"),
  messages: {
    bare: 'The condition key "{key}" has no service prefix, so the policy is rejected.',
    nameless: 'The condition key "{key}" has no name after the colon, so the policy is rejected.',
  },
  *check(policy, report) {
    for (const { condition } of conditionsOf(policy)) {
      const { key, keyMember, keySpan } = condition;
      const colon = key.indexOf(":");
      if (colon > 0 && colon < key.length - 1) continue;
      const meant = globalByName.get(key.replaceAll(":", "").toLowerCase());
      yield report(
        colon === key.length - 1 && colon > 0 ? "nameless" : "bare",
        keySpan,
        { key },
        {
          fixes:
            meant === undefined
              ? []
              : reviewFix(
                  message('Replace "{key}" with "{known}"', { key, known: meant }),
                  policy.tree.writer.renameKey(keyMember, meant),
                ),
        },
      );
    }
  },
});
