import { statementPolicyTypes } from "../../model/policy/policy.js";
import { analyzerEquivalents } from "../../catalog/policy/access-analyzer.js";
import { operatorBlocks } from "../../model/policy/condition.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix, safeFix } from "../rule.js";

export const validNullOperator = defineRule({
  id: "policy/valid-null-operator",
  policyTypes: statementPolicyTypes,
  severity: "error",
  summary: "The `Null` operator must not be used with `IfExists` or a set operator.",
  rationale:
    "`Null` already checks whether a key is present, so AWS rejects `NullIfExists`. With `ForAllValues` it is always true, and with `ForAnyValue` it is always false.",
  certainty: "documented",
  sources: [
    "iam-condition-operators",
    "access-analyzer:NULL_WITH_IF_EXISTS",
    "access-analyzer:NULL_WITH_QUALIFIER",
  ],
  equivalents: analyzerEquivalents("NULL_WITH_IF_EXISTS", "NULL_WITH_QUALIFIER"),
  messages: {
    ifExists: '"Null" does not support "IfExists", so AWS rejects "{operator}".',
    always: '"{operator}" is always true, so this condition restricts nothing.',
    never: '"{operator}" is always false, so this statement never applies.',
  },
  *check(policy, report) {
    for (const { member, operator } of policy.statements.flatMap(operatorBlocks)) {
      if (operator.name !== "Null") continue;
      const { text, span, qualifier, ifExists } = operator;
      const title = message('Replace "{operator}" with "Null"', { operator: text });
      const edit = policy.tree.writer.renameKey(member, "Null");
      if (ifExists) {
        yield report(
          "ifExists",
          span,
          { operator: text },
          {
            fixes: safeFix(title, edit),
            equivalents: analyzerEquivalents("NULL_WITH_IF_EXISTS"),
          },
        );
      } else if (qualifier !== undefined) {
        const key = qualifier === "ForAllValues" ? "always" : "never";
        yield report(
          key,
          span,
          { operator: text },
          {
            severity: "info",
            fixes: reviewFix(title, edit),
            equivalents: analyzerEquivalents("NULL_WITH_QUALIFIER"),
          },
        );
      }
    }
  },
});
