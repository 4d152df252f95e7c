/** The versions of the policy language, newest first; variables work in the first alone. */
export const policyVersions = ["2012-10-17", "2008-10-17"] as const;

export const policyElementNames = ["Version", "Id", "Statement"] as const;

export const statementElementNames = [
  "Sid",
  "Effect",
  "Principal",
  "NotPrincipal",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "Condition",
] as const;

export const effects = ["Allow", "Deny"] as const;

/** Keys of a Principal that AWS knows. */
export const principalKeys = ["AWS", "CanonicalUser", "Federated", "Service"] as const;

/** CoreWeave's key for its own principals. */
export const coreweavePrincipalKey = "CW";

/** Prefixes of the ids that stand in a policy where the principal that it named was deleted. */
export const deletedPrincipalPrefixes = { role: "AROA", user: "AIDA" } as const;

/** The longest policies, in characters. */
export const policySizes = {
  /** All of the text counts. */
  bucket: 20_480,
  key: 32_768,
  /** White space does not count. */
  identity: 10_240,
  user: 2_048,
  group: 5_120,
  managed: 6_144,
  trust: 2_048,
} as const;

/**
 * Operations that a statement on a bucket means otherwise, as the resource allows no other action: lower-case
 * `service:operation`, and the actions that were meant.
 */
export const actionsOnBucketByOperation: ReadonlyMap<string, readonly string[]> = new Map([
  ["s3:listbuckets", ["s3:ListBucket"]],
]);

/**
 * Operations of the S3 and KMS APIs that are not IAM actions, by lower-case `service:operation`, and the
 * actions that allow them.
 */
export const actionsByOperation: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    "s3:HeadBucket": ["s3:ListBucket"],
    "s3:ListObjects": ["s3:ListBucket"],
    "s3:ListObjectsV2": ["s3:ListBucket"],
    "s3:ListBuckets": ["s3:ListAllMyBuckets"],
    "s3:ListMultipartUploads": ["s3:ListBucketMultipartUploads"],
    "s3:ListParts": ["s3:ListMultipartUploadParts"],
    "s3:ListObjectVersions": ["s3:ListBucketVersions"],
    "s3:HeadObject": ["s3:GetObject"],
    "s3:SelectObjectContent": ["s3:GetObject"],
    "s3:CopyObject": ["s3:GetObject", "s3:PutObject"],
    "s3:UploadPartCopy": ["s3:GetObject", "s3:PutObject"],
    "s3:CreateMultipartUpload": ["s3:PutObject"],
    "s3:UploadPart": ["s3:PutObject"],
    "s3:CompleteMultipartUpload": ["s3:PutObject"],
    "s3:PostObject": ["s3:PutObject"],
    "s3:DeleteObjects": ["s3:DeleteObject"],
    "s3:DeleteBucketCors": ["s3:PutBucketCORS"],
    "s3:GetBucketEncryption": ["s3:GetEncryptionConfiguration"],
    "s3:PutBucketEncryption": ["s3:PutEncryptionConfiguration"],
    "s3:DeleteBucketEncryption": ["s3:PutEncryptionConfiguration"],
    "s3:GetBucketLifecycle": ["s3:GetLifecycleConfiguration"],
    "s3:GetBucketLifecycleConfiguration": ["s3:GetLifecycleConfiguration"],
    "s3:PutBucketLifecycle": ["s3:PutLifecycleConfiguration"],
    "s3:PutBucketLifecycleConfiguration": ["s3:PutLifecycleConfiguration"],
    "s3:DeleteBucketLifecycle": ["s3:PutLifecycleConfiguration"],
    "s3:GetBucketReplication": ["s3:GetReplicationConfiguration"],
    "s3:PutBucketReplication": ["s3:PutReplicationConfiguration"],
    "s3:DeleteBucketReplication": ["s3:PutReplicationConfiguration"],
    "s3:GetBucketAccelerateConfiguration": ["s3:GetAccelerateConfiguration"],
    "s3:PutBucketAccelerateConfiguration": ["s3:PutAccelerateConfiguration"],
    "s3:GetPublicAccessBlock": ["s3:GetBucketPublicAccessBlock"],
    "s3:PutPublicAccessBlock": ["s3:PutBucketPublicAccessBlock"],
    "s3:DeletePublicAccessBlock": ["s3:PutBucketPublicAccessBlock"],
    "s3:GetObjectLockConfiguration": ["s3:GetBucketObjectLockConfiguration"],
    "s3:PutObjectLockConfiguration": ["s3:PutBucketObjectLockConfiguration"],
    "s3:GetBucketNotificationConfiguration": ["s3:GetBucketNotification"],
    "s3:PutBucketNotificationConfiguration": ["s3:PutBucketNotification"],
    "s3:GetBucketAnalyticsConfiguration": ["s3:GetAnalyticsConfiguration"],
    "s3:PutBucketAnalyticsConfiguration": ["s3:PutAnalyticsConfiguration"],
    "s3:DeleteBucketAnalyticsConfiguration": ["s3:PutAnalyticsConfiguration"],
    "s3:ListBucketAnalyticsConfigurations": ["s3:GetAnalyticsConfiguration"],
    "s3:GetBucketInventoryConfiguration": ["s3:GetInventoryConfiguration"],
    "s3:PutBucketInventoryConfiguration": ["s3:PutInventoryConfiguration"],
    "s3:DeleteBucketInventoryConfiguration": ["s3:PutInventoryConfiguration"],
    "s3:ListBucketInventoryConfigurations": ["s3:GetInventoryConfiguration"],
    "s3:GetBucketMetricsConfiguration": ["s3:GetMetricsConfiguration"],
    "s3:PutBucketMetricsConfiguration": ["s3:PutMetricsConfiguration"],
    "s3:DeleteBucketMetricsConfiguration": ["s3:PutMetricsConfiguration"],
    "s3:ListBucketMetricsConfigurations": ["s3:GetMetricsConfiguration"],
    "s3:GetBucketIntelligentTieringConfiguration": ["s3:GetIntelligentTieringConfiguration"],
    "s3:PutBucketIntelligentTieringConfiguration": ["s3:PutIntelligentTieringConfiguration"],
    "s3:DeleteBucketIntelligentTieringConfiguration": ["s3:PutIntelligentTieringConfiguration"],
    "s3:ListBucketIntelligentTieringConfigurations": ["s3:GetIntelligentTieringConfiguration"],
    "s3:DeleteBucketTagging": ["s3:PutBucketTagging"],
    "kms:ReEncrypt": ["kms:ReEncryptFrom", "kms:ReEncryptTo"],
  }).map(([operation, actions]) => [operation.toLowerCase(), actions]),
);

/** Actions that hand on the power of roles, and the condition key that limits to whom. */
export const passRoleAction = { action: "iam:PassRole", key: "iam:PassedToService" } as const;
export const linkedRoleAction = {
  action: "iam:CreateServiceLinkedRole",
  key: "iam:AWSServiceName",
} as const;

/** S3 services whose buckets are not general purpose buckets and have their own kind of policy. */
export const otherBucketServices: ReadonlySet<string> = new Set([
  "s3express",
  "s3-outposts",
  "s3-object-lambda",
  "s3tables",
  "s3vectors",
]);
