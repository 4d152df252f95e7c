import { misspelledPrincipals } from "../../model/wandb/mismatch.js";
import { defineRule, reviewFix } from "../rule.js";

export const knownWandbPrincipal = defineRule({
  id: "policy/known-wandb-principal",
  policyTypes: ["bucket", "key", "trust"],
  severity: "error",
  summary: "A principal that nearly matches a W&B principal must match it exactly.",
  rationale:
    "If a single character differs, the statement grants access to an unknown account or to no one, and W&B is denied access." +
    "KMS rejects a principal that does not exist.",
  certainty: "verified",
  sources: ["wandb-byob"],
  messages: {
    account:
      'Account "{account}" differs from the W&B account "{known}" by one character, so W&B is denied access.',
    bucketRole:
      'In its account, W&B uses "{known}" for buckets, not "{name}", so W&B is denied access.',
    keyRole: 'In its account, W&B uses "{known}" for keys, not "{name}", so W&B is denied access.',
    trust:
      'Account "{account}" differs from the W&B account "{known}" by one character, so W&B cannot assume this role.',
    foreignRole:
      '"{name}" is a W&B role only in account "{known}", but this ARN is in account "{account}".',
  },
  *check(policy, report) {
    const role = policy.type === "key" ? "keyRole" : "bucketRole";
    for (const { text, slip, account, resource, principal, fix } of misspelledPrincipals(policy)) {
      const fixes = reviewFix(fix.title, fix.edit);
      // Whom a role is for is not known, so only a near miss of an account is told.
      if (policy.type === "trust") {
        if (slip !== "account") continue;
        yield report("trust", text.span, { account, known: principal.account }, { fixes });
      } else if (slip === "account") {
        yield report("account", text.span, { account, known: principal.account }, { fixes });
      } else if (slip === "role") {
        const known = `role/${principal.role ?? ""}`;
        yield report(role, text.span, { known, name: resource }, { fixes });
      } else if (slip === "foreign-role") {
        // A deployment may also assume a role that the customer owns, whatever its name.
        const data = { name: principal.role ?? "", account, known: principal.account };
        yield report("foreignRole", text.span, data, { severity: "warning", fixes });
      }
    }
  },
});
