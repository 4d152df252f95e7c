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
import { type Span } from "../../text/span.js";
import { defineRule, reviewFix } from "../rule.js";

export const validServicePrincipal = defineRule({
  id: "policy/valid-service-principal",
  policyTypes: awsPolicyTypes,
  severity: "error",
  summary: "A service must be identified by its service principal, such as `logs.amazonaws.com`.",
  rationale:
    "AWS rejects a policy with any other form of service name as a principal. A condition with any other form never matches.",
  certainty: "documented",
  sources: ["service-principal-format", "access-analyzer:INVALID_SERVICE_PRINCIPAL_FORMAT"],
  equivalents: analyzerEquivalents("INVALID_SERVICE_PRINCIPAL_FORMAT"),
  messages: {
    plain:
      '"{value}" is not a valid service principal. Use the form "service.amazonaws.com" in lowercase.',
    meant: '"{value}" is not a valid service principal. Did you mean "{known}"?',
    caller: '"{value}" is not a valid value for "{key}". Use the form "service.amazonaws.com".',
    regional:
      '"{value}" is not a valid value for "{key}". Use the form "s3.us-east-1.amazonaws.com".',
  },
  *check(policy, report) {
    const invalid = [...principals(policy)].filter(({ text }) => !isValidPrincipal(text));
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
          invalid.push({ node, span, text });
        } else if (isCallerKey(key) && !isPlainServicePrincipal(text)) {
          yield report("caller", span, { value: text, key }, { severity: "warning" });
        }
      }
    }
    for (const { node, span, text: value } of invalid) {
      const known = meantServicePrincipal(value);
      if (known === undefined) {
        yield report("plain", span, { value });
      } else {
        const title = message('Replace "{value}" with "{known}"', { value, known });
        const fixes = reviewFix(title, policy.tree.writer.replaceValue(node, known));
        yield report("meant", span, { value, known }, { fixes });
      }
    }
  },
});

interface ServiceText {
  readonly node: Value;
  readonly span: Span;
  readonly text: string;
}

function isValidPrincipal(text: string): boolean {
  return isServicePrincipal(text) || firstWildcard(text) !== undefined;
}

/** The services that the Principal elements name, as far as their names are known. */
function principals(policy: Policy): readonly ServiceText[] {
  return policy.statements
    .flatMap(({ principal, notPrincipal }) => [principal, notPrincipal])
    .flatMap((element) => element?.entries.filter(({ key }) => key === "Service") ?? [])
    .flatMap(({ items }) => items)
    .flatMap(({ node, value, partial }) =>
      value === undefined || partial || holdsVariable(value)
        ? []
        : [{ node, span: node.span, text: value }],
    );
}
