import { type Rule } from "../rule.js";
import { knownWandbPrincipal } from "./known-wandb-principal.js";
import { matchDeployment } from "./match-deployment.js";
import { noNestedArn } from "./no-nested-arn.js";
import { noOrganizationAction } from "./no-organization-action.js";
import { noPublicAccess } from "./no-public-access.js";
import { noWandbDeny } from "./no-wandb-deny.js";
import { preferCwPrincipalKey } from "./prefer-cw-principal-key.js";
import { preferDocumentedOrgCondition } from "./prefer-documented-org-condition.js";
import { requireBucketAndObjects } from "./require-bucket-and-objects.js";
import { requireExactOrgId } from "./require-exact-org-id.js";
import { requireOrgId } from "./require-org-id.js";
import { requireWandbActions } from "./require-wandb-actions.js";
import { validPrincipalOrganization } from "./valid-principal-organization.js";

/** Every rule of this group, in the order in which they are listed. */
export const coreweavePolicyRules: readonly Rule<"coreweave-policy">[] = [
  requireWandbActions,
  requireBucketAndObjects,
  noNestedArn,
  knownWandbPrincipal,
  matchDeployment,
  preferCwPrincipalKey,
  requireOrgId,
  requireExactOrgId,
  preferDocumentedOrgCondition,
  validPrincipalOrganization,
  noWandbDeny,
  noPublicAccess,
  noOrganizationAction,
];
