import { policyVersions } from "../../catalog/policy/grammar.js";
import {
  isPolicyVariable,
  mayHoldVariables,
  type Variable,
  variablesOf,
} from "../../model/policy/variables.js";
import {
  statementPolicyTypes,
  isUnknown,
  type Policy,
  type Statement,
  type Text,
} from "../../model/policy/policy.js";
import { type Value } from "../../syntax/value.js";
import { message } from "../../text/message.js";
import { locate } from "../../text/source-text.js";
import { type Span } from "../../text/span.js";
import { defineRule, type Fix, reviewFix } from "../rule.js";

const [current, older] = policyVersions;

export const noMisplacedVariable = defineRule({
  id: "policy/no-misplaced-variable",
  policyTypes: statementPolicyTypes,
  severity: "error",
  summary:
    "Policy variables must be used only in resources and condition values, with Version 2012-10-17.",
  rationale:
    "In other elements, or with the older version, AWS treats a variable as plain text or rejects the policy.",
  certainty: "documented",
  sources: ["iam-policy-variables", "access-analyzer-checks"],
  messages: {
    element: '"{variable}" cannot be used in "{element}", so the policy is rejected.',
    version: '"{variable}" is plain text unless "Version" is "{current}", so it matches nothing.',
  },
  *check(policy, report) {
    if (!mayHoldVariables(policy)) return;
    const { version, statements } = policy;
    const old = isOldVersion(version?.value);
    for (const statement of statements) {
      for (const { element, text } of forbiddenTexts(statement)) {
        for (const variable of variablesOf(text)) {
          if (!variable.closed || !isPolicyVariable(variable)) continue;
          yield report(
            "element",
            spanOf(text, variable),
            { variable: textOf(text, variable), element },
            {
              equivalents: ["access-analyzer:VARIABLE_UNSUPPORTED_IN_ELEMENT"],
            },
          );
        }
      }
      if (!old) continue;
      for (const text of allowedTexts(statement)) {
        for (const variable of variablesOf(text)) {
          if (!variable.closed || !isPolicyVariable(variable)) continue;
          yield report(
            "version",
            spanOf(text, variable),
            { variable: textOf(text, variable), current },
            {
              equivalents: ["access-analyzer:VARIABLE_UNSUPPORTED_IN_VERSION"],
              fixes: updateVersion(policy),
            },
          );
        }
      }
    }
  },
});

/**
 * Whether the older version applies: it is written, or none is. Of a version that does not exist, another rule
 * speaks.
 */
function isOldVersion(value: Value | undefined): boolean {
  if (value === undefined) return true;
  return !isUnknown(value) && value.kind === "string" && value.value === older;
}

function updateVersion({ root, version, tree }: Policy): readonly Fix[] {
  const title = message('Set "Version" to "{current}"', { current });
  if (version?.value !== undefined) {
    return reviewFix(title, tree.writer.replaceValue(version.value, current));
  }
  return root === undefined
    ? []
    : reviewFix(title, tree.writer.insertMembers(root, { Version: current }));
}

function* forbiddenTexts(
  statement: Statement,
): Iterable<{ readonly element: string; readonly text: Text }> {
  const { sid, effect, principal, notPrincipal, action, notAction } = statement;
  if (sid?.value?.kind === "string") {
    yield { element: "Sid", text: asText(sid.value) };
  }
  if (effect?.value?.kind === "string") {
    yield { element: "Effect", text: asText(effect.value) };
  }
  for (const element of [action, notAction]) {
    for (const text of element?.items ?? []) {
      yield { element: element?.member.key.value ?? "", text };
    }
  }
  for (const element of [principal, notPrincipal]) {
    for (const entry of element?.entries ?? []) {
      for (const text of entry.items) yield { element: element?.member.key.value ?? "", text };
    }
  }
}

function* allowedTexts({ resource, notResource, conditions }: Statement): Iterable<Text> {
  for (const element of [resource, notResource]) if (element !== undefined) yield* element.items;
  for (const { values } of conditions) {
    for (const node of values) if (node.kind === "string") yield asText(node);
  }
}

function asText(node: Extract<Value, { kind: "string" }>): Text {
  return { node, value: node.value, partial: false, span: node.span };
}

function textOf({ value }: Text, { start, end }: Variable): string {
  return value?.slice(start, end) ?? "";
}

function spanOf({ node, span }: Text, { start, end }: Variable): Span {
  return node.kind === "string" ? locate(node.content, start, end) : span;
}
