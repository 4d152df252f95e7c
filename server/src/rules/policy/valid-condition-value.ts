import { analyzerEquivalents, analyzerSource } from "../../catalog/policy/access-analyzer.js";
import { conditionsOf, valuesOf } from "../../model/policy/condition.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const validConditionValue = defineRule({
  id: "policy/valid-condition-value",
  severity: "error",
  summary: "The values of a condition must be texts, numbers or Booleans, and all of one kind.",
  rationale: "AWS refuses a list that mixes them, and a value that is an object, a list or null.",
  certainty: "documented",
  sources: [analyzerSource("INVALID_CONDITION_DATA_TYPE")],
  equivalents: analyzerEquivalents("INVALID_CONDITION_DATA_TYPE"),
  messages: {
    mixed: 'The values of "{key}" are of several JSON types, so the policy is refused.',
    other: 'A value of "{key}" is {kind}, which no condition can compare.',
  },
  *check(policy, report) {
    for (const { condition } of conditionsOf(policy)) {
      const { key, keySpan } = condition;
      const values = valuesOf(condition).filter(({ node }) => node.kind !== "unknown");
      const odd = values.find(({ text }) => text === undefined);
      if (odd !== undefined) {
        const { kind } = odd.node;
        const written = kind === "null" ? "null" : kind === "array" ? "a list" : "an object";
        yield report("other", keySpan, { key, kind: written });
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
            message("Put every value in quotes"),
            ...bare.map(({ node, text }) => policy.tree.writer.replaceValue(node, text ?? "")),
          ),
        },
      );
    }
  },
});
