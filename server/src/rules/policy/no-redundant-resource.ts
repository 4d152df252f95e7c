import { statementPolicyTypes } from "../../model/policy/policy.js";
import { removeText } from "../../model/policy/edits.js";
import { redundantResources } from "../../model/policy/redundancy.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const noRedundantResource = defineRule({
  id: "policy/no-redundant-resource",
  policyTypes: statementPolicyTypes,
  severity: "info",
  summary: "A statement must not list a resource that another of its resources already covers.",
  rationale: "A redundant resource changes nothing and makes the policy longer and harder to read.",
  certainty: "documented",
  sources: ["access-analyzer-checks"],
  equivalents: ["access-analyzer:REDUNDANT_RESOURCE"],
  messages: {
    repeated: '"{resource}" is listed more than once.',
    covered: '"{resource}" is already covered by "{other}".',
  },
  *check(policy, report) {
    for (const { resource, notResource } of policy.statements) {
      for (const element of [resource, notResource]) {
        if (element === undefined) continue;
        for (const { text, by } of redundantResources(element)) {
          const resource = text.value ?? "";
          const options = {
            fixes: safeFix(
              message("Remove the redundant resource"),
              removeText(policy, element, text),
            ),
            related: [{ span: by.span, message: message("This resource already covers it.") }],
            unnecessary: true,
          } as const;
          yield by.value === text.value
            ? report("repeated", text.span, { resource }, options)
            : report("covered", text.span, { resource, other: by.value ?? "" }, options);
        }
      }
    }
  },
});
