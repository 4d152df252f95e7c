import { statementPolicyTypes } from "../../model/policy/policy.js";
import { analyzerEquivalents } from "../../catalog/policy/access-analyzer.js";
import { type OperatorFamily } from "../../catalog/policy/condition-operators.js";
import { keys } from "../../catalog/policy/condition-keys.js";
import { conditionsOf, holdsVariable, isKey, knownTexts } from "../../model/policy/condition.js";
import { isEpoch, isValueOf } from "../../model/policy/condition-type.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

const codes: Readonly<Partial<Record<OperatorFamily, string>>> = {
  ip: "TYPE_MISMATCH_IP_RANGE",
  boolean: "TYPE_MISMATCH_BOOLEAN",
  null: "TYPE_MISMATCH_BOOLEAN",
  date: "TYPE_MISMATCH_DATE",
  numeric: "TYPE_MISMATCH_NUMBER",
  binary: "TYPE_MISMATCH_STRING",
};

export const matchValueToOperator = defineRule({
  id: "policy/match-value-to-operator",
  policyTypes: statementPolicyTypes,
  severity: "warning",
  summary: "Condition values must have the type that the operator compares.",
  rationale:
    "A value that the operator cannot parse never matches. AWS rejects a policy with an invalid IP address.",
  certainty: "documented",
  sources: [
    "iam-condition-operators",
    "access-analyzer:TYPE_MISMATCH_IP_RANGE",
    "access-analyzer:TYPE_MISMATCH_BOOLEAN",
    "access-analyzer:INVALID_DATE_VALUE",
  ],
  equivalents: analyzerEquivalents(
    "TYPE_MISMATCH_IP_RANGE",
    "TYPE_MISMATCH_BOOLEAN",
    "TYPE_MISMATCH_DATE",
    "TYPE_MISMATCH_NUMBER",
    "TYPE_MISMATCH_STRING",
    "INVALID_DATE_VALUE",
  ),
  messages: {
    ip: '"{value}" is not a valid IP address or CIDR range, so the policy is rejected.',
    boolean: '"{value}" is not true or false, so "{operator}" never matches it.',
    booleanMeant:
      '"{value}" is not true or false, so "{operator}" never matches it. Did you mean "{known}"?',
    date: '"{value}" is not an ISO 8601 date such as 2026-01-31T23:59:59Z, so "{operator}" never matches it.',
    numeric: '"{value}" is not a number, so "{operator}" never matches it.',
    binary: '"{value}" is not valid base64, so "{operator}" never matches it.',
    epoch: '"{value}" is an epoch time, which may not be the date you mean. Use {date} instead.',
  },
  *check(policy, report) {
    for (const { condition, operator } of conditionsOf(policy)) {
      if (operator === undefined || operator.family === "string" || operator.family === "arn") {
        continue;
      }
      const { family } = operator;
      const code = codes[family];
      const written = condition.operator.text;
      for (const { node, span, text } of knownTexts(condition)) {
        if (holdsVariable(text)) continue;
        if (family === "date" && isEpoch(text) && !isKey(condition.key, keys.epochTime)) {
          const date = dateOf(text);
          if (date === undefined) continue;
          yield report(
            "epoch",
            span,
            { value: text, date },
            {
              equivalents: analyzerEquivalents("INVALID_DATE_VALUE"),
              fixes: reviewFix(
                message('Replace "{value}" with "{date}"', { value: text, date }),
                policy.tree.writer.replaceValue(node, date),
              ),
            },
          );
          continue;
        }
        if (code === undefined || isValueOf(family, text)) continue;
        const known = meantBoolean(family, text);
        const data = { value: text, operator: written };
        const severity = family === "ip" ? "error" : "warning";
        const equivalents = analyzerEquivalents(code);
        if (known === undefined) {
          const name = family === "null" ? "boolean" : family;
          yield report(name, span, data, { severity, equivalents });
        } else {
          const title = message('Replace "{value}" with "{known}"', { value: text, known });
          const fixes = reviewFix(title, policy.tree.writer.replaceValue(node, known));
          yield report("booleanMeant", span, { ...data, known }, { severity, equivalents, fixes });
        }
      }
    }
  },
});

function dateOf(epoch: string): string | undefined {
  const number = Number(epoch);
  const milliseconds = Math.abs(number) > 1e11 ? number : number * 1000;
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().replace(/\.\d+Z$/, "Z");
}

/** What other words for true and false mean. */
function meantBoolean(family: OperatorFamily, text: string): string | undefined {
  if (family !== "boolean" && family !== "null") return undefined;
  if (/^(?:1|yes|on|t|y)$/i.test(text.trim())) return "true";
  if (/^(?:0|no|off|f|n)$/i.test(text.trim())) return "false";
  return undefined;
}
