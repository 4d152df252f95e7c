import { analyzerEquivalents } from "../../catalog/policy/access-analyzer.js";
import { attributeSelection, keys } from "../../catalog/policy/condition-keys.js";
import { conditionsOf, isKey, valuesOf } from "../../model/policy/condition.js";
import { addCondition } from "../../model/policy/condition-edits.js";
import { awsPolicyTypes, type Statement } from "../../model/policy/policy.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const requireDynamodbSelect = defineRule({
  id: "policy/require-dynamodb-select",
  policyTypes: awsPolicyTypes,
  severity: "warning",
  summary: "A condition on DynamoDB attributes must also require requests to specify attributes.",
  rationale:
    "A request that specifies no attributes returns all of them, so callers can bypass a limit without `dynamodb:Select`.",
  certainty: "documented",
  sources: ["access-analyzer:DYNAMODB_ATTRIBUTES_WITHOUT_SELECT"],
  equivalents: analyzerEquivalents("DYNAMODB_ATTRIBUTES_WITHOUT_SELECT"),
  messages: {
    unselected:
      'A request that specifies no attributes returns all of them, so "{key}" also requires a condition on "{select}".',
  },
  *check(policy, report) {
    for (const { statement, condition, operator } of conditionsOf(policy)) {
      const { key, keySpan } = condition;
      if (!isKey(key, keys.dynamodbAttributes) || operator?.family === "null") continue;
      if (statement.allows !== true || selects(statement)) continue;
      yield report(
        "unselected",
        keySpan,
        { key, select: keys.dynamodbSelect },
        {
          fixes: safeFix(
            message('Require "{value}"', { value: attributeSelection }),
            addCondition(
              policy,
              statement,
              "StringEqualsIfExists",
              keys.dynamodbSelect,
              attributeSelection,
            ),
          ),
        },
      );
    }
  },
});

function selects(statement: Statement): boolean {
  return statement.conditions.some(
    (condition) =>
      isKey(condition.key, keys.dynamodbSelect) &&
      valuesOf(condition).some(({ text, partial }) => partial || text === attributeSelection),
  );
}
