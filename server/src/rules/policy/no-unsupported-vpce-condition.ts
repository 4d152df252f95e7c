import { analyzerEquivalents, analyzerSource } from "../../catalog/policy/access-analyzer.js";
import { globalKeySource, isEndpointOwnerKey } from "../../catalog/policy/condition-keys.js";
import { conditionsOf, isAwsPolicy } from "../../model/policy/condition.js";
import { message } from "../../text/message.js";
import { defineRule } from "../rule.js";

export const noUnsupportedVpceCondition = defineRule({
  id: "policy/no-unsupported-vpce-condition",
  severity: "info",
  summary: "A condition on who owns the VPC endpoint must stand with actions of single services.",
  rationale:
    "Only some services put the owner of the endpoint into the request; AWS's page lists them. For all others the statement acts as if no endpoint were used.",
  certainty: "inferred",
  sources: [globalKeySource, analyzerSource("USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES")],
  equivalents: analyzerEquivalents("USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES"),
  messages: {
    all: 'Not every service\'s requests carry "{key}", so "*" reaches too much or too little.',
    others:
      'Not every service\'s requests carry "{key}", so NotAction reaches too much or too little.',
  },
  *check(policy, report) {
    if (!isAwsPolicy(policy)) return;
    for (const { statement, condition, operator } of conditionsOf(policy)) {
      const { key, keySpan } = condition;
      if (!isEndpointOwnerKey(key) || operator === undefined || operator.family === "null")
        continue;
      const related = [{ span: keySpan, message: message("The key is tested here.") }];
      const everything = statement.action?.items.find(({ value }) => value === "*");
      if (everything !== undefined) {
        yield report("all", everything.span, { key }, { related });
      } else if (statement.notAction !== undefined) {
        yield report("others", statement.notAction.keySpan, { key }, { related });
      }
    }
  },
});
