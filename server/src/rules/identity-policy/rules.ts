import { type Rule } from "../rule.js";
import { leavePermissionsToAdministrators } from "./leave-permissions-to-administrators.js";
import { notAllowEscalation } from "./not-allow-escalation.js";
import { notRevealCredentials } from "./not-reveal-credentials.js";

/** Every rule of this group, in the order in which they are listed. */
export const identityPolicyRules: readonly Rule<"identity-policy">[] = [
  notAllowEscalation,
  leavePermissionsToAdministrators,
  notRevealCredentials,
];
