import { storePolicyAction } from "../../catalog/policy/control-actions.js";
import { matchAction } from "../../model/access/statement.js";
import { type Statement } from "../../model/policy/policy.js";
import { defineRule } from "../rule.js";

export const noLockout = defineRule({
  id: "bucket-policy/no-lockout",
  policyTypes: ["bucket"],
  severity: "warning",
  summary: "A Deny on changing the bucket policy must exempt an administrator.",
  rationale:
    "After such a policy is applied, only the root user of the bucket's account can change or remove it.",
  certainty: "documented",
  sources: ["checkov-bucket-lockout", "iam-policy-evaluation"],
  equivalents: ["checkov:CKV_AWS_93"],
  messages: {
    locked:
      'This statement denies "{action}" to all principals, so only the root user of the account can change the policy.',
  },
  *check(policy, report) {
    for (const statement of policy.statements) {
      const { allows, principal, condition, action } = statement;
      if (allows !== false || condition !== undefined || action === undefined) continue;
      if (!mayConcernBucket(statement)) continue;
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

/** Whether a statement reaches the bucket itself: one about objects alone leaves its policy to be changed. */
function mayConcernBucket({ resource, notResource }: Statement): boolean {
  if (notResource !== undefined) return false;
  return (
    resource === undefined ||
    resource.items.some(({ value }) => value !== undefined && !value.includes("/"))
  );
}
