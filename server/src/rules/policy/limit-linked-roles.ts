import { linkedRoleAction } from "../../catalog/policy-grammar.js";
import { accessAnalyzerChecks, linkedRoles } from "../../catalog/policy-sources.js";
import { type BroadGrant, broadGrantOf } from "../../model/policy-broad-grant.js";
import { message } from "../../text/message.js";
import { defineRule } from "../rule.js";

const { action, key } = linkedRoleAction;

/** Access Analyzer's name of the check, by how the action and the resources are written. */
const codes = {
  named: {
    star: "CREATE_SLR_WITH_STAR_IN_RESOURCE",
    "not-resource": "CREATE_SLR_WITH_NOT_RESOURCE",
  },
  pattern: {
    star: "CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE",
    "not-resource": "CREATE_SLR_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE",
  },
  "not-action": {
    star: "CREATE_SLR_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION",
    "not-resource": "CREATE_SLR_WITH_NOT_ACTION_AND_NOT_RESOURCE",
  },
} as const satisfies Record<BroadGrant["how"], Record<BroadGrant["where"], string>>;

export const limitLinkedRoles = defineRule({
  id: "policy/limit-linked-roles",
  severity: "warning",
  summary: "The permission to create service-linked roles must be limited to services by name.",
  rationale:
    "Who may create any service-linked role lets services act in the account that nobody chose.",
  certainty: "documented",
  sources: [linkedRoles, accessAnalyzerChecks],
  messages: {
    star: 'This allows service-linked roles of every service: it takes in "{action}" on "*".',
    "not-resource":
      'This allows all service-linked roles but the named ones: it takes in "{action}" with "NotResource".',
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
