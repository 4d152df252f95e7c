import { coreweaveOrganizationActions } from "../../catalog/wandb-permissions.js";
import { coreweaveBucketPolicies } from "../../catalog/wandb-sources.js";
import { removeString } from "../../model/wandb-edits.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const useS3Actions = defineRule({
  id: "coreweave-policy/use-s3-actions",
  severity: "warning",
  summary: "A bucket's policy must hold actions of S3 on that bucket only.",
  rationale:
    "Other actions, and those on all buckets or on policies themselves, belong into the organisation's access " +
    "policy, which CoreWeave evaluates first.",
  certainty: "documented",
  sources: [coreweaveBucketPolicies],
  messages: {
    service: '"{action}" is no action of S3, and a bucket\'s policy on CoreWeave takes no other.',
    organization: '"{action}" counts in the organisation\'s access policy only.',
  },
  *check(policy, report) {
    if (policy.type !== "coreweave-bucket") return;
    for (const { action, notAction } of policy.statements) {
      for (const strings of [action, notAction]) {
        for (const text of strings?.items ?? []) {
          const { value, partial, span } = text;
          if (value === undefined || partial || strings === undefined || value === "*") continue;
          const fixes = safeFix(
            message('Remove "{action}"', { action: value }),
            removeString(policy, strings, text),
          );
          const name = value.toLowerCase();
          if (name.includes(":") && !name.startsWith("s3:")) {
            yield report("service", span, { action: value }, { fixes });
          } else if (coreweaveOrganizationActions.some((each) => each.toLowerCase() === name)) {
            yield report("organization", span, { action: value }, { severity: "info", fixes });
          }
        }
      }
    }
  },
});
