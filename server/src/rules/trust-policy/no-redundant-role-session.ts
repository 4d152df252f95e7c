import { analyzerEquivalents } from "../../catalog/policy/access-analyzer.js";
import { readRole } from "../../model/policy/condition-provider.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const noRedundantRoleSession = defineRule({
  id: "trust-policy/no-redundant-role-session",
  severity: "info",
  summary: "A trust policy must not list a session of a role that it already lists.",
  rationale: "A role covers all its sessions, so the session changes nothing.",
  certainty: "documented",
  sources: ["access-analyzer:REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY"],
  equivalents: analyzerEquivalents("REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY"),
  messages: {
    redundant: '"{session}" is redundant because "{role}" covers all sessions of the role.',
  },
  *check(policy, report) {
    for (const { principal } of policy.statements) {
      for (const { list, items } of principal?.entries ?? []) {
        if (list === undefined) continue;
        const references = items.flatMap((item) => {
          const role = item.value === undefined || item.partial ? undefined : readRole(item.value);
          return role === undefined ? [] : [{ item, text: item.value ?? "", ...role }];
        });
        for (const session of references.filter((each) => each.session)) {
          const parent = references.find(
            (each) =>
              !each.session && each.account === session.account && each.role === session.role,
          );
          if (parent === undefined) continue;
          yield report(
            "redundant",
            session.item.span,
            { session: session.text, role: parent.text },
            {
              unnecessary: true,
              related: [{ span: parent.item.span, message: message("The role is listed here.") }],
              fixes: safeFix(
                message('Remove "{session}"', { session: session.text }),
                policy.tree.writer.removeItem(list, session.item.node),
              ),
            },
          );
        }
      }
    }
  },
});
