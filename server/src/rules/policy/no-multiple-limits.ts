import { statementPolicyTypes } from "../../model/policy/policy.js";
import { analyzerEquivalents } from "../../catalog/policy/access-analyzer.js";
import { conditionsOf, knownTexts } from "../../model/policy/condition.js";
import { plainOf } from "../../model/policy/condition-edits.js";
import { isValueOf } from "../../model/policy/condition-type.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const noMultipleLimits = defineRule({
  id: "policy/no-multiple-limits",
  policyTypes: statementPolicyTypes,
  severity: "info",
  summary: "A numeric limit must have a single value.",
  rationale:
    "A condition matches if any of its values matches, so only the widest limit has an effect.",
  certainty: "documented",
  sources: ["access-analyzer:REDUNDANT_CONDITION_VALUE_NUM"],
  equivalents: analyzerEquivalents("REDUNDANT_CONDITION_VALUE_NUM"),
  messages: {
    several: 'One matching value is enough, so only the limit {limit} has an effect for "{key}".',
  },
  *check(policy, report) {
    for (const { condition, operator } of conditionsOf(policy)) {
      const { key, keySpan, keyMember, unknown } = condition;
      if (operator?.family !== "numeric" || unknown) continue;
      const least = operator.name.startsWith("NumericGreaterThan");
      if (!least && !operator.name.startsWith("NumericLessThan")) continue;
      if (condition.operator.qualifier !== undefined) continue;
      const values = knownTexts(condition).filter(({ text }) => isValueOf("numeric", text));
      if (values.length < 2 || values.length !== condition.values.length) continue;
      const kept = values.reduce((best, each) =>
        Number(each.text) < Number(best.text) === least ? each : best,
      );
      const held = keyMember.value;
      const plain = plainOf(kept.node);
      yield report(
        "several",
        keySpan,
        { key, limit: kept.text },
        {
          fixes: safeFix(
            message('Keep only "{value}"', { value: kept.text }),
            held && plain !== undefined ? policy.tree.writer.replaceValue(held, plain) : undefined,
          ),
        },
      );
    }
  },
});
