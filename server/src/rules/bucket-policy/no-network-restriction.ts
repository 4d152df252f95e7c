import { networkKeys } from "../../catalog/policy/request-keys.js";
import { exclusiveConditions, isHostedByWandb, obstaclesOf } from "../../model/wandb/denial.js";
import { listActions } from "../../model/wandb/edits.js";
import { defineRule } from "../rule.js";

export const noNetworkRestriction = defineRule({
  id: "bucket-policy/no-network-restriction",
  policyTypes: ["bucket"],
  severity: "warning",
  summary: "Network restrictions must allow W&B and all its users.",
  rationale:
    "W&B creates presigned URLs with its own identity, and browsers and training jobs use them from any network." +
    "A restriction must allow the server and every client.",
  certainty: "inferred",
  sources: ["wandb-presigned-urls", "wandb-byob"],
  acrossStatements: true,
  messages: {
    network:
      'W&B and its users are denied {actions} unless all of their requests match the condition on "{key}".',
  },
  *check(policy, report) {
    for (const obstacle of obstaclesOf(policy)) {
      if (!isHostedByWandb(obstacle)) continue;
      const [first] = exclusiveConditions(obstacle, networkKeys);
      if (first === undefined) continue;
      const actions = listActions(obstacle.permissions);
      yield report("network", first.keySpan, { key: first.key, actions });
    }
  },
});
