import { permissionsSource } from "../../catalog/policy/identity-risks.js";
import { isAdministrators, openActions } from "../../model/policy/open-grant.js";
import { defineRule } from "../rule.js";

export const noUnrestrictedPermissionsManagement = defineRule({
  id: "identity-policy/no-unrestricted-permissions-management",
  severity: "hint",
  summary: "Only administrators must be allowed to manage permissions everywhere.",
  rationale:
    "Who changes the policies of buckets, keys and roles decides who may do everything else.",
  certainty: "documented",
  sources: [permissionsSource],
  equivalents: ["parliament:PERMISSIONS_MANAGEMENT_ACTIONS"],
  acrossStatements: true,
  messages: {
    manages: '"{action}" changes who may do what, and here it may be done to every resource.',
  },
  *check(policy, report) {
    if (isAdministrators(policy)) return;
    for (const { action, text } of openActions(policy)) {
      if (action.name === "*") continue;
      const managing = action.meant.find(
        ({ accessLevel }) => accessLevel === "Permissions management",
      );
      if (managing === undefined) continue;
      yield report("manages", text.span, { action: `${managing.service}:${managing.name}` });
    }
  },
});
