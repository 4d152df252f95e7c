import { awsPolicyTypes, type Statement } from "../../model/policy/policy.js";
import { analyzerEquivalents } from "../../catalog/policy/access-analyzer.js";
import { isCallerControlledKey } from "../../catalog/policy/condition-keys.js";
import { conditionsOf, guards } from "../../model/policy/condition.js";
import { defineRule } from "../rule.js";

export const noSpoofableConditionKey = defineRule({
  id: "policy/no-spoofable-condition-key",
  policyTypes: awsPolicyTypes,
  severity: "warning",
  summary: "Access must not depend on a value that the caller controls.",
  rationale:
    "Clients set the Referer and User-Agent headers of a request, so anyone can send the values that a policy requires.",
  certainty: "documented",
  sources: ["global-condition-keys", "access-analyzer:UNTRUSTWORTHY_CONDITION_KEY"],
  equivalents: analyzerEquivalents("UNTRUSTWORTHY_CONDITION_KEY"),
  messages: {
    forgeable:
      'Any client can send any value for "{key}", so this condition does not protect anything.',
  },
  *check(policy, report) {
    for (const { statement, condition, operator } of conditionsOf(policy)) {
      const { key, keySpan } = condition;
      if (!isCallerControlledKey(key) || operator === undefined) continue;
      if (operator.family === "null" || !guards(statement, operator)) continue;
      // A service sets it itself, as SES did for mail that it stores.
      if (isOfService(statement)) continue;
      yield report("forgeable", keySpan, { key });
    }
  },
});

function isOfService({ principal }: Statement): boolean {
  return (
    principal !== undefined &&
    principal.entries.length > 0 &&
    principal.entries.every(({ key }) => key === "Service")
  );
}
