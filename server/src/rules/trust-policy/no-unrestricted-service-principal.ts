import { sourceKeys } from "../../catalog/policy/condition-keys.js";
import { accountBoundServices } from "../../catalog/policy/service-principals.js";
import { testsKey } from "../../model/policy/condition.js";
import { principalItems } from "../../model/policy/condition-provider.js";
import { defineRule } from "../rule.js";

export const noUnrestrictedServicePrincipal = defineRule({
  id: "trust-policy/no-unrestricted-service-principal",
  severity: "hint",
  summary:
    "A role for an AWS service must restrict the resource or account that the service acts for.",
  rationale:
    "Other AWS customers can make some services assume a role on behalf of their resources. This is known as the confused deputy problem.",
  certainty: "inferred",
  sources: ["confused-deputy"],
  equivalents: ["iam-policy-validator:confused_deputy_risk"],
  messages: {
    anyone:
      '"{service}" can assume this role on behalf of any AWS customer. Add a condition on "aws:SourceArn" or "aws:SourceAccount".',
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
