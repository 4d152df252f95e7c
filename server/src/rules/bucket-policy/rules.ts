import { type Rule } from "../rule.js";
import { noAclPermission } from "./no-acl-permission.js";
import { noLeadingWhitespace } from "./no-leading-whitespace.js";
import { noLockout } from "./no-lockout.js";
import { noMandatoryUploadHeader } from "./no-mandatory-upload-header.js";
import { noNetworkRestriction } from "./no-network-restriction.js";
import { noOtherBucket } from "./no-other-bucket.js";
import { noPermissionsManagement } from "./no-permissions-management.js";
import { noPresignedUrlRestriction } from "./no-presigned-url-restriction.js";
import { noPublicAccess } from "./no-public-access.js";
import { noResourceOwnerCondition } from "./no-resource-owner-condition.js";
import { noWildcardAction } from "./no-wildcard-action.js";

/** Every rule of this group, in the order in which they are listed. */
export const bucketPolicyRules: readonly Rule<"bucket-policy">[] = [
  noOtherBucket,
  noPresignedUrlRestriction,
  noMandatoryUploadHeader,
  noNetworkRestriction,
  noPublicAccess,
  noLockout,
  noPermissionsManagement,
  noAclPermission,
  noWildcardAction,
  noLeadingWhitespace,
  noResourceOwnerCondition,
];
