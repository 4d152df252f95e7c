import { passRoleAction } from "../../catalog/policy/grammar.js";
import { accessAnalyzerChecks, passRole } from "../../catalog/policy/sources.js";
import { broadGrantCodes, broadGrantOf } from "../../model/policy/broad-grant.js";
import { message } from "../../text/message.js";
import { defineRule } from "../rule.js";

const { action, key } = passRoleAction;

export const noUnrestrictedPassRole = defineRule({
  id: "identity-policy/no-unrestricted-pass-role",
  severity: "warning",
  summary: "The permission to pass roles must be limited to roles by name.",
  rationale: "Who may pass any role to a service gets the permissions of all of them.",
  certainty: "documented",
  sources: [passRole, accessAnalyzerChecks],
  messages: {
    star: 'This allows passing every role: it takes in "{action}" on "{resource}".',
    "not-resource":
      'This allows passing all roles but the named ones: it takes in "{action}" with "{resource}".',
  },
  *check({ statements }, report) {
    for (const statement of statements) {
      const grant = broadGrantOf(statement, action, key);
      if (grant === undefined) continue;
      const code = `PASS_ROLE_WITH_${broadGrantCodes[grant.how][grant.where]}`;
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
