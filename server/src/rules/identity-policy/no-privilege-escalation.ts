import { escalations } from "../../catalog/policy/identity-risks.js";
import { grantOf, isAdministrators, openActions } from "../../model/policy/open-grant.js";
import { quotedList } from "../../text/list.js";
import { message } from "../../text/message.js";
import { type Span } from "../../text/span.js";
import { defineRule } from "../rule.js";

export const noPrivilegeEscalation = defineRule({
  id: "identity-policy/no-privilege-escalation",
  severity: "info",
  summary: "A policy must not let a principal gain permissions that the policy does not grant.",
  rationale:
    "Anyone who can change policies, create credentials for others, or run code with any role can gain the permissions of those principals.",
  certainty: "documented",
  sources: ["parliament-privilege-escalation"],
  equivalents: ["parliament:PRIVILEGE_ESCALATION"],
  acrossStatements: true,
  messages: {
    gained: "A principal with {actions} on all resources can gain any permission.",
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
          : [{ span: grant.text.span, message: message("This action is also allowed.") }],
      );
      const actions = quotedList(escalation);
      yield report("gained", first.text.span, { actions }, { related });
    }
  },
});
