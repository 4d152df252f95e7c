import { organizationKeys } from "../../catalog/policy/request-keys.js";
import { byobPage, s3KmsPermissions } from "../../catalog/wandb/sources.js";
import { exclusiveConditions, isHostedByWandb, obstaclesOf } from "../../model/wandb/denial.js";
import { listActions } from "../../model/wandb/edits.js";
import { defineRule } from "../rule.js";

export const noNetworkOrOrgRestriction = defineRule({
  id: "key-policy/no-network-or-org-restriction",
  severity: "warning",
  summary: "A limit on organisations must let W&B use the key.",
  rationale:
    "W&B's account is in no customer's organisation, so a limit to one's own keeps W&B from every encrypted object.",
  certainty: "inferred",
  sources: [byobPage, s3KmsPermissions],
  acrossStatements: true,
  messages: {
    organization: 'W&B is not in the organisation of "{key}", so it is denied {actions}.',
  },
  *check(policy, report) {
    for (const obstacle of obstaclesOf(policy)) {
      if (!isHostedByWandb(obstacle)) continue;
      const [first] = exclusiveConditions(obstacle, organizationKeys);
      if (first === undefined) continue;
      const actions = listActions(obstacle.permissions);
      yield report("organization", first.keySpan, { key: first.key, actions });
    }
  },
});
