import { iamPrincipal, kmsKeyPolicies } from "../../catalog/wandb/sources.js";
import { everyoneIn } from "../../model/access/public-access.js";
import { defineRule } from "../rule.js";

export const noPublicAccess = defineRule({
  id: "key-policy/no-public-access",
  severity: "error",
  summary: "A key must not be open to everybody.",
  rationale:
    "Every account of AWS may do with the key what the statement allows, up to deleting it where it allows all.",
  certainty: "documented",
  sources: [kmsKeyPolicies, iamPrincipal],
  equivalents: ["checkov:CKV_AWS_33"],
  messages: {
    open: "Every account of AWS may do this with the key, and no condition limits it.",
  },
  *check(policy, report) {
    for (const statement of policy.statements) {
      const span = everyoneIn(statement);
      if (span !== undefined) yield report("open", span, {});
    }
  },
});
