import { awsPolicyTypes, rejectsUnknownNames } from "../../model/policy/policy.js";
import { isArnService, servicePrefixes } from "../../catalog/service-reference.js";
import { isLiteral } from "../../model/policy/arn-types.js";
import { placeIn, replaceIn } from "../../model/policy/edits.js";
import { resourceNames } from "../../model/policy/resource.js";
import { message } from "../../text/message.js";
import { nearest } from "../../text/nearest.js";
import { defineRule, reviewFix, safeFix } from "../rule.js";

export const knownService = defineRule({
  id: "policy/known-service",
  policyTypes: [...awsPolicyTypes, "coreweave-bucket"],
  severity: "error",
  summary: "A resource ARN must contain a valid AWS service in lowercase.",
  rationale:
    "An ARN with an unknown service matches nothing. AWS rejects an ARN with uppercase letters in the service.",
  certainty: "documented",
  sources: ["aws-arn-format", "service-authorization", "access-analyzer-checks"],
  messages: {
    case: 'The service "{service}" contains uppercase letters, which an ARN does not allow, so the policy is rejected.',
    empty: '"{arn}" has no service, so the policy is rejected.',
    unknown: '"{service}" is not a valid AWS service, so this ARN matches nothing.',
    meant:
      '"{service}" is not a valid AWS service, so this ARN matches nothing. Did you mean "{meant}"?',
  },
  *check(policy, report) {
    for (const { resource, notResource } of policy.statements) {
      for (const element of [resource, notResource]) {
        for (const { value, arn, text } of resourceNames(element)) {
          const field = arn?.service;
          if (field === undefined || (field.value !== "" && !isLiteral(field.value))) continue;
          const lower = field.value.toLowerCase();
          const { start, end } = field;
          if (field.value === "") {
            const equivalents = ["access-analyzer:INVALID_SERVICE"];
            yield report("empty", text.span, { arn: value }, { equivalents });
          } else if (lower !== field.value) {
            yield report(
              "case",
              placeIn(text, field),
              { service: field.value },
              {
                equivalents: ["access-analyzer:INVALID_ARN_SERVICE_CASE"],
                fixes: safeFix(
                  message('Replace with "{lower}"', { lower }),
                  replaceIn(text, start, end, lower),
                ),
              },
            );
          } else if (!isArnService(lower)) {
            const meant = nearest(lower, servicePrefixes());
            const place = placeIn(text, field);
            const severity = rejectsUnknownNames(policy) ? "error" : "warning";
            const equivalents = ["access-analyzer:INVALID_SERVICE"];
            if (meant === undefined) {
              yield report("unknown", place, { service: lower }, { severity, equivalents });
            } else {
              const title = message('Replace the service with "{meant}"', { meant });
              const fixes = reviewFix(title, replaceIn(text, start, end, meant));
              const data = { service: lower, meant };
              yield report("meant", place, data, { severity, equivalents, fixes });
            }
          }
        }
      }
    }
  },
});
