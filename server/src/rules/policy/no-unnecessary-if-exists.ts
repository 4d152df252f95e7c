import { awsPolicyTypes } from "../../model/policy/policy.js";
import { isAlwaysPresentKey } from "../../catalog/policy/condition-keys.js";
import { conditionsOf } from "../../model/policy/condition.js";
import { changeOperator, writeOperator } from "../../model/policy/condition-edits.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const noUnnecessaryIfExists = defineRule({
  id: "policy/no-unnecessary-if-exists",
  policyTypes: awsPolicyTypes,
  severity: "hint",
  summary: "`IfExists` must be used only with keys that may be missing from a request.",
  rationale: "Every request includes the key, so the suffix has no effect and hides the intent.",
  certainty: "documented",
  sources: ["global-condition-keys"],
  equivalents: ["iam-policy-validator:ifexists_on_always_present_key"],
  messages: {
    needless: 'Every request includes "{key}", so "IfExists" has no effect.',
  },
  *check(policy, report) {
    for (const { statement, condition, operator } of conditionsOf(policy)) {
      const { key, keySpan } = condition;
      if (operator === undefined || !condition.operator.ifExists) continue;
      if (operator.family === "null" || !isAlwaysPresentKey(key)) continue;
      const plain = writeOperator({ ...condition.operator, ifExists: false });
      yield report(
        "needless",
        keySpan,
        { key },
        {
          fixes: safeFix(
            message('Change the operator to "{operator}"', { operator: plain }),
            ...changeOperator(policy, statement, condition, plain),
          ),
        },
      );
    }
  },
});
