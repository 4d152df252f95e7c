import { coreweaveOrganizationActions } from "../../catalog/wandb/permissions.js";
import { removeText } from "../../model/policy/edits.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const noOrganizationAction = defineRule({
  id: "coreweave-policy/no-organization-action",
  policyTypes: ["coreweave-bucket"],
  severity: "info",
  summary: "Actions on policies or on all buckets must be in the organization access policy.",
  rationale:
    "CoreWeave evaluates the organization access policy first. These actions have no effect in any other policy.",
  certainty: "documented",
  sources: ["coreweave-bucket-policies"],
  messages: {
    organization:
      '"{action}" has no effect in a bucket policy. CoreWeave evaluates it only in the organization access policy.',
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
