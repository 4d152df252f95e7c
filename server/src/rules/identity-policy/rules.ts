import { type Rule } from "../rule.js";
import { noCredentialsExposure } from "./no-credentials-exposure.js";
import { noPrivilegeEscalation } from "./no-privilege-escalation.js";
import { noUnrestrictedPassRole } from "./no-unrestricted-pass-role.js";
import { noUnrestrictedPermissionsManagement } from "./no-unrestricted-permissions-management.js";
import { noUnrestrictedServiceLinkedRole } from "./no-unrestricted-service-linked-role.js";

/** Every rule of this group, in the order in which they are listed. */
export const identityPolicyRules: readonly Rule<"identity-policy">[] = [
  noPrivilegeEscalation,
  noUnrestrictedPermissionsManagement,
  noCredentialsExposure,
  noUnrestrictedServiceLinkedRole,
  noUnrestrictedPassRole,
];
