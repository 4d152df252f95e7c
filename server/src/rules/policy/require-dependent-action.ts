import { awsPolicyTypes } from "../../model/policy/policy.js";
import { analyzerEquivalents } from "../../catalog/policy/access-analyzer.js";
import { companionActions } from "../../catalog/policy/condition-keys.js";
import { conditionsOf, isSameKindOfKey, namedActions } from "../../model/policy/condition.js";
import { matches } from "../../model/policy/pattern.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const requireDependentAction = defineRule({
  id: "policy/require-dependent-action",
  policyTypes: awsPolicyTypes,
  severity: "info",
  summary:
    "A condition on the tags of an upload must be used with the action that allows setting tags.",
  rationale:
    "An upload with tags requires `s3:PutObjectTagging` in addition to `s3:PutObject`. Without it, every upload that matches the condition is denied.",
  certainty: "inferred",
  sources: ["access-analyzer:MISSING_ACTION_FOR_CONDITION_KEY"],
  equivalents: analyzerEquivalents("MISSING_ACTION_FOR_CONDITION_KEY"),
  messages: {
    missing:
      'Requests that match "{key}" also require "{action}", which this statement does not allow.',
  },
  *check(policy, report) {
    for (const { statement, condition, operator } of conditionsOf(policy)) {
      const { key, keySpan } = condition;
      const { action } = statement;
      if (statement.allows !== true || action === undefined || action.unknown) continue;
      if (operator === undefined || operator.negated || operator.family === "null") continue;
      for (const needed of companionActions) {
        if (!isSameKindOfKey(key, needed.key)) continue;
        const named = namedActions(statement).some(
          ({ text }) => text.toLowerCase() === needed.action.toLowerCase(),
        );
        const granted = action.items.some(
          ({ value }) =>
            value !== undefined && matches(value, needed.companion, { ignoreCase: true }),
        );
        if (!named || granted) continue;
        yield report(
          "missing",
          keySpan,
          { key, action: needed.companion },
          {
            fixes:
              action.list === undefined
                ? []
                : reviewFix(
                    message('Add "{action}"', { action: needed.companion }),
                    policy.tree.writer.appendItems(action.list, [needed.companion]),
                  ),
          },
        );
      }
    }
  },
});
