import { accessAnalyzerChecks, sidElement } from "../../catalog/policy/sources.js";
import { type StringValue } from "../../syntax/value.js";
import { isUnknown } from "../../model/policy/policy.js";
import { message } from "../../text/message.js";
import { defineRule } from "../rule.js";

export const noDuplicateSid = defineRule({
  id: "policy/no-duplicate-sid",
  severity: "warning",
  summary: "Each Sid must be the only one of its name in a policy.",
  rationale:
    "IAM refuses a policy with a Sid twice. S3 takes it, but a report then names two statements.",
  certainty: "documented",
  sources: [sidElement, accessAnalyzerChecks],
  acrossStatements: true,
  messages: {
    required: 'Another statement has the Sid "{sid}", so the policy is refused.',
    recommended: 'Another statement has the Sid "{sid}", so the two can not be told apart.',
  },
  *check({ type, statements }, report) {
    const required = type === "identity" || type === "trust";
    const seen = new Map<string, StringValue>();
    for (const { sid } of statements) {
      const value = sid?.value;
      if (value?.kind !== "string" || value.value === "" || isUnknown(value)) continue;
      const first = seen.get(value.value);
      if (first === undefined) {
        seen.set(value.value, value);
        continue;
      }
      const code = required ? "UNIQUE_SIDS_REQUIRED" : "UNIQUE_SIDS_RECOMMENDED";
      yield report(
        required ? "required" : "recommended",
        value.span,
        { sid: value.value },
        {
          severity: required ? "error" : "warning",
          equivalents: [`access-analyzer:${code}`],
          related: [{ span: first.span, message: message("The first one is here.") }],
        },
      );
    }
  },
});
