import { statementPolicyTypes, isUnknown } from "../../model/policy/policy.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const validSid = defineRule({
  id: "policy/valid-sid",
  policyTypes: statementPolicyTypes,
  severity: "error",
  summary: "A Sid must contain only ASCII letters and digits in IAM and CoreWeave policies.",
  rationale: "IAM rejects a policy with other characters in a Sid. S3 and KMS allow them.",
  certainty: "documented",
  sources: ["iam-element-sid", "coreweave-bucket-policies", "access-analyzer-checks"],
  acrossStatements: true,
  messages: {
    characters:
      '"{sid}" contains characters other than letters and digits, so the policy is rejected.',
    coreweave:
      '"{sid}" contains characters other than letters and digits, which CoreWeave does not support.',
    empty: "This Sid is empty and has no effect.",
  },
  *check({ type, statements, tree }, report) {
    const strict = type === "identity" || type === "trust";
    for (const { node, sid } of statements) {
      const value = sid?.value;
      if (sid === undefined || value?.kind !== "string" || isUnknown(value)) continue;
      if (value.value === "") {
        yield report(
          "empty",
          value.span,
          {},
          {
            severity: "info",
            equivalents: ["access-analyzer:EMPTY_SID_VALUE"],
            fixes: safeFix(message('Remove "Sid"'), tree.writer.removeMember(node, sid.member)),
          },
        );
      } else if ((strict || type === "coreweave-bucket") && !/^[A-Za-z0-9]+$/.test(value.value)) {
        if (value.value.includes("${")) continue;
        const plain = camelCase(value.value);
        const taken = statements.some(
          (other) => other.sid?.value?.kind === "string" && other.sid.value.value === plain,
        );
        const fixes =
          plain === "" || taken
            ? []
            : safeFix(
                message('Replace with "{plain}"', { plain }),
                tree.writer.replaceValue(value, plain),
              );
        yield strict
          ? report(
              "characters",
              value.span,
              { sid: value.value },
              {
                equivalents: ["access-analyzer:UNSUPPORTED_SID", "parliament:INVALID_SID"],
                fixes,
              },
            )
          : report("coreweave", value.span, { sid: value.value }, { severity: "warning", fixes });
      }
    }
  },
});

/** `Allow access to the bucket` as `AllowAccessToTheBucket`. */
function camelCase(text: string): string {
  return text
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join("");
}
