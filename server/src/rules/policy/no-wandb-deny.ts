import { organizationKeys } from "../../catalog/policy/request-keys.js";
import { denialsOf } from "../../model/wandb/denial.js";
import { listActions } from "../../model/wandb/edits.js";
import { defineRule } from "../rule.js";

export const noWandbDeny = defineRule({
  id: "policy/no-wandb-deny",
  policyTypes: ["bucket", "coreweave-bucket", "key"],
  severity: "error",
  summary: "A policy must not deny W&B the actions that it allows W&B elsewhere.",
  rationale: "An explicit Deny overrides any Allow, so W&B's requests fail with AccessDenied.",
  certainty: "verified",
  sources: ["wandb-byob", "coreweave-bucket-policies", "iam-policy-evaluation"],
  acrossStatements: true,
  messages: {
    denied: "This statement denies W&B {actions}, regardless of what other statements allow.",
    organization:
      'W&B is not in the organization that "{key}" requires, so it is denied {actions}.',
  },
  *check(policy, report) {
    for (const obstacle of denialsOf(policy)) {
      const { statement, permissions, conditions, met, access } = obstacle;
      // In AWS Weave may be given a bucket to read only.
      const isEnough = access.readOnly && policy.type !== "coreweave-bucket";
      if (conditions.length > 0 || isEnough) continue;
      const actions = listActions(permissions);
      const required = met.find(({ key }) => organizationKeys.includes(key.toLowerCase()));
      if (required !== undefined) {
        const { key, keySpan } = required;
        yield report("organization", keySpan, { key, actions });
        continue;
      }
      const place = (statement.action ?? statement.notAction)?.keySpan ?? statement.head;
      yield report("denied", place, { actions });
    }
  },
});
