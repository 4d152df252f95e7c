import { storePolicyAction } from "../../catalog/policy/control-actions.js";
import { checkovBucketLockout, iamEvaluation } from "../../catalog/wandb/sources.js";
import { matchAction } from "../../model/access/statement.js";
import { defineRule } from "../rule.js";

export const noLockout = defineRule({
  id: "bucket-policy/no-lockout",
  policyTypes: ["bucket"],
  severity: "warning",
  summary: "Nobody must be denied to change the bucket policy without an exception.",
  rationale:
    "Once stored, such a policy can be changed or removed by nobody but the root user of the bucket's account.",
  certainty: "documented",
  sources: [checkovBucketLockout, iamEvaluation],
  equivalents: ["checkov:CKV_AWS_93"],
  messages: {
    locked: "This denies {action} to everybody, so only the account's root user can undo it.",
  },
  *check(policy, report) {
    for (const statement of policy.statements) {
      const { allows, principal, condition, action } = statement;
      if (allows !== false || condition !== undefined || action === undefined) continue;
      const everyone =
        principal?.everyone === true ||
        principal?.entries.some(({ items }) => items.some(({ value }) => value === "*")) === true;
      if (!everyone) continue;
      const culprit = action.items.find(
        (item) =>
          matchAction({ ...statement, action: { ...action, items: [item] } }, storePolicyAction) ===
          "yes",
      );
      if (culprit === undefined) continue;
      yield report("locked", culprit.span, { action: storePolicyAction });
    }
  },
});
