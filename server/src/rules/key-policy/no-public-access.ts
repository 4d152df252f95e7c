import { everyoneIn } from "../../model/access/public-access.js";
import { defineRule } from "../rule.js";

export const noPublicAccess = defineRule({
  id: "key-policy/no-public-access",
  severity: "warning",
  summary: "A key must not be public.",
  rationale:
    "Any AWS account can do what the statement allows with the key. With `kms:*`, that includes everything that KMS accepts from another account, such as decrypting data.",
  certainty: "documented",
  sources: ["kms-key-policies", "iam-element-principal"],
  equivalents: ["checkov:CKV_AWS_33"],
  messages: {
    open: "Any AWS account can do what this statement allows, because no condition restricts it.",
  },
  *check(policy, report) {
    for (const statement of policy.statements) {
      const span = everyoneIn(statement);
      if (span !== undefined) yield report("open", span, {});
    }
  },
});
