import { statementPolicyTypes } from "../../model/policy/policy.js";
import { analyzerEquivalents } from "../../catalog/policy/access-analyzer.js";
import { conditionsOf } from "../../model/policy/condition.js";
import { changeOperator } from "../../model/policy/condition-edits.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const requireConditionValue = defineRule({
  id: "policy/require-condition-value",
  policyTypes: statementPolicyTypes,
  severity: "info",
  summary: "A condition must have at least one value.",
  rationale:
    "An empty list does not compare the key with anything, which is never what you intend.",
  certainty: "documented",
  sources: [
    "access-analyzer:EMPTY_ARRAY_CONDITION",
    "access-analyzer:EMPTY_ARRAY_CONDITION_FORALLVALUES",
    "access-analyzer:EMPTY_ARRAY_CONDITION_FORANYVALUE",
    "access-analyzer:EMPTY_ARRAY_CONDITION_IFEXISTS",
  ],
  equivalents: analyzerEquivalents(
    "EMPTY_ARRAY_CONDITION",
    "EMPTY_ARRAY_CONDITION_FORALLVALUES",
    "EMPTY_ARRAY_CONDITION_FORANYVALUE",
    "EMPTY_ARRAY_CONDITION_IFEXISTS",
  ),
  messages: {
    plain: '"{key}" has no values, so the condition has no effect.',
    never: '"{operator}" with no values never matches, so this statement never applies.',
    absent: '"{operator}" with no values matches only requests without "{key}".',
  },
  *check(policy, report) {
    for (const { statement, condition } of conditionsOf(policy)) {
      const { key, keySpan, list, operator } = condition;
      if (list?.items.length !== 0) continue;
      const { text } = operator;
      const fixes = reviewFix(
        message('Use "Null" to check that "{key}" is absent', { key }),
        ...changeOperator(policy, statement, condition, "Null", "true"),
      );
      if (operator.qualifier === "ForAllValues") {
        const equivalents = analyzerEquivalents("EMPTY_ARRAY_CONDITION_FORALLVALUES");
        yield report("absent", keySpan, { key, operator: text }, { fixes, equivalents });
      } else if (operator.qualifier === "ForAnyValue") {
        const equivalents = analyzerEquivalents("EMPTY_ARRAY_CONDITION_FORANYVALUE");
        yield report("never", keySpan, { operator: text }, { equivalents });
      } else if (operator.ifExists) {
        const equivalents = analyzerEquivalents("EMPTY_ARRAY_CONDITION_IFEXISTS");
        yield report("absent", keySpan, { key, operator: text }, { fixes, equivalents });
      } else {
        const equivalents = analyzerEquivalents("EMPTY_ARRAY_CONDITION");
        yield report("plain", keySpan, { key }, { equivalents });
      }
    }
  },
});
