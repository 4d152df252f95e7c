import { orgIdKey } from "../../catalog/wandb/principals.js";
import { changeOperator } from "../../model/policy/condition-edits.js";
import { demandsValue, orgConditions } from "../../model/wandb/org-condition.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const preferDocumentedOrgCondition = defineRule({
  id: "coreweave-policy/prefer-documented-org-condition",
  policyTypes: ["coreweave-bucket"],
  severity: "info",
  summary: "The organization ID must be compared with `StringLike` and the key `wandb:OrgID`.",
  rationale:
    "The W&B documentation uses only this operator and this spelling. Whether CoreWeave accepts others is not documented.",
  certainty: "uncertain",
  sources: ["wandb-byob"],
  messages: {
    operator:
      'The W&B documentation compares the organization ID with "StringLike", not "{operator}".',
    key: 'The W&B documentation spells this key "{key}".',
  },
  *check(policy, report) {
    for (const { statement, conditions } of orgConditions(policy)) {
      for (const condition of conditions) {
        const { operator, key, keyMember, keySpan } = condition;
        if (demandsValue(condition) && operator.text !== "StringLike") {
          const fixes = safeFix(
            message('Change the operator to "{operator}"', { operator: "StringLike" }),
            ...changeOperator(policy, statement, condition, "StringLike"),
          );
          yield report("operator", operator.span, { operator: operator.text }, { fixes });
        }
        if (key !== orgIdKey) {
          const fixes = safeFix(
            message('Replace with "{key}"', { key: orgIdKey }),
            policy.tree.writer.renameKey(keyMember, orgIdKey),
          );
          yield report("key", keySpan, { key: orgIdKey }, { fixes });
        }
      }
    }
  },
});
