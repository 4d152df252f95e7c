import { replaceAllOf, replaceIn } from "../../model/policy/edits.js";
import { principalEntries } from "../../model/policy/policy.js";
import { judgePrincipal } from "../../model/policy/principal.js";
import { message } from "../../text/message.js";
import { defineRule, type Fix, reviewFix, safeFix } from "../rule.js";

export const validPrincipal = defineRule({
  id: "policy/valid-principal",
  policyTypes: ["bucket", "key", "trust"],
  severity: "error",
  summary:
    "An AWS principal must be `*`, an account ID, or the ARN of an account, role, user, or session.",
  rationale:
    'If a policy contains any other principal, S3, KMS, and IAM reject it with the error "Invalid principal in policy".',
  certainty: "documented",
  sources: ["iam-element-principal", "cloudfront-origin-access-identity", "access-analyzer-checks"],
  messages: {
    wildcard:
      '"{principal}" contains a wildcard, which principals do not support, so the policy is rejected.',
    name: '"{principal}" is not an account ID or an ARN, so the policy is rejected.',
    account: '"{account}" is not a 12-digit account ID, so the policy is rejected.',
    fields: '"{principal}" is missing a field. An ARN has five colons before its resource.',
    region:
      '"{principal}" contains a Region, which principals do not have, so the policy is rejected.',
    service: '"{principal}" is not an IAM or STS ARN, so the policy is rejected.',
    session:
      '"{principal}" is a session without its role name and session name, so the policy is rejected.',
    "session-service":
      '"{principal}" is a session, whose ARN must contain "sts", so the policy is rejected.',
    group: '"{principal}" is a group, and groups cannot be principals, so the policy is rejected.',
    kind: '"{principal}" is not an account, role, user, or session, so the policy is rejected.',
    "origin-access-identity":
      '"{principal}" is missing "CloudFront Origin Access Identity" before the ID, so the policy is rejected.',
    canonical: '"{principal}" is not a canonical user ID, which has 64 hexadecimal digits.',
  },
  *check({ statements }, report) {
    for (const statement of statements) {
      for (const { key, items } of principalEntries(statement)) {
        for (const text of items) {
          const { value: principal, partial, span } = text;
          if (principal === undefined || partial || principal.includes("${")) continue;
          const fault = judgePrincipal(key, principal);
          if (fault === undefined) continue;
          const { equivalents = [], replacement } = fault;
          const fixes: readonly Fix[] =
            replacement === undefined
              ? []
              : fault.key === "region"
                ? safeFix(message("Remove the Region"), replaceAllOf(text, replacement))
                : reviewFix(
                    message('Replace with "{replacement}"', { replacement }),
                    replaceIn(text, 0, principal.length, replacement),
                  );
          const options = { equivalents, fixes };
          yield fault.key === "account"
            ? report("account", span, { account: fault.account }, options)
            : report(fault.key, span, { principal }, options);
        }
      }
    }
  },
});
