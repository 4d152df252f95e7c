import { linkedRoleAction } from "../../catalog/policy/grammar.js";
import { accessAnalyzerChecks, linkedRoles } from "../../catalog/policy/sources.js";
import { broadGrantCodes, broadGrantOf } from "../../model/policy/broad-grant.js";
import { message } from "../../text/message.js";
import { defineRule } from "../rule.js";

const { action, key } = linkedRoleAction;

export const noUnrestrictedServiceLinkedRole = defineRule({
  id: "identity-policy/no-unrestricted-service-linked-role",
  severity: "warning",
  summary: "The permission to create service-linked roles must be limited to services by name.",
  rationale:
    "Who may create any service-linked role lets services act in the account that nobody chose.",
  certainty: "documented",
  sources: [linkedRoles, accessAnalyzerChecks],
  messages: {
    star: 'This allows service-linked roles of every service: it takes in "{action}" on "{resource}".',
    "not-resource":
      'This allows all service-linked roles but the named ones: it takes in "{action}" with "{resource}".',
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
          related: [{ span: grant.resource, message: message("Here the roles are not limited.") }],
        },
      );
    }
  },
});
