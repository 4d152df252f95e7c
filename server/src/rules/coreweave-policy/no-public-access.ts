import { byobPage, coreweaveBucketPolicies } from "../../catalog/wandb/sources.js";
import { everyoneIn } from "../../model/access/public-access.js";
import { defineRule } from "../rule.js";

export const noPublicAccess = defineRule({
  id: "coreweave-policy/no-public-access",
  policyTypes: ["coreweave-bucket"],
  severity: "warning",
  summary: "A bucket for W&B must not be open to everybody.",
  rationale:
    "Under a wildcard, users of every organisation may do what the statement allows, W&B's customers included.",
  certainty: "documented",
  sources: [coreweaveBucketPolicies, byobPage],
  messages: {
    open: "Everybody may do this, of whichever organisation, and no condition limits it.",
  },
  *check(policy, report) {
    for (const statement of policy.statements) {
      const span = everyoneIn(statement);
      if (span !== undefined) yield report("open", span, {});
    }
  },
});
