import { type StringValue } from "../../syntax/value.js";
import { statementPolicyTypes, isUnknown } from "../../model/policy/policy.js";
import { message } from "../../text/message.js";
import { defineRule } from "../rule.js";

export const noDuplicateSid = defineRule({
  id: "policy/no-duplicate-sid",
  policyTypes: statementPolicyTypes,
  severity: "warning",
  summary: "Every Sid in a policy must be unique.",
  rationale:
    "IAM rejects a policy with a duplicate Sid. S3 accepts it, but a report that refers to the Sid is ambiguous.",
  certainty: "documented",
  sources: ["iam-element-sid", "access-analyzer-checks"],
  acrossStatements: true,
  messages: {
    required: 'Another statement has the Sid "{sid}", so the policy is rejected.',
    recommended:
      'Another statement has the Sid "{sid}", so reports cannot distinguish the two statements.',
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
          related: [{ span: first.span, message: message("The Sid appears here first.") }],
        },
      );
    }
  },
});
