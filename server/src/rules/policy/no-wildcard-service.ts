import { statementPolicyTypes } from "../../model/policy/policy.js";
import { actionNames } from "../../model/policy/action-match.js";
import { resourceNames } from "../../model/policy/resource.js";
import { isPattern } from "../../model/policy/pattern.js";
import { defineRule } from "../rule.js";

export const noWildcardService = defineRule({
  id: "policy/no-wildcard-service",
  policyTypes: statementPolicyTypes,
  severity: "info",
  summary: "The service in an action or ARN must not contain a wildcard.",
  rationale: "A wildcard may match services that you do not intend, and some tools reject it.",
  certainty: "documented",
  sources: ["access-analyzer-checks", "aws-arn-format"],
  equivalents: ["access-analyzer:WILDCARD_IN_SERVICE_NAME"],
  messages: {
    action:
      'The service prefix of "{action}" contains a wildcard, which may match more than you intend.',
    arn: 'The service in "{arn}" contains a wildcard, which may match more than you intend.',
  },
  *check({ statements }, report) {
    for (const { action, notAction, resource, notResource } of statements) {
      for (const element of [action, notAction]) {
        for (const {
          action: { value, service },
          text,
        } of actionNames(element)) {
          if (value === "*" || service === undefined || !isPattern(service)) continue;
          yield report("action", text.span, { action: value });
        }
      }
      for (const element of [resource, notResource]) {
        for (const { value, arn, text } of resourceNames(element)) {
          if (arn === undefined || !isPattern(arn.service.value)) continue;
          yield report("arn", text.span, { arn: value });
        }
      }
    }
  },
});
