import { awsPolicyTypes } from "../../model/policy/policy.js";
import { analyzerEquivalents } from "../../catalog/policy/access-analyzer.js";
import { isEndpointOwnerKey } from "../../catalog/policy/condition-keys.js";
import { conditionsOf } from "../../model/policy/condition.js";
import { message } from "../../text/message.js";
import { defineRule } from "../rule.js";

export const noUnsupportedVpceCondition = defineRule({
  id: "policy/no-unsupported-vpce-condition",
  policyTypes: awsPolicyTypes,
  severity: "info",
  summary:
    "A condition on the owner of a VPC endpoint must be used only with actions of specific services.",
  rationale:
    "Only some services include the owner of the endpoint in the request. The AWS documentation lists them. For other services the statement acts as if no endpoint is used.",
  certainty: "inferred",
  sources: [
    "global-condition-keys",
    "access-analyzer:USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES",
  ],
  equivalents: analyzerEquivalents("USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES"),
  messages: {
    all: 'Not every service supports "{key}", so a statement with the action "*" covers too much or too little.',
    others:
      'Not every service supports "{key}", so a statement with "NotAction" covers too much or too little.',
  },
  *check(policy, report) {
    for (const { statement, condition, operator } of conditionsOf(policy)) {
      const { key, keySpan } = condition;
      if (!isEndpointOwnerKey(key) || operator === undefined || operator.family === "null")
        continue;
      const related = [{ span: keySpan, message: message("The condition key is used here.") }];
      const everything = statement.action?.items.find(({ value }) => value === "*");
      if (everything !== undefined) {
        yield report("all", everything.span, { key }, { related });
      } else if (statement.notAction !== undefined) {
        yield report("others", statement.notAction.keySpan, { key }, { related });
      }
    }
  },
});
