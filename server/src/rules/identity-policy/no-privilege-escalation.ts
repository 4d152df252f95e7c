import { escalations, escalationSource } from "../../catalog/policy/identity-risks.js";
import { grantOf, isAdministrators, openActions } from "../../model/policy/open-grant.js";
import { message } from "../../text/message.js";
import { type Span } from "../../text/span.js";
import { defineRule } from "../rule.js";

export const noPrivilegeEscalation = defineRule({
  id: "identity-policy/no-privilege-escalation",
  severity: "info",
  summary: "A policy must not let its holder gain permissions that it does not give.",
  rationale:
    "Who may change policies, make keys for others or start programs under any role can do all that those may do.",
  certainty: "documented",
  sources: [escalationSource],
  equivalents: ["parliament:PRIVILEGE_ESCALATION"],
  acrossStatements: true,
  messages: {
    gained: "With {actions} on every resource, its holder can gain any permission.",
  },
  *check(policy, report) {
    if (isAdministrators(policy)) return;
    const open = openActions(policy);
    const told = new Set<Span>();
    for (const escalation of escalations) {
      const grants = escalation.map((each) => grantOf(open, each));
      const [first] = grants;
      if (first === undefined || grants.includes(undefined) || told.has(first.text.span)) continue;
      told.add(first.text.span);
      const related = grants.flatMap((grant) =>
        grant === undefined || grant === first
          ? []
          : [{ span: grant.text.span, message: message("This is allowed as well.") }],
      );
      const names = escalation.map((each) => `"${each}"`);
      const last = names.pop() ?? "";
      const actions = names.length === 0 ? last : `${names.join(", ")} and ${last}`;
      yield report("gained", first.text.span, { actions }, { related });
    }
  },
});
