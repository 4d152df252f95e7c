import { analyzerEquivalents } from "../../catalog/policy/access-analyzer.js";
import { isCallerKey, isServicePrincipalKey, keys } from "../../catalog/policy/condition-keys.js";
import {
  isPlainServicePrincipal,
  isRegionalServicePrincipal,
  isServicePrincipal,
  meantServicePrincipal,
} from "../../catalog/policy/service-principals.js";
import {
  conditionsOf,
  firstWildcard,
  holdsVariable,
  isKey,
  knownTexts,
} from "../../model/policy/condition.js";
import { awsPolicyTypes, type Policy } from "../../model/policy/policy.js";
import { type Value } from "../../syntax/value.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const validServicePrincipal = defineRule({
  id: "policy/valid-service-principal",
  policyTypes: awsPolicyTypes,
  severity: "error",
  summary: "A service must be identified by its service principal, such as `logs.amazonaws.com`.",
  rationale:
    "AWS rejects a policy with any other form of service name as a principal. A condition with another form never matches.",
  certainty: "documented",
  sources: ["service-principal-format", "access-analyzer:INVALID_SERVICE_PRINCIPAL_FORMAT"],
  equivalents: analyzerEquivalents("INVALID_SERVICE_PRINCIPAL_FORMAT"),
  messages: {
    plain:
      '"{value}" is not a valid service principal. Use the form "service.amazonaws.com" in lowercase.',
    caller: '"{value}" is not a valid value for {key}. Use the form "service.amazonaws.com".',
    regional:
      '"{value}" is not a valid value for {key}. Use the form "s3.us-east-1.amazonaws.com".',
  },
  *check(policy, report) {
    for (const { node, text } of principals(policy)) {
      if (isServicePrincipal(text) || firstWildcard(text) !== undefined) continue;
      const meant = meantServicePrincipal(text);
      yield report(
        "plain",
        node.span,
        { value: text },
        {
          fixes:
            meant === undefined
              ? []
              : reviewFix(
                  message('Replace "{value}" with "{known}"', { value: text, known: meant }),
                  policy.tree.writer.replaceValue(node, meant),
                ),
        },
      );
    }
    for (const { condition, operator } of conditionsOf(policy)) {
      const { key } = condition;
      const regional = isKey(key, keys.viaService);
      if (operator?.family !== "string" || !(regional || isServicePrincipalKey(key))) continue;
      for (const { node, span, text } of knownTexts(condition)) {
        if (holdsVariable(text) || firstWildcard(text) !== undefined) continue;
        if (regional) {
          if (!isRegionalServicePrincipal(text)) {
            yield report("regional", span, { value: text, key });
          }
        } else if (!isServicePrincipal(text)) {
          const meant = meantServicePrincipal(text);
          yield report(
            "plain",
            span,
            { value: text },
            {
              fixes:
                meant === undefined
                  ? []
                  : reviewFix(
                      message('Replace "{value}" with "{known}"', { value: text, known: meant }),
                      policy.tree.writer.replaceValue(node, meant),
                    ),
            },
          );
        } else if (isCallerKey(key) && !isPlainServicePrincipal(text)) {
          yield report("caller", span, { value: text, key }, { severity: "warning" });
        }
      }
    }
  },
});

/** The services that the Principal elements name, as far as their names are known. */
function principals(policy: Policy): readonly { readonly node: Value; readonly text: string }[] {
  return policy.statements
    .flatMap(({ principal, notPrincipal }) => [principal, notPrincipal])
    .flatMap((element) => element?.entries.filter(({ key }) => key === "Service") ?? [])
    .flatMap(({ items }) => items)
    .flatMap(({ node, value, partial }) =>
      value === undefined || partial || holdsVariable(value) ? [] : [{ node, text: value }],
    );
}
