import { statementPolicyTypes } from "../../model/policy/policy.js";
import { analyzerEquivalents } from "../../catalog/policy/access-analyzer.js";
import { conditionsOf, holdsVariable, knownTexts } from "../../model/policy/condition.js";
import { defineRule } from "../rule.js";

export const noUnsupportedVariable = defineRule({
  id: "policy/no-unsupported-variable",
  policyTypes: statementPolicyTypes,
  severity: "error",
  summary: "Policy variables must be used only with string and ARN operators.",
  rationale:
    "AWS rejects a policy variable in a value of a numeric, date, binary, or IP address operator.",
  certainty: "documented",
  sources: ["iam-condition-operators", "access-analyzer:INVALID_VARIABLE_FOR_OPERATOR"],
  equivalents: analyzerEquivalents("INVALID_VARIABLE_FOR_OPERATOR"),
  messages: {
    unsupported: '"{operator}" does not support policy variables, so AWS rejects "{value}".',
    boolean:
      'The AWS documentation is inconsistent on policy variables with "{operator}", so AWS may not resolve "{value}".',
  },
  *check(policy, report) {
    for (const { condition, operator } of conditionsOf(policy)) {
      const family = operator?.family;
      if (family === undefined || family === "string" || family === "arn") continue;
      for (const { span, text } of knownTexts(condition)) {
        if (!holdsVariable(text)) continue;
        // The AWS page on operators says that Bool supports variables, Access Analyzer says that it does not.
        yield report(
          family === "boolean" ? "boolean" : "unsupported",
          span,
          { operator: condition.operator.text, value: text },
          { severity: family === "boolean" ? "info" : "error" },
        );
      }
    }
  },
});
