import { type Rule } from "../rule.js";
import { knownWandbPrincipal } from "./known-wandb-principal.js";
import { matchDeployment } from "./match-deployment.js";
import { matchPartition } from "./match-partition.js";
import { noAclPermission } from "./no-acl-permission.js";
import { noLeadingWhitespace } from "./no-leading-whitespace.js";
import { noLockout } from "./no-lockout.js";
import { noMandatoryEncryptionHeader } from "./no-mandatory-encryption-header.js";
import { noNetworkOrOrgRestriction } from "./no-network-or-org-restriction.js";
import { noOtherBucket } from "./no-other-bucket.js";
import { noPermissionsManagement } from "./no-permissions-management.js";
import { noPresignedUrlRestriction } from "./no-presigned-url-restriction.js";
import { noPublicAccess } from "./no-public-access.js";
import { noResourceOwnerCondition } from "./no-resource-owner-condition.js";
import { noShadowedAllow } from "./no-shadowed-allow.js";
import { noUnmetWandbCondition } from "./no-unmet-wandb-condition.js";
import { noWandbDeny } from "./no-wandb-deny.js";
import { noWildcardAction } from "./no-wildcard-action.js";
import { requireBucketAndObjects } from "./require-bucket-and-objects.js";
import { requireWandbActions } from "./require-wandb-actions.js";

/** Every rule of this group, in the order in which they are listed. */
export const bucketPolicyRules: readonly Rule<"bucket-policy">[] = [
  requireWandbActions,
  requireBucketAndObjects,
  noOtherBucket,
  knownWandbPrincipal,
  matchDeployment,
  noUnmetWandbCondition,
  noWandbDeny,
  noShadowedAllow,
  noNetworkOrOrgRestriction,
  noPresignedUrlRestriction,
  noMandatoryEncryptionHeader,
  noPublicAccess,
  noLockout,
  noPermissionsManagement,
  noAclPermission,
  noWildcardAction,
  matchPartition,
  noLeadingWhitespace,
  noResourceOwnerCondition,
];
