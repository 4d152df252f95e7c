import { linkedRoleAction } from "../../catalog/policy/grammar.js";
import { broadGrantCodes, broadGrantOf } from "../../model/policy/broad-grant.js";
import { message } from "../../text/message.js";
import { defineRule } from "../rule.js";

const { action, key } = linkedRoleAction;

export const noUnrestrictedServiceLinkedRole = defineRule({
  id: "identity-policy/no-unrestricted-service-linked-role",
  severity: "warning",
  summary: "Permission to create service-linked roles must be limited to specific services.",
  rationale:
    "Anyone who can create any service-linked role can give services access to the account without approval.",
  certainty: "documented",
  sources: ["iam-service-linked-roles", "access-analyzer-checks"],
  messages: {
    star: 'This statement allows "{action}" on "{resource}", so service-linked roles can be created for any service.',
    "not-resource":
      'This statement allows "{action}" with "{resource}", so any service-linked role that is not listed can be created.',
  },
  *check({ statements }, report) {
    for (const statement of statements) {
      const grant = broadGrantOf(statement, action, key);
      if (grant === undefined) continue;
      const code = `CREATE_SLR_WITH_${broadGrantCodes[grant.how][grant.where]}`;
      yield report(
        grant.where,
        grant.action,
        { action, resource: grant.named },
        {
          equivalents: [`access-analyzer:${code}`],
          related: [
            { span: grant.resource, message: message("The roles are not restricted here.") },
          ],
        },
      );
    }
  },
});
