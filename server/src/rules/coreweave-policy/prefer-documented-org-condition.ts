import { orgIdKey } from "../../catalog/wandb/principals.js";
import { byobPage } from "../../catalog/wandb/sources.js";
import { changeOperator } from "../../model/policy/condition-edits.js";
import { demandsValue, orgConditions } from "../../model/wandb/org-condition.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const preferDocumentedOrgCondition = defineRule({
  id: "coreweave-policy/prefer-documented-org-condition",
  policyTypes: ["coreweave-bucket"],
  severity: "info",
  summary: 'The organisation\'s id must be compared with "StringLike" under the key "wandb:OrgID".',
  rationale:
    "W&B's page shows this operator and this spelling only. Whether CoreWeave takes others is not documented.",
  certainty: "uncertain",
  sources: [byobPage],
  messages: {
    operator: 'W&B\'s page compares the organisation\'s id with "StringLike", not "{operator}".',
    key: 'W&B\'s page spells this key "{key}".',
  },
  *check(policy, report) {
    for (const { statement, conditions } of orgConditions(policy)) {
      for (const condition of conditions) {
        const { operator, key, keyMember, keySpan } = condition;
        if (demandsValue(condition) && operator.text !== "StringLike") {
          const fixes = safeFix(
            message('Compare with "{operator}"', { operator: "StringLike" }),
            ...changeOperator(policy, statement, condition, "StringLike"),
          );
          yield report("operator", operator.span, { operator: operator.text }, { fixes });
        }
        if (key !== orgIdKey) {
          const fixes = safeFix(
            message('Write "{key}"', { key: orgIdKey }),
            policy.tree.writer.renameKey(keyMember, orgIdKey),
          );
          yield report("key", keySpan, { key: orgIdKey }, { fixes });
        }
      }
    }
  },
});
