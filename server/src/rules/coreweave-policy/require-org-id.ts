import { orgIdKey } from "../../catalog/wandb/principals.js";
import { byobPage } from "../../catalog/wandb/sources.js";
import { addCondition, changeOperator } from "../../model/policy/condition-edits.js";
import { demandsValue, orgConditions } from "../../model/wandb/org-condition.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const requireOrgId = defineRule({
  id: "coreweave-policy/require-org-id",
  policyTypes: ["coreweave-bucket"],
  severity: "error",
  summary: "The statement for W&B must demand the W&B organisation's id.",
  rationale:
    "All customers of W&B share one principal in CoreWeave's storage. Without the condition, any of them " +
    "could have W&B read and write this bucket.",
  certainty: "verified",
  sources: [byobPage],
  messages: {
    absent: 'Without a condition on "{key}", W&B lets every organisation use this bucket.',
    loose: 'Under "{operator}" the statement also lets other organisations use this bucket.',
  },
  *check(policy, report) {
    for (const { statement, conditions, unknown } of orgConditions(policy)) {
      if (conditions.length === 0 && !unknown) {
        const fixes = reviewFix(
          message('Demand "{key}"', { key: orgIdKey }),
          addCondition(policy, statement, "StringLike", orgIdKey, ["<wb-org-id>"]),
        );
        yield report("absent", statement.head, { key: orgIdKey }, { fixes });
      }
      if (conditions.some(demandsValue)) continue;
      for (const condition of conditions) {
        const { text, span } = condition.operator;
        const fixes = reviewFix(
          message('Compare with "{operator}"', { operator: "StringLike" }),
          ...changeOperator(policy, statement, condition, "StringLike"),
        );
        yield report("loose", span, { operator: text }, { fixes });
      }
    }
  },
});
