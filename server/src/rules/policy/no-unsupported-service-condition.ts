import { awsPolicyTypes } from "../../model/policy/policy.js";
import { analyzerEquivalents } from "../../catalog/policy/access-analyzer.js";
import { isMemberKey } from "../../catalog/policy/condition-keys.js";
import { rolesAnywherePrincipal } from "../../catalog/policy/service-principals.js";
import { conditionsOf } from "../../model/policy/condition.js";
import { defineRule } from "../rule.js";

export const noUnsupportedServiceCondition = defineRule({
  id: "policy/no-unsupported-service-condition",
  policyTypes: awsPolicyTypes,
  severity: "warning",
  summary:
    "A condition on a service principal must use a key that requests from the service include.",
  rationale:
    "A service principal has no organization, no tags, and no user name, so a condition on one of these never matches and the service is denied access.",
  certainty: "inferred",
  sources: [
    "global-condition-keys",
    "access-analyzer:UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL",
  ],
  equivalents: analyzerEquivalents("UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL"),
  messages: {
    uncarried:
      'Requests from a service principal do not include "{key}", so this statement never allows the service.',
  },
  *check(policy, report) {
    for (const { statement, condition, operator } of conditionsOf(policy)) {
      const { key, keySpan } = condition;
      const { principal } = statement;
      if (statement.allows !== true || principal === undefined || !isMemberKey(key)) continue;
      if (operator === undefined || operator.negated || operator.family === "null") continue;
      if (condition.operator.ifExists || condition.operator.qualifier === "ForAllValues") continue;
      const services = principal.entries.filter((entry) => entry.key === "Service");
      if (services.length === 0 || services.length < principal.entries.length) continue;
      // IAM Roles Anywhere sets tags from the certificate that a session is requested with.
      const names = services.flatMap(({ items }) => items.map(({ value }) => value));
      if (names.includes(rolesAnywherePrincipal)) continue;
      yield report("uncarried", keySpan, { key });
    }
  },
});
