import { awsPolicyTypes } from "../../model/policy/policy.js";
import { analyzerEquivalents } from "../../catalog/policy/access-analyzer.js";
import { keyType } from "../../catalog/policy/condition-keys.js";
import { conditionsOf, familyOf } from "../../model/policy/condition.js";
import { changeOperator, writeOperator } from "../../model/policy/condition-edits.js";
import { familiesFor, operatorInFamily } from "../../model/policy/condition-type.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

/** An operator of each family, to name in messages. */
const exampleOperators = {
  string: "StringEquals",
  arn: "ArnLike",
  ip: "IpAddress",
  boolean: "Bool",
  numeric: "NumericEquals",
  date: "DateLessThan",
  binary: "BinaryEquals",
  null: "Null",
} as const;

export const matchOperatorToKey = defineRule({
  id: "policy/match-operator-to-key",
  policyTypes: awsPolicyTypes,
  severity: "warning",
  summary: "A condition operator must match the type of its key.",
  rationale:
    "An operator of another type does not compare the value as intended and may never match.",
  certainty: "documented",
  sources: ["iam-condition-operators", "access-analyzer:TYPE_MISMATCH"],
  equivalents: analyzerEquivalents("TYPE_MISMATCH"),
  messages: {
    mismatch:
      '"{operator}" may not compare "{key}" as intended. Use an operator such as "{example}".',
  },
  *check(policy, report) {
    for (const { statement, condition, operator } of conditionsOf(policy)) {
      const { key, keySpan } = condition;
      const type = keyType(key);
      if (type === undefined || operator === undefined) continue;
      if (familiesFor(type).includes(operator.family)) continue;
      const family = familyOf(type.type);
      const name = operatorInFamily(operator, family);
      const meant = name === undefined ? undefined : writeOperator({ ...condition.operator, name });
      yield report(
        "mismatch",
        keySpan,
        { key, example: meant ?? exampleOperators[family], operator: condition.operator.text },
        {
          fixes:
            meant === undefined
              ? []
              : reviewFix(
                  message('Change the operator to "{operator}"', { operator: meant }),
                  ...changeOperator(policy, statement, condition, meant),
                ),
        },
      );
    }
  },
});
