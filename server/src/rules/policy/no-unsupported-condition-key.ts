import { awsPolicyTypes, type Policy } from "../../model/policy/policy.js";
import { analyzerEquivalents } from "../../catalog/policy/access-analyzer.js";
import {
  carriesConditionKey,
  isKeyOfDetailedService,
  isKnownGlobalKey,
  isTagKey,
} from "../../catalog/policy/condition-keys.js";
import { conditionKeyDetail } from "../../catalog/service-reference.js";
import { conditionsOf, namedActions } from "../../model/policy/condition.js";
import { message } from "../../text/message.js";
import { defineRule } from "../rule.js";

export const noUnsupportedConditionKey = defineRule({
  id: "policy/no-unsupported-condition-key",
  policyTypes: awsPolicyTypes,
  severity: "error",
  summary: "A condition key must be supported by every action in its statement.",
  rationale:
    "A request without the key does not match the condition, so the statement does not apply to that action. S3 rejects a bucket policy with a statement that applies to nothing.",
  certainty: "documented",
  sources: ["access-analyzer:UNSUPPORTED_ACTION_FOR_CONDITION_KEY"],
  equivalents: [
    ...analyzerEquivalents("UNSUPPORTED_ACTION_FOR_CONDITION_KEY"),
    "parliament:UNKNOWN_CONDITION_FOR_ACTION",
  ],
  messages: {
    uncarried:
      'Requests for "{action}" do not include "{key}". Move the action to a statement without this condition.',
  },
  *check(policy, report) {
    for (const { statement, condition, operator } of conditionsOf(policy)) {
      const { key, keySpan } = condition;
      if (operator === undefined || isKnownGlobalKey(key) || isTagKey(key)) continue;
      // AWS's own samples write IfExists for just those actions whose requests lack the key.
      if (condition.operator.ifExists) continue;
      if (!isKeyOfDetailedService(key) || conditionKeyDetail(key) === undefined) continue;
      for (const { item, text, detail } of namedActions(statement)) {
        if (detail === undefined || carriesConditionKey(detail, key)) continue;
        yield report(
          "uncarried",
          item.span,
          { action: text, key },
          {
            // S3 rejects such a policy; IAM and KMS store it, and the action is never allowed.
            severity: isStoredBy(policy, text) ? "warning" : "error",
            related: [{ span: keySpan, message: message("The condition key is used here.") }],
          },
        );
      }
    }
  },
});

function isStoredBy({ type }: Policy, action: string): boolean {
  return (type !== "bucket" && type !== "coreweave-bucket") || /^kms:/i.test(action);
}
