import { policyVariableSource } from "../../catalog/condition-operators.js";
import { isPartial, type Policy } from "../../model/policy.js";
import { type StringValue } from "../../syntax/value.js";
import { replaceText } from "../../text/source-text.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const writeVariablesWithDollar = defineRule({
  id: "policy/write-variables-with-dollar",
  severity: "warning",
  summary: "A policy variable must be written with a dollar sign.",
  rationale:
    "`&{…}` stands for a variable in Terraform's aws_iam_policy_document alone; AWS takes it for plain text, which matches nothing.",
  certainty: "documented",
  sources: [policyVariableSource],
  messages: {
    ampersand: 'AWS takes "{written}" for plain text; a policy variable begins with a dollar sign.',
  },
  *check(policy, report) {
    for (const node of strings(policy)) {
      const { content, value } = node;
      const written = /&\{[\w-]+:[^{}]*\}/.exec(value);
      if (written === null || isPartial(node)) continue;
      const at = written.index;
      yield report(
        "ampersand",
        node.span,
        { written: written[0] },
        {
          fixes: reviewFix(
            message("Write a dollar sign"),
            ...allOf(value, "&{", at).map((start) => replaceText(content, start, start + 1, "$")),
          ),
        },
      );
    }
  },
});

/** The strings in which policy variables may stand. */
function strings(policy: Policy): readonly StringValue[] {
  return policy.statements
    .flatMap(({ resource, notResource, conditions }) => [
      ...(resource?.items ?? []).map(({ node }) => node),
      ...(notResource?.items ?? []).map(({ node }) => node),
      ...conditions.flatMap(({ values }) => values),
    ])
    .filter((node): node is StringValue => node.kind === "string");
}

function allOf(text: string, part: string, from: number): readonly number[] {
  const found: number[] = [];
  for (let at = text.indexOf(part, from); at >= 0; at = text.indexOf(part, at + 1)) found.push(at);
  return found;
}
