import { passRoleAction } from "../../catalog/policy/grammar.js";
import { broadGrantCodes, broadGrantOf } from "../../model/policy/broad-grant.js";
import { message } from "../../text/message.js";
import { defineRule } from "../rule.js";

const { action, key } = passRoleAction;

export const noUnrestrictedPassRole = defineRule({
  id: "identity-policy/no-unrestricted-pass-role",
  severity: "warning",
  summary: "Permission to pass roles must be limited to specific roles.",
  rationale: "Anyone who can pass any role to a service can gain the permissions of all roles.",
  certainty: "documented",
  sources: ["iam-pass-role", "access-analyzer-checks"],
  messages: {
    star: 'This statement allows "{action}" on "{resource}", so any role can be passed to a service.',
    "not-resource":
      'This statement allows "{action}" with "{resource}", so any role that is not listed can be passed to a service.',
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
          related: [
            { span: grant.resource, message: message("The roles are not restricted here.") },
          ],
        },
      );
    }
  },
});
