import { networkKeys, organizationKeys } from "../../catalog/policy/request-keys.js";
import { exclusiveConditions, isHostedByWandb, obstaclesOf } from "../../model/wandb/denial.js";
import { listActions } from "../../model/wandb/edits.js";
import { defineRule } from "../rule.js";

export const noNetworkOrOrgRestriction = defineRule({
  id: "policy/no-network-or-org-restriction",
  policyTypes: ["bucket", "key"],
  severity: "warning",
  summary: "Restrictions on networks and organizations must allow W&B and all its users.",
  rationale:
    "W&B signs URLs with its own identity, and browsers and training jobs use them from anywhere. " +
    "A restriction must allow the server and every client. W&B's account is not in any customer's organization.",
  certainty: "inferred",
  sources: ["wandb-presigned-urls", "wandb-byob", "s3-kms-permissions"],
  acrossStatements: true,
  messages: {
    network:
      'W&B and its users are denied {actions} unless all their requests match the condition on "{key}".',
    organization:
      'W&B is not in the organization that "{key}" requires, so it is denied {actions}.',
  },
  *check(policy, report) {
    // It is S3 that asks KMS, so limits on networks are not judged in a key policy.
    const keys = policy.type === "key" ? organizationKeys : [...networkKeys, ...organizationKeys];
    for (const obstacle of obstaclesOf(policy)) {
      if (!isHostedByWandb(obstacle)) continue;
      const { permissions } = obstacle;
      const [first] = exclusiveConditions(obstacle, keys);
      if (first === undefined) continue;
      const key = organizationKeys.includes(first.key.toLowerCase()) ? "organization" : "network";
      yield report(key, first.keySpan, { key: first.key, actions: listActions(permissions) });
    }
  },
});
