/** Actions that allow a principal to grant itself, or anyone, all other access to a bucket. */
export const controlActions: readonly string[] = [
  "s3:DeleteBucketPolicy",
  "s3:PutBucketAcl",
  "s3:PutBucketPolicy",
  "s3:PutBucketPublicAccessBlock",
];

/** Actions that a principal with control of the bucket policy can grant itself. */
export const dataActions: readonly string[] = ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"];

/** Storing a bucket's policy; once it is denied to all, only the account's root can undo that. */
export const storePolicyAction = "s3:PutBucketPolicy";

/** The right to change who can read an object, which W&B's Terraform module once asked for. */
export const objectAclAction = "s3:PutObjectAcl";

/** Reading objects, which public websites allow anyone to do. */
export const readActions: readonly string[] = ["s3:getobject", "s3:getobjectversion"];

/** Keys that any caller can satisfy, in lower case. */
export const openKeys: readonly string[] = [
  "aws:referer",
  "aws:securetransport",
  "aws:useragent",
  "s3:tlsversion",
];
