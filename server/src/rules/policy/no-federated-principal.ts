import { analyzerEquivalents, analyzerSource } from "../../catalog/policy/access-analyzer.js";
import { principalEntries } from "../../model/policy/policy.js";
import { defineRule } from "../rule.js";

export const noFederatedPrincipal = defineRule({
  id: "policy/no-federated-principal",
  severity: "error",
  summary: "Only a role's trust policy must name an identity provider as principal.",
  rationale:
    "Who signs in through a provider gets a role and calls as that role, so AWS refuses the provider itself in other policies.",
  certainty: "documented",
  sources: [analyzerSource("FEDERATED_PRINCIPAL_NOT_SUPPORTED")],
  equivalents: analyzerEquivalents("FEDERATED_PRINCIPAL_NOT_SUPPORTED"),
  messages: {
    federated: 'Only a role\'s trust policy takes "Federated" principals; name the role here.',
  },
  *check(policy, report) {
    if (policy.type !== "bucket" && policy.type !== "key") return;
    for (const statement of policy.statements) {
      for (const entry of principalEntries(statement)) {
        if (entry.key === "Federated") yield report("federated", entry.keySpan, {});
      }
    }
  },
});
