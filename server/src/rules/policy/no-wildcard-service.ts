import { accessAnalyzerChecks, arnFormat } from "../../catalog/policy/sources.js";
import { actionNames } from "../../model/policy/action-match.js";
import { resourceNames } from "../../model/policy/resource.js";
import { isPattern } from "../../model/policy/pattern.js";
import { defineRule } from "../rule.js";

export const noWildcardService = defineRule({
  id: "policy/no-wildcard-service",
  severity: "info",
  summary: "The service of an action or an ARN must be spelled out.",
  rationale: "A wildcard there takes in services that are not meant, and some readers refuse it.",
  certainty: "documented",
  sources: [accessAnalyzerChecks, arnFormat],
  equivalents: ["access-analyzer:WILDCARD_IN_SERVICE_NAME"],
  messages: {
    action: '"{action}" has a wildcard for its service, which may take in more than is meant.',
    arn: '"{arn}" has a wildcard for its service, which may take in more than is meant.',
  },
  *check({ type, statements }, report) {
    if (type === "coreweave-organization") return;
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
