import { isAdministrators, openActions } from "../../model/policy/open-grant.js";
import { defineRule } from "../rule.js";

export const noUnrestrictedPermissionsManagement = defineRule({
  id: "identity-policy/no-unrestricted-permissions-management",
  severity: "hint",
  summary:
    "Permission to change policies must be limited to specific resources, except for administrators.",
  rationale:
    "Anyone who can change the policies of buckets, keys, and roles can grant every other permission.",
  certainty: "documented",
  sources: ["parliament-permissions-management"],
  equivalents: ["parliament:PERMISSIONS_MANAGEMENT_ACTIONS"],
  acrossStatements: true,
  messages: {
    manages: '"{action}" changes permissions, and this policy allows it on all resources.',
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
