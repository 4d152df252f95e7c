import { statementPolicyTypes } from "../../model/policy/policy.js";
import { analyzerEquivalents } from "../../catalog/policy/access-analyzer.js";
import {
  isKeyOfDetailedService,
  isKnownGlobalKey,
  keyType,
} from "../../catalog/policy/condition-keys.js";
import { conditionsOf, valuesOf } from "../../model/policy/condition.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const noMultipleBooleans = defineRule({
  id: "policy/no-multiple-booleans",
  policyTypes: statementPolicyTypes,
  severity: "error",
  summary: "A Boolean condition key must have a single value.",
  rationale:
    "A Boolean key cannot be compared with a list. With both values in the list the condition restricts nothing, and AWS reports an error.",
  certainty: "documented",
  sources: ["access-analyzer:INVALID_CONDITION_MULTIPLE_BOOLEAN"],
  equivalents: analyzerEquivalents("INVALID_CONDITION_MULTIPLE_BOOLEAN"),
  messages: {
    several:
      '"{key}" is Boolean, so it cannot be compared with a list of {count} values. Keep one value.',
  },
  *check(policy, report) {
    for (const { condition, operator } of conditionsOf(policy)) {
      const { key, keySpan, keyMember, list } = condition;
      if (list === undefined || operator === undefined || operator.family === "null") continue;
      const type = keyType(key);
      if (type?.multivalued === true) continue;
      if (operator.family !== "boolean" && type?.type !== "Bool") continue;
      const values = valuesOf(condition);
      if (values.length < 2) continue;
      const choices = [...new Set(values.flatMap(({ text }) => text?.toLowerCase() ?? []))];
      const held = keyMember.value;
      // The types of other services' keys are known, but change unseen.
      const certain =
        operator.family === "boolean" || isKnownGlobalKey(key) || isKeyOfDetailedService(key);
      yield report(
        "several",
        keySpan,
        { key, count: String(values.length) },
        {
          severity: certain ? "error" : "warning",
          fixes: choices.flatMap((choice) =>
            reviewFix(
              message('Keep only "{value}"', { value: choice }),
              held && policy.tree.writer.replaceValue(held, choice),
            ),
          ),
        },
      );
    }
  },
});
