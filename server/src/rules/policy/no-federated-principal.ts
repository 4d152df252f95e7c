import { analyzerEquivalents } from "../../catalog/policy/access-analyzer.js";
import { principalEntries } from "../../model/policy/policy.js";
import { defineRule } from "../rule.js";

export const noFederatedPrincipal = defineRule({
  id: "policy/no-federated-principal",
  policyTypes: ["bucket", "key"],
  severity: "error",
  summary: "Only role trust policies can have federated principals.",
  rationale:
    "Users who sign in through an identity provider assume a role and make requests as that role, so AWS rejects the provider as a principal in other policies.",
  certainty: "documented",
  sources: ["access-analyzer:FEDERATED_PRINCIPAL_NOT_SUPPORTED"],
  equivalents: analyzerEquivalents("FEDERATED_PRINCIPAL_NOT_SUPPORTED"),
  messages: {
    federated:
      '"Federated" principals are allowed only in a role trust policy. Use the role as the principal.',
  },
  *check(policy, report) {
    for (const statement of policy.statements) {
      for (const entry of principalEntries(statement)) {
        if (entry.key === "Federated") yield report("federated", entry.keySpan, {});
      }
    }
  },
});
