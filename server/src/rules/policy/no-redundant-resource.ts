import { accessAnalyzerChecks } from "../../catalog/policy/sources.js";
import { removeText } from "../../model/policy/edits.js";
import { redundantResources } from "../../model/policy/redundancy.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const noRedundantResource = defineRule({
  id: "policy/no-redundant-resource",
  severity: "info",
  summary: "No resource must be listed that another one of the statement takes in.",
  rationale: "It changes nothing and makes the policy longer and harder to read.",
  certainty: "documented",
  sources: [accessAnalyzerChecks],
  equivalents: ["access-analyzer:REDUNDANT_RESOURCE"],
  messages: {
    covered: '"{resource}" adds nothing to "{other}".',
  },
  *check(policy, report) {
    for (const { resource, notResource } of policy.statements) {
      for (const element of [resource, notResource]) {
        if (element === undefined) continue;
        for (const { text, by } of redundantResources(element)) {
          yield report(
            "covered",
            text.span,
            { resource: text.value ?? "", other: by.value ?? "" },
            {
              fixes: safeFix(message("Remove it"), removeText(policy, element, text)),
              related: [{ span: by.span, message: message("This takes it in.") }],
              unnecessary: true,
            },
          );
        }
      }
    }
  },
});
