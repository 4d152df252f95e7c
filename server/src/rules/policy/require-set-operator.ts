import { analyzerEquivalents, analyzerSource } from "../../catalog/policy/access-analyzer.js";
import {
  isKeyOfDetailedService,
  isKnownGlobalKey,
  keyType,
  multivaluedKeySource,
} from "../../catalog/policy/condition-keys.js";
import { conditionsOf, isAwsPolicy } from "../../model/policy/condition.js";
import { changeOperator, writeOperator } from "../../model/policy/condition-edits.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const requireSetOperator = defineRule({
  id: "policy/require-set-operator",
  severity: "error",
  summary:
    "A key that can have several values must be compared with `ForAnyValue` or `ForAllValues`.",
  rationale:
    "Without a set qualifier AWS cannot say whether one value has to match or all of them, even if the policy names only one.",
  certainty: "documented",
  sources: [multivaluedKeySource, analyzerSource("MISSING_QUALIFIER")],
  equivalents: analyzerEquivalents("MISSING_QUALIFIER"),
  messages: {
    unqualified:
      '"{key}" can have several values, so "{operator}" needs ForAnyValue: or ForAllValues: before it.',
  },
  *check(policy, report) {
    if (!isAwsPolicy(policy)) return;
    for (const { statement, condition, operator } of conditionsOf(policy)) {
      const { key, keySpan } = condition;
      if (operator === undefined || operator.family === "null") continue;
      if (condition.operator.qualifier !== undefined || keyType(key)?.multivalued !== true)
        continue;
      const fixes = (["ForAnyValue", "ForAllValues"] as const).flatMap((qualifier) => {
        const qualified = writeOperator({ ...condition.operator, qualifier });
        return reviewFix(
          message('Compare with "{operator}"', { operator: qualified }),
          ...changeOperator(policy, statement, condition, qualified),
        );
      });
      // The types of other services' keys are known, but change unseen.
      const severity = isKnownGlobalKey(key) || isKeyOfDetailedService(key) ? "error" : "warning";
      yield report(
        "unqualified",
        keySpan,
        { key, operator: condition.operator.text },
        { fixes, severity },
      );
    }
  },
});
