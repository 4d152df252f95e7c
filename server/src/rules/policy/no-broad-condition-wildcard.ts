import { awsPolicyTypes } from "../../model/policy/policy.js";
import { analyzerEquivalents } from "../../catalog/policy/access-analyzer.js";
import {
  charactersBeforeWildcard,
  isPatternKey,
  isProviderKey,
  isSensitiveKey,
  keys,
  keyType,
} from "../../catalog/policy/condition-keys.js";
import {
  conditionsOf,
  firstWildcard,
  guards,
  holdsVariable,
  isKey,
  knownTexts,
} from "../../model/policy/condition.js";
import { defineRule } from "../rule.js";

export const noBroadConditionWildcard = defineRule({
  id: "policy/no-broad-condition-wildcard",
  policyTypes: awsPolicyTypes,
  severity: "warning",
  summary: "A condition that identifies the caller must not use broad wildcards or variables.",
  rationale:
    "AWS assigns account, organization, and VPC IDs, so a pattern also matches the IDs of other customers. Values of other keys need enough fixed text before the first wildcard.",
  certainty: "inferred",
  sources: [
    "global-condition-keys",
    "access-analyzer:WILDCARD_USAGE_TOO_PERMISSIVE",
    "access-analyzer:VARIABLE_USAGE_TOO_PERMISSIVE",
  ],
  equivalents: analyzerEquivalents(
    "WILDCARD_USAGE_TOO_PERMISSIVE",
    "VARIABLE_USAGE_TOO_PERMISSIVE",
  ),
  messages: {
    wildcard:
      '"{value}" also matches other AWS customers because AWS assigns the values of "{key}". Use exact values.',
    variable:
      'The variable in "{value}" may match other AWS customers because AWS assigns the values of "{key}".',
    userId:
      'The wildcard in the ID of "{value}" also matches other principals. Use a wildcard only after the colon.',
    short: '"{value}" is too broad for "{key}". Use at least {count} characters before a wildcard.',
  },
  *check(policy, report) {
    for (const { statement, condition, operator } of conditionsOf(policy)) {
      const { key } = condition;
      if (operator?.family !== "string" && operator?.family !== "arn") continue;
      for (const { span, text } of knownTexts(condition)) {
        const wildcard = operator.wildcards ? firstWildcard(text) : undefined;
        const equivalents = analyzerEquivalents("WILDCARD_USAGE_TOO_PERMISSIVE");
        if (isSensitiveKey(key)) {
          // A variable alone compares two keys of the request, which AWS's own policies do.
          if (holdsVariable(text) && !isVariableAlone(text)) {
            yield report(
              "variable",
              span,
              { value: text, key },
              {
                equivalents: analyzerEquivalents("VARIABLE_USAGE_TOO_PERMISSIVE"),
              },
            );
          } else if (wildcard !== undefined && text !== "*") {
            yield report("wildcard", span, { value: text, key }, { equivalents });
          }
        } else if (wildcard === undefined || text === "*") {
          continue;
        } else if (isKey(key, keys.userId)) {
          const id = text.split(":", 1)[0] ?? text;
          const sole = id === "*" && text.length > 1;
          if (wildcard < id.length && !sole) {
            yield report("userId", span, { value: text }, { equivalents });
          }
        } else if (guards(statement, operator)) {
          const count = needed(key);
          if (count === undefined || !isShort(text, count, isProviderKey(key))) continue;
          yield report(
            "short",
            span,
            { value: text, key, count: String(count) },
            {
              equivalents,
            },
          );
        }
      }
    }
  },
});

/** How much text a wildcard needs before it; an ARN's first four characters say nothing. */
function needed(key: string): number | undefined {
  if (isProviderKey(key)) return key.endsWith(":sub") ? charactersBeforeWildcard : undefined;
  if (!isPatternKey(key)) return undefined;
  return keyType(key)?.type === "ARN" ? "arn:".length : charactersBeforeWildcard;
}

/** Measured on subjects of identity providers: every wildcard needs as much text since the one before. */
function isShort(text: string, count: number, everyWildcard: boolean): boolean {
  let from = 0;
  for (;;) {
    const wildcard = firstWildcard(text, from);
    if (wildcard === undefined) return false;
    if (wildcard - from < count) return true;
    if (!everyWildcard) return false;
    from = wildcard + 1;
  }
}

function isVariableAlone(text: string): boolean {
  return text.startsWith("${") && text.indexOf("}") === text.length - 1;
}
