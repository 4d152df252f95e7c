import { analyzerEquivalents } from "../../catalog/policy/access-analyzer.js";
import { isRestrictingKey, sourceKeys } from "../../catalog/policy/condition-keys.js";
import { testsKey } from "../../model/policy/condition.js";
import { message } from "../../text/message.js";
import { defineRule } from "../rule.js";

export const noUnrestrictedServicePrincipal = defineRule({
  id: "policy/no-unrestricted-service-principal",
  policyTypes: ["bucket", "key"],
  severity: "warning",
  summary:
    "An Allow for an AWS service must restrict the resource or account that the service acts for.",
  rationale:
    "The service acts for all of its customers, so any of them can make it access this resource. This is known as the confused deputy problem.",
  certainty: "documented",
  sources: [
    "confused-deputy",
    "access-analyzer:RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL",
    "access-analyzer:RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL",
  ],
  equivalents: [
    ...analyzerEquivalents(
      "RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL",
      "RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL",
    ),
    "iam-policy-validator:confused_deputy_risk",
  ],
  messages: {
    anyone:
      'Any AWS customer can make "{service}" access this resource. Add a condition on "aws:SourceArn" or "aws:SourceAccount".',
    other:
      '"{key}" is less specific for "{service}" than "aws:SourceArn" or "aws:SourceAccount". Add a condition on one of these.',
  },
  *check(policy, report) {
    for (const statement of policy.statements) {
      if (statement.allows !== true) continue;
      if (sourceKeys.some((key) => testsKey(statement, key))) continue;
      const other = statement.conditions.find(({ key }) => isRestrictingKey(key));
      for (const entry of statement.principal?.entries ?? []) {
        if (entry.key !== "Service") continue;
        for (const { value, partial, span } of entry.items) {
          if (value === undefined || partial) continue;
          if (other === undefined) {
            yield report(
              "anyone",
              span,
              { service: value },
              {
                equivalents: [
                  ...analyzerEquivalents("RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL"),
                  "iam-policy-validator:confused_deputy_risk",
                ],
              },
            );
          } else {
            yield report(
              "other",
              span,
              { service: value, key: other.key },
              {
                severity: "info",
                equivalents: analyzerEquivalents("RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL"),
                related: [
                  { span: other.keySpan, message: message("The condition key is used here.") },
                ],
              },
            );
          }
        }
      }
    }
  },
});
