import { statementPolicyTypes } from "../../model/policy/policy.js";
import { analyzerEquivalents } from "../../catalog/policy/access-analyzer.js";
import { conditionsOf, valuesOf } from "../../model/policy/condition.js";
import { changeOperator, removeCondition } from "../../model/policy/condition-edits.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix, safeFix } from "../rule.js";

export const noIneffectiveCondition = defineRule({
  id: "policy/no-ineffective-condition",
  policyTypes: statementPolicyTypes,
  severity: "info",
  summary: "A condition must match some requests and not others.",
  rationale:
    "A lone `*` matches every value, so some conditions that use it always match and restrict nothing, and others never match.",
  certainty: "inferred",
  sources: [
    "access-analyzer:REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION",
    "access-analyzer:REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION",
  ],
  equivalents: analyzerEquivalents(
    "REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION",
    "REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION",
  ),
  messages: {
    always: '"{operator}" with "*" matches every request, so it restricts nothing.',
    others: '"*" matches every value of "{key}", so the other values have no effect.',
    never: '"{operator}" with "*" does not match any request, so this statement never applies.',
    absent: '"{operator}" with "*" matches only requests without "{key}".',
  },
  *check(policy, report) {
    const ofKey = analyzerEquivalents("REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION");
    const ofStatement = analyzerEquivalents("REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION");
    for (const { statement, condition, operator } of conditionsOf(policy)) {
      if (operator?.wildcards !== true) continue;
      const values = valuesOf(condition);
      if (!values.some(({ text }) => text === "*")) continue;
      const { key, keySpan, keyMember } = condition;
      const { qualifier, ifExists, text } = condition.operator;
      if (operator.negated) {
        if (qualifier === "ForAnyValue") {
          yield report("never", keySpan, { operator: text }, { equivalents: ofStatement });
        } else if (qualifier === undefined && ifExists) {
          yield report(
            "absent",
            keySpan,
            { key, operator: text },
            {
              equivalents: ofStatement,
              fixes: safeFix(
                message('Change the operator to "{operator}"', { operator: "Null" }),
                ...changeOperator(policy, statement, condition, "Null", "true"),
              ),
            },
          );
        }
      } else if (qualifier === "ForAllValues" || (ifExists && qualifier === undefined)) {
        yield report(
          "always",
          keySpan,
          { operator: text },
          {
            equivalents: ofKey,
            fixes: reviewFix(
              message('Remove the condition on "{key}"', { key }),
              removeCondition(policy, statement, condition),
            ),
          },
        );
      } else if (values.length > 1) {
        const held = keyMember.value;
        yield report(
          "others",
          keySpan,
          { key },
          {
            equivalents: ofKey,
            fixes: reviewFix(
              message('Keep only "{value}"', { value: "*" }),
              held && policy.tree.writer.replaceValue(held, "*"),
            ),
          },
        );
      }
    }
  },
});
