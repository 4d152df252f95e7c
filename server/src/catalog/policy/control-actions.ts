/** Actions by which somebody can give themselves, or the world, everything else on a bucket. */
export const controlActions: readonly string[] = [
  "s3:DeleteBucketPolicy",
  "s3:PutBucketAcl",
  "s3:PutBucketPolicy",
  "s3:PutBucketPublicAccessBlock",
];

/** What whoever controls a bucket's policy could allow themselves. */
export const dataActions: readonly string[] = ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"];

/** Storing a bucket's policy; once it is denied to all, only the account's root can undo that. */
export const storePolicyAction = "s3:PutBucketPolicy";

/** The right to change who may read an object, which W&B's Terraform module once asked for. */
export const objectAclAction = "s3:PutObjectAcl";

/** Reading objects, which public websites let everybody do. */
export const readActions: readonly string[] = ["s3:getobject", "s3:getobjectversion"];

/** Keys that any caller can meet, in lower case. */
export const openKeys: readonly string[] = [
  "aws:referer",
  "aws:securetransport",
  "aws:useragent",
  "s3:tlsversion",
];
