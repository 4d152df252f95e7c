import { orgIdKey } from "../../catalog/wandb/principals.js";
import { addCondition, changeOperator } from "../../model/policy/condition-edits.js";
import { demandsValue, orgConditions } from "../../model/wandb/org-condition.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const requireOrgId = defineRule({
  id: "coreweave-policy/require-org-id",
  policyTypes: ["coreweave-bucket"],
  severity: "error",
  summary: "A statement for W&B must require the ID of your W&B organization.",
  rationale:
    "All W&B customers share one principal on CoreWeave. Without the condition, any of them can make W&B read from and write to this bucket.",
  certainty: "verified",
  sources: ["wandb-byob"],
  messages: {
    absent:
      'Without a condition on "{key}", W&B lets every organization use this bucket. Add the condition with your organization ID.',
    loose: 'With "{operator}", this statement also lets other organizations use this bucket.',
  },
  *check(policy, report) {
    for (const { statement, conditions, unknown } of orgConditions(policy)) {
      if (conditions.length === 0 && !unknown) {
        const fixes = reviewFix(
          message('Add a condition on "{key}"', { key: orgIdKey }),
          addCondition(policy, statement, "StringLike", orgIdKey, ["<wb-org-id>"]),
        );
        yield report("absent", statement.head, { key: orgIdKey }, { fixes });
      }
      if (conditions.some(demandsValue)) continue;
      for (const condition of conditions) {
        const { text, span } = condition.operator;
        const fixes = reviewFix(
          message('Change the operator to "{operator}"', { operator: "StringLike" }),
          ...changeOperator(policy, statement, condition, "StringLike"),
        );
        yield report("loose", span, { operator: text }, { fixes });
      }
    }
  },
});
