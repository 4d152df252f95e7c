import { coreweaveOrganizationActions } from "../../catalog/wandb/permissions.js";
import { coreweaveBucketPolicies } from "../../catalog/wandb/sources.js";
import { removeText } from "../../model/policy/edits.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const noOrganizationAction = defineRule({
  id: "coreweave-policy/no-organization-action",
  policyTypes: ["coreweave-bucket"],
  severity: "info",
  summary:
    "Actions on all buckets or on policies must be left to the organisation's access policy.",
  rationale: "CoreWeave evaluates that policy first, and such actions count nowhere else.",
  certainty: "documented",
  sources: [coreweaveBucketPolicies],
  messages: {
    organization: '"{action}" counts in the organisation\'s access policy only.',
  },
  *check(policy, report) {
    for (const { action } of policy.statements) {
      for (const text of action?.items ?? []) {
        const name = text.value?.toLowerCase();
        const known = coreweaveOrganizationActions.find((each) => each.toLowerCase() === name);
        if (known === undefined || action === undefined) continue;
        const fixes = safeFix(
          message('Remove "{action}"', { action: known }),
          removeText(policy, action, text),
        );
        yield report("organization", text.span, { action: known }, { fixes });
      }
    }
  },
});
