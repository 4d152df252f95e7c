import { accessAnalyzerChecks, principalElement } from "../../catalog/policy/sources.js";
import { replaceAllOf, replaceIn } from "../../model/policy/edits.js";
import { principalEntries } from "../../model/policy/policy.js";
import { judgePrincipal } from "../../model/policy/principal.js";
import { message } from "../../text/message.js";
import { defineRule, type Fix, reviewFix, safeFix } from "../rule.js";

export const validPrincipal = defineRule({
  id: "policy/valid-principal",
  severity: "error",
  summary:
    "An AWS principal must be `*`, an account id or the ARN of an account, role, user or session.",
  rationale: 'S3, KMS and IAM refuse a policy with any other: "Invalid principal in policy".',
  certainty: "documented",
  sources: [principalElement, accessAnalyzerChecks],
  messages: {
    wildcard:
      '"{principal}" has a wildcard, which a principal can not have, so the policy is refused.',
    name: '"{principal}" is neither an account id nor an ARN, so the policy is refused.',
    account: '"{account}" is no account id of 12 digits, so the policy is refused.',
    fields: '"{principal}" lacks a field: an ARN has five colons before its resource.',
    region: '"{principal}" names a Region, which principals do not have, so the policy is refused.',
    service: '"{principal}" is no ARN of IAM or STS, so the policy is refused.',
    session: '"{principal}" names a session without its role and name, so the policy is refused.',
    "session-service": '"{principal}" is a session, whose ARN names sts, so the policy is refused.',
    group: '"{principal}" is a group, and groups can be no principals, so the policy is refused.',
    kind: '"{principal}" is no account, role, user or session, so the policy is refused.',
    canonical: '"{principal}" is no canonical user id of 64 hexadecimal digits.',
  },
  *check({ type, statements }, report) {
    if (type === "identity" || type.startsWith("coreweave") || type === "minio") return;
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
