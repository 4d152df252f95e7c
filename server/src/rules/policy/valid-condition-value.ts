import { statementPolicyTypes } from "../../model/policy/policy.js";
import { analyzerEquivalents } from "../../catalog/policy/access-analyzer.js";
import { conditionsOf, valuesOf } from "../../model/policy/condition.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const validConditionValue = defineRule({
  id: "policy/valid-condition-value",
  policyTypes: statementPolicyTypes,
  severity: "error",
  summary: "Condition values must be strings, numbers, or Booleans, and all of the same type.",
  rationale: "AWS rejects a list of mixed types and any value that is an object, a list, or null.",
  certainty: "documented",
  sources: ["access-analyzer:INVALID_CONDITION_DATA_TYPE"],
  equivalents: analyzerEquivalents("INVALID_CONDITION_DATA_TYPE"),
  messages: {
    mixed: 'The values of "{key}" have different JSON types, so the policy is rejected.',
    null: 'A value of "{key}" is null, which a condition cannot compare.',
    list: 'A value of "{key}" is a list, which a condition cannot compare.',
    object: 'A value of "{key}" is an object, which a condition cannot compare.',
  },
  *check(policy, report) {
    for (const { condition } of conditionsOf(policy)) {
      const { key, keySpan } = condition;
      const values = valuesOf(condition).filter(({ node }) => node.kind !== "unknown");
      const odd = values.find(({ text }) => text === undefined);
      if (odd !== undefined) {
        const { kind } = odd.node;
        const found = kind === "null" ? "null" : kind === "array" ? "list" : "object";
        yield report(found, keySpan, { key });
        continue;
      }
      if (new Set(values.map(({ node }) => node.kind)).size < 2) continue;
      const bare = values.filter(({ node }) => node.kind !== "string");
      yield report(
        "mixed",
        keySpan,
        { key },
        {
          fixes: safeFix(
            message("Add quotes to every value"),
            ...bare.map(({ node, text }) => policy.tree.writer.replaceValue(node, text ?? "")),
          ),
        },
      );
    }
  },
});
