import { statementPolicyTypes } from "../../model/policy/policy.js";
import { removeText } from "../../model/policy/edits.js";
import { redundantActions } from "../../model/policy/redundancy.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const noRedundantAction = defineRule({
  id: "policy/no-redundant-action",
  policyTypes: statementPolicyTypes,
  severity: "info",
  summary: "A statement must not list an action that another of its actions already covers.",
  rationale: "A redundant action changes nothing and makes the policy longer and harder to read.",
  certainty: "documented",
  sources: ["access-analyzer-checks"],
  equivalents: ["access-analyzer:REDUNDANT_ACTION"],
  messages: {
    repeated: '"{action}" is listed more than once.',
    covered: '"{action}" is already covered by "{other}".',
  },
  *check(policy, report) {
    for (const { action, notAction } of policy.statements) {
      for (const element of [action, notAction]) {
        if (element === undefined) continue;
        for (const { text, by } of redundantActions(element)) {
          const action = text.value ?? "";
          const options = {
            fixes: safeFix(
              message("Remove the redundant action"),
              removeText(policy, element, text),
            ),
            related: [{ span: by.span, message: message("This action already covers it.") }],
            unnecessary: true,
          } as const;
          yield by.value === text.value
            ? report("repeated", text.span, { action }, options)
            : report("covered", text.span, { action, other: by.value ?? "" }, options);
        }
      }
    }
  },
});
