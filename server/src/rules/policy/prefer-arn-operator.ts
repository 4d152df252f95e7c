import { awsPolicyTypes } from "../../model/policy/policy.js";
import { analyzerEquivalents } from "../../catalog/policy/access-analyzer.js";
import { keyType } from "../../catalog/policy/condition-keys.js";
import { readArn } from "../../model/policy/arn.js";
import { conditionsOf, valuesOf } from "../../model/policy/condition.js";
import { changeOperator, writeOperator } from "../../model/policy/condition-edits.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const preferArnOperator = defineRule({
  id: "policy/prefer-arn-operator",
  policyTypes: awsPolicyTypes,
  severity: "warning",
  summary: "A condition key with an ARN value must be compared with an ARN operator.",
  rationale:
    "With `StringLike`, a `*` also matches the colons of an ARN and can match another account or service. ARN operators compare the six parts one by one.",
  certainty: "documented",
  sources: [
    "iam-condition-operators",
    "access-analyzer:STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS",
  ],
  equivalents: analyzerEquivalents("STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS"),
  messages: {
    plain: '"{key}" is an ARN. Use "{meant}", which compares each part of the ARN.',
    string:
      '"{key}" is an ARN, and * in "{operator}" also matches its colons. Use "{meant}" to compare each part of the ARN.',
  },
  *check(policy, report) {
    for (const { statement, condition, operator } of conditionsOf(policy)) {
      const { key, keySpan } = condition;
      if (operator?.family !== "string" || !operator.wildcards) continue;
      if (keyType(key)?.type !== "ARN") continue;
      const name = operator.negated ? "ArnNotLike" : "ArnLike";
      const meant = writeOperator({ ...condition.operator, name });
      // A pattern that is not made of six parts would match nothing as an ARN.
      const complete = valuesOf(condition).every(
        ({ text, partial }) => partial || (text !== undefined && readArn(text) !== undefined),
      );
      const fixes = complete
        ? reviewFix(
            message('Change the operator to "{operator}"', { operator: meant }),
            ...changeOperator(policy, statement, condition, meant),
          )
        : [];
      if (valuesOf(condition).some(({ text }) => text === undefined || mayCrossParts(text))) {
        const data = { key, operator: condition.operator.text, meant };
        yield report("string", keySpan, data, { fixes });
      } else yield report("plain", keySpan, { key, meant }, { fixes, severity: "info" });
    }
  },
});

/** Whether a wildcard stands before the resource, where it also matches the colons between the parts. */
function mayCrossParts(text: string): boolean {
  const resource = readArn(text)?.resource.start;
  return resource === undefined || /[*?]/.test(text.slice(0, resource));
}
