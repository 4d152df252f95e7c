import { byobPage } from "../../catalog/wandb-sources.js";
import { principalTexts } from "../../model/access-principal.js";
import { replaceAllOf } from "../../model/policy-edit.js";
import { identifyPrincipal } from "../../model/wandb-principal.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const nameKnownPrincipal = defineRule({
  id: "key-policy/name-known-principal",
  severity: "error",
  summary: "A principal that is almost W&B's must be W&B's.",
  rationale:
    "KMS refuses a principal that does not exist. With a digit off that does exist, a stranger may use the key.",
  certainty: "verified",
  sources: [byobPage],
  messages: {
    account: 'Account "{account}" differs from W&B\'s {known} by one slip, so W&B gets no access.',
    role: 'In W&B\'s account "{known}" uses keys, not "{name}", so W&B gets no access.',
    foreignRole: 'The role "{name}" is W&B\'s only in account {known}; this one is in "{account}".',
  },
  *check(policy, report) {
    for (const statement of policy.statements) {
      for (const { text } of principalTexts(statement.principal)) {
        const identity = identifyPrincipal(text);
        if (identity.kind !== "slip" || text.value === undefined) continue;
        const { principal, slip } = identity;
        const account = /\d{12}/.exec(text.value)?.[0] ?? text.value;
        const name = text.value.slice(text.value.lastIndexOf(":") + 1);
        const fixes = reviewFix(
          message('Replace it with "{arn}"', { arn: principal.arn }),
          replaceAllOf(text, principal.arn),
        );
        if (slip === "account") {
          yield report("account", text.span, { account, known: principal.account }, { fixes });
        } else if (slip === "role") {
          const known = `role/${principal.role ?? ""}`;
          yield report("role", text.span, { known, name }, { fixes });
        } else if (slip === "foreign-role") {
          const data = { name: principal.role ?? "", account, known: principal.account };
          yield report("foreignRole", text.span, data, { severity: "warning", fixes });
        }
      }
    }
  },
});
