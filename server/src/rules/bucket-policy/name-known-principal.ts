import { byobPage } from "../../catalog/wandb-sources.js";
import { principalTexts } from "../../model/access-principal.js";
import { replaceAllOf } from "../../model/policy-edit.js";
import { identifyPrincipal } from "../../model/wandb-principal.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const nameKnownPrincipal = defineRule({
  id: "bucket-policy/name-known-principal",
  severity: "error",
  summary: "A principal that is almost W&B's must be W&B's.",
  rationale:
    "With a digit or a letter off, the statement lets a stranger in, or nobody, and W&B is denied access.",
  certainty: "verified",
  sources: [byobPage],
  messages: {
    account: 'Account "{account}" differs from W&B\'s {known} by one slip, so W&B gets no access.',
    role: 'In W&B\'s account "{known}" uses buckets, not "{name}", so W&B gets no access.',
    foreignRole: 'The role "{name}" is W&B\'s only in account {known}; this one is in "{account}".',
  },
  *check(policy, report) {
    if (policy.type !== "bucket") return;
    for (const statement of policy.statements) {
      for (const { text } of principalTexts(statement.principal)) {
        const identity = identifyPrincipal(text);
        if (identity.kind !== "slip" || text.value === undefined) continue;
        const { principal, slip } = identity;
        const account = /\d{12}/.exec(text.value)?.[0] ?? text.value;
        const name = text.value.slice(text.value.lastIndexOf("/") + 1);
        const fixes = reviewFix(
          message('Replace it with "{arn}"', { arn: principal.arn }),
          replaceAllOf(text, principal.arn),
        );
        if (slip === "account") {
          yield report("account", text.span, { account, known: principal.account }, { fixes });
        } else if (slip === "role") {
          const own = text.value.slice(text.value.lastIndexOf(":") + 1);
          const known = `role/${principal.role ?? ""}`;
          yield report("role", text.span, { known, name: own }, { fixes });
        } else if (slip === "foreign-role") {
          // A deployment may also assume a role that the customer owns, whatever its name.
          const data = { name, account, known: principal.account };
          yield report("foreignRole", text.span, data, { severity: "warning", fixes });
        }
      }
    }
  },
});
