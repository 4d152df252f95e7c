import { sourceKeys } from "../../catalog/policy/condition-keys.js";
import {
  accountBoundServices,
  confusedDeputySource,
} from "../../catalog/policy/service-principals.js";
import { testsKey } from "../../model/policy/condition.js";
import { principalItems } from "../../model/policy/condition-provider.js";
import { defineRule } from "../rule.js";

export const noUnrestrictedServicePrincipal = defineRule({
  id: "trust-policy/no-unrestricted-service-principal",
  severity: "hint",
  summary: "A role that a service assumes can say on behalf of which resource or account.",
  rationale:
    "Some services can be made to assume a role on behalf of another customer's resource: the confused deputy problem.",
  certainty: "inferred",
  sources: [confusedDeputySource],
  equivalents: ["iam-policy-validator:confused_deputy_risk"],
  messages: {
    anyone: '"{service}" may call for any of its customers; aws:SourceAccount limits it to yours.',
  },
  *check(policy, report) {
    for (const statement of policy.statements) {
      if (statement.allows !== true) continue;
      if (sourceKeys.some((key) => testsKey(statement, key))) continue;
      for (const item of principalItems(statement.principal?.entries ?? [], "Service")) {
        const { value, partial, span } = item;
        if (value === undefined || partial || accountBoundServices.includes(value)) continue;
        yield report("anyone", span, { service: value });
      }
    }
  },
});
