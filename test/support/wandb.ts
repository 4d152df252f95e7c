/** The role of W&B's Multi-tenant Cloud, and the actions that W&B's documentation allows it. */
export const wandbRole = "arn:aws:iam::725579432336:role/WandbIntegration";
export const wandbActions: readonly string[] = [
  "s3:GetObject*",
  "s3:GetEncryptionConfiguration",
  "s3:ListBucket",
  "s3:ListBucketMultipartUploads",
  "s3:ListBucketVersions",
  "s3:AbortMultipartUpload",
  "s3:DeleteObject",
  "s3:PutObject",
  "s3:GetBucketCORS",
  "s3:GetBucketLocation",
  "s3:GetBucketVersioning",
];
