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
    'If the service is missing, AWS rejects the policy with the error "Conditions must be prefaced by a vendor".',
  certainty: "documented",
  sources: ["access-analyzer:INVALID_CONDITION_KEY_FORMAT"],
  equivalents: analyzerEquivalents("INVALID_CONDITION_KEY_FORMAT"),
  messages: {
    bare: 'The condition key "{key}" has no service prefix, so the policy is rejected.',
    meant:
      'The condition key "{key}" has no service prefix, so the policy is rejected. Did you mean "{known}"?',
    nameless: 'The condition key "{key}" has no name after the colon, so the policy is rejected.',
  },
  *check(policy, report) {
    for (const { condition } of conditionsOf(policy)) {
      const { key, keyMember, keySpan } = condition;
      const colon = key.indexOf(":");
      if (colon > 0 && colon < key.length - 1) continue;
      const known = globalByName.get(key.replaceAll(":", "").toLowerCase());
      if (known === undefined) {
        const code = colon === key.length - 1 && colon > 0 ? "nameless" : "bare";
        yield report(code, keySpan, { key });
      } else {
        const title = message('Replace "{key}" with "{known}"', { key, known });
        const fixes = reviewFix(title, policy.tree.writer.renameKey(keyMember, known));
        yield report("meant", keySpan, { key, known }, { fixes });
      }
    }
  },
});
