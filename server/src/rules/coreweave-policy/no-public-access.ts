import { everyoneIn } from "../../model/access/public-access.js";
import { defineRule } from "../rule.js";

export const noPublicAccess = defineRule({
  id: "coreweave-policy/no-public-access",
  policyTypes: ["coreweave-bucket"],
  severity: "warning",
  summary: "A bucket for W&B must not be public.",
  rationale:
    "With a wildcard, users in every organization, including other W&B customers, can do what the statement allows.",
  certainty: "documented",
  sources: ["coreweave-bucket-policies", "wandb-byob"],
  messages: {
    open: "Anyone in any organization can do what this statement allows, because no condition restricts it.",
  },
  *check(policy, report) {
    for (const statement of policy.statements) {
      const span = everyoneIn(statement);
      if (span !== undefined) yield report("open", span, {});
    }
  },
});
