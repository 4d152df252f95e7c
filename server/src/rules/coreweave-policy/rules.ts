import { type Rule } from "../rule.js";
import { knownWandbPrincipal } from "./known-wandb-principal.js";
import { noNestedArn } from "./no-nested-arn.js";
import { noOrganizationAction } from "./no-organization-action.js";
import { noPublicAccess } from "./no-public-access.js";
import { preferCwPrincipalKey } from "./prefer-cw-principal-key.js";
import { preferDocumentedOrgCondition } from "./prefer-documented-org-condition.js";
import { requireExactOrgId } from "./require-exact-org-id.js";
import { requireOrgId } from "./require-org-id.js";
import { validPrincipalOrganization } from "./valid-principal-organization.js";

/** Every rule of this group, in the order in which they are listed. */
export const coreweavePolicyRules: readonly Rule<"coreweave-policy">[] = [
  noNestedArn,
  knownWandbPrincipal,
  preferCwPrincipalKey,
  requireOrgId,
  requireExactOrgId,
  preferDocumentedOrgCondition,
  validPrincipalOrganization,
  noPublicAccess,
  noOrganizationAction,
];
