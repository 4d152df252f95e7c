import { deletedPrincipalPrefixes } from "../../catalog/policy/grammar.js";
import { principalEntries } from "../../model/policy/policy.js";
import { defineRule } from "../rule.js";

export const noDeletedPrincipal = defineRule({
  id: "policy/no-deleted-principal",
  policyTypes: ["bucket", "key", "trust"],
  severity: "warning",
  summary: "A principal must be an ARN, not the unique ID of a deleted role or user.",
  rationale:
    "After a role or user is deleted, AWS shows its unique ID in the policies that referenced it. A new role or user with the same name has a different ID, so the statement does not apply to it.",
  certainty: "documented",
  sources: ["iam-identifiers", "access-analyzer-checks"],
  messages: {
    role: '"{principal}" is the ID of a deleted role, so the statement applies to no one. Use the ARN of an existing role.',
    user: '"{principal}" is the ID of a deleted user, so the statement applies to no one. Use the ARN of an existing user.',
  },
  *check({ statements }, report) {
    for (const statement of statements) {
      for (const entry of principalEntries(statement)) {
        if (entry.key !== "AWS") continue;
        for (const { value: principal, partial, span } of entry.items) {
          if (principal === undefined || partial) continue;
          const id = /^[A-Z0-9]{16,}$/.test(principal) ? principal.slice(0, 4) : "";
          if (id === deletedPrincipalPrefixes.role) {
            const equivalents = ["access-analyzer:INVALID_ROLE_REFERENCE"];
            yield report("role", span, { principal }, { equivalents });
          } else if (id === deletedPrincipalPrefixes.user) {
            const equivalents = ["access-analyzer:INVALID_USER_REFERENCE"];
            yield report("user", span, { principal }, { equivalents });
          }
        }
      }
    }
  },
});
