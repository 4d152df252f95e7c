import { replaceIn } from "../../model/policy/edits.js";
import {
  isOfTool,
  mayHoldVariables,
  type Variable,
  variablesOf,
} from "../../model/policy/variables.js";
import { statementPolicyTypes, type Policy, type Text } from "../../model/policy/policy.js";
import { message } from "../../text/message.js";
import { locate } from "../../text/source-text.js";
import { type Span } from "../../text/span.js";
import { defineRule, reviewFix, safeFix } from "../rule.js";

export const validVariable = defineRule({
  id: "policy/valid-variable",
  policyTypes: statementPolicyTypes,
  severity: "error",
  summary: "A policy variable must have the form `${key}` or `${key, 'default'}`.",
  rationale: "AWS rejects a policy with a variable that is missing a brace, a quote, or a name.",
  certainty: "documented",
  sources: ["iam-policy-variables", "access-analyzer-checks"],
  messages: {
    brace: "This variable has no closing brace, so the policy is rejected.",
    quote: "The default value of this variable is not in single quotes, so the policy is rejected.",
    space: "The name of this variable contains spaces, so the policy is rejected.",
    empty: "This variable has no name, so the policy is rejected.",
    ampersand: '"&" starts a variable only in Terraform, so this is plain text. Use "$" instead.',
  },
  *check(policy, report) {
    if (!mayHoldVariables(policy)) return;
    for (const text of variableTexts(policy)) {
      for (const variable of variablesOf(text)) {
        if (isOfTool(variable)) continue;
        const span = spanOf(text, variable);
        const { key, fallback, closed, inner, start } = variable;
        const equivalents = (code: string): readonly string[] => [`access-analyzer:${code}`];
        if (!closed) {
          yield report(
            "brace",
            span,
            {},
            { equivalents: equivalents("MISSING_BRACE_IN_VARIABLE") },
          );
        } else if (inner.trim() === "") {
          yield report("empty", span, {}, { equivalents: equivalents("EMPTY_VARIABLE") });
        } else if (key.includes(":") && /\s/.test(key)) {
          const name = key.replaceAll(/\s+/g, "");
          const at = start + 2;
          yield report(
            "space",
            span,
            {},
            {
              equivalents: equivalents("UNSUPPORTED_SPACE_IN_VARIABLE"),
              fixes: safeFix(
                message("Remove the spaces"),
                replaceIn(text, at, at + key.length, name),
              ),
            },
          );
        } else if (fallback !== undefined && !/^'[^']*'$/.test(fallback)) {
          yield report(
            "quote",
            span,
            {},
            { equivalents: equivalents("MISSING_QUOTE_IN_VARIABLE") },
          );
        }
      }
      const at = policy.source === undefined ? -1 : (text.value?.search(/&\{[A-Za-z0-9-]+:/) ?? -1);
      if (at >= 0) {
        const fixes = reviewFix(message('Replace "&" with "$"'), replaceIn(text, at, at + 1, "$"));
        yield report("ampersand", text.span, {}, { severity: "warning", fixes });
      }
    }
  },
});

function* variableTexts({ statements }: Policy): Iterable<Text> {
  for (const { resource, notResource, conditions } of statements) {
    for (const element of [resource, notResource]) if (element !== undefined) yield* element.items;
    for (const { values } of conditions) {
      for (const node of values) {
        if (node.kind !== "string") continue;
        yield { node, value: node.value, partial: false, span: node.span };
      }
    }
  }
}

function spanOf({ node, span }: Text, { start, end }: Variable): Span {
  return node.kind === "string" ? locate(node.content, start, end) : span;
}
