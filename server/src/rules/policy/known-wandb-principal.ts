import { byobPage } from "../../catalog/wandb/sources.js";
import { misspeltPrincipals } from "../../model/wandb/mismatch.js";
import { defineRule, reviewFix } from "../rule.js";

export const knownWandbPrincipal = defineRule({
  id: "policy/known-wandb-principal",
  policyTypes: ["bucket", "key"],
  severity: "error",
  summary: "A principal that is almost W&B's must be W&B's.",
  rationale:
    "With a digit or a letter off, the statement lets a stranger in, or nobody, and W&B is denied access. " +
    "KMS refuses a principal that does not exist.",
  certainty: "verified",
  sources: [byobPage],
  messages: {
    account: 'Account "{account}" differs from W&B\'s {known} by one slip, so W&B gets no access.',
    role: 'In W&B\'s account "{known}" uses {things}, not "{name}", so W&B gets no access.',
    foreignRole: 'The role "{name}" is W&B\'s only in account {known}; this one is in "{account}".',
  },
  *check(policy, report) {
    const things = policy.type === "key" ? "keys" : "buckets";
    for (const { text, slip, account, resource, principal, fix } of misspeltPrincipals(policy)) {
      const fixes = reviewFix(fix.title, fix.edit);
      if (slip === "account") {
        yield report("account", text.span, { account, known: principal.account }, { fixes });
      } else if (slip === "role") {
        const known = `role/${principal.role ?? ""}`;
        yield report("role", text.span, { known, things, name: resource }, { fixes });
      } else if (slip === "foreign-role") {
        // A deployment may also assume a role that the customer owns, whatever its name.
        const data = { name: principal.role ?? "", account, known: principal.account };
        yield report("foreignRole", text.span, data, { severity: "warning", fixes });
      }
    }
  },
});
