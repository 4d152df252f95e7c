import { passRoleAction } from "../../catalog/policy-grammar.js";
import { accessAnalyzerChecks, passRole } from "../../catalog/policy-sources.js";
import { type BroadGrant, broadGrantOf } from "../../model/policy-broad-grant.js";
import { message } from "../../text/message.js";
import { defineRule } from "../rule.js";

const { action, key } = passRoleAction;

/** Access Analyzer's name of the check, by how the action and the resources are written. */
const codes = {
  named: { star: "PASS_ROLE_WITH_STAR_IN_RESOURCE", "not-resource": "PASS_ROLE_WITH_NOT_RESOURCE" },
  pattern: {
    star: "PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE",
    "not-resource": "PASS_ROLE_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE",
  },
  "not-action": {
    star: "PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION",
    "not-resource": "PASS_ROLE_WITH_NOT_ACTION_AND_NOT_RESOURCE",
  },
} as const satisfies Record<BroadGrant["how"], Record<BroadGrant["where"], string>>;

export const limitPassedRoles = defineRule({
  id: "policy/limit-passed-roles",
  severity: "warning",
  summary: "The permission to pass roles must be limited to roles by name.",
  rationale: "Who may pass any role to a service gets the permissions of all of them.",
  certainty: "documented",
  sources: [passRole, accessAnalyzerChecks],
  messages: {
    star: 'This allows passing every role: it takes in "{action}" on "*".',
    "not-resource":
      'This allows passing all roles but the named ones: it takes in "{action}" with "NotResource".',
  },
  *check({ type, statements }, report) {
    if (type !== "identity") return;
    for (const statement of statements) {
      const grant = broadGrantOf(statement, action, key);
      if (grant === undefined) continue;
      const code = codes[grant.how][grant.where];
      yield report(
        grant.where,
        grant.action,
        { action },
        {
          equivalents: [`access-analyzer:${code}`],
          related: [{ span: grant.resource, message: message("Here the roles are not limited.") }],
        },
      );
    }
  },
});
