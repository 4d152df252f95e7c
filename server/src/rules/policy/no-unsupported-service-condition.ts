import { analyzerEquivalents, analyzerSource } from "../../catalog/policy/access-analyzer.js";
import { globalKeySource, isMemberKey } from "../../catalog/policy/condition-keys.js";
import { rolesAnywherePrincipal } from "../../catalog/policy/service-principals.js";
import { conditionsOf, isAwsPolicy } from "../../model/policy/condition.js";
import { defineRule } from "../rule.js";

export const noUnsupportedServiceCondition = defineRule({
  id: "policy/no-unsupported-service-condition",
  severity: "warning",
  summary:
    "A condition on an AWS service's access must test a key that the service's requests carry.",
  rationale:
    "A service principal is in no organization and has neither tags nor a user name, so a condition on these never matches and the service gets no access.",
  certainty: "inferred",
  sources: [globalKeySource, analyzerSource("UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL")],
  equivalents: analyzerEquivalents("UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL"),
  messages: {
    uncarried:
      'A service principal\'s requests carry no "{key}", so this never lets the service in.',
  },
  *check(policy, report) {
    if (!isAwsPolicy(policy)) return;
    for (const { statement, condition, operator } of conditionsOf(policy)) {
      const { key, keySpan } = condition;
      const { principal } = statement;
      if (statement.allows !== true || principal === undefined || !isMemberKey(key)) continue;
      if (operator === undefined || operator.negated || operator.family === "null") continue;
      if (condition.operator.ifExists || condition.operator.qualifier === "ForAllValues") continue;
      const services = principal.entries.filter((entry) => entry.key === "Service");
      if (services.length === 0 || services.length < principal.entries.length) continue;
      // IAM Roles Anywhere takes tags from the certificate with which a session is asked for.
      const names = services.flatMap(({ items }) => items.map(({ value }) => value));
      if (names.includes(rolesAnywherePrincipal)) continue;
      yield report("uncarried", keySpan, { key });
    }
  },
});
