import { type Source } from "../source.js";

/** W&B's page on bringing one's own bucket. */
export const byobPage: Source = {
  title: "Bring your own bucket (BYOB)",
  url: "https://docs.wandb.ai/platform/hosting/data-security/secure-storage-connector",
  date: "2026-02",
};

/** W&B's page on buckets that Weave only reads. */
export const weaveReferencePage: Source = {
  title: "Reference media in your own bucket",
  url: "https://docs.wandb.ai/weave/guides/tracking/byob-references",
  date: "2026-08",
};

export const presignedUrlsPage: Source = {
  title: "Access BYOB using pre-signed URLs",
  url: "https://docs.wandb.ai/platform/hosting/data-security/presigned-urls",
  date: "2026-02",
};

/** The Terraform module that W&B publishes for a bucket of one's own in AWS. */
export const terraformAwsModule: Source = {
  title: "terraform-aws-wandb: secure_storage_connector",
  url: "https://github.com/wandb/terraform-aws-wandb/blob/e1363b6db706bf96d66107f70dea1b5009d7ef1f/modules/secure_storage_connector/main.tf",
  date: "2026-06-29",
};

export const terraformAclRemoval: Source = {
  title: "terraform-aws-wandb, pull request 50",
  url: "https://github.com/wandb/terraform-aws-wandb/pull/50",
  date: "2022",
};

export const orgIdCorrection: Source = {
  title: "wandb/docs, pull request 1472",
  url: "https://github.com/wandb/docs/pull/1472",
  date: "2025-07-29",
};

export const coreweavePrincipalsChange: Source = {
  title: "wandb/docs, pull request 1573",
  url: "https://github.com/wandb/docs/pull/1573",
  date: "2025-09-04",
};

export const coreweaveBucketPolicies: Source = {
  title: "CoreWeave: Manage bucket policies",
  url: "https://docs.coreweave.com/products/storage/object-storage/auth-access/bucket-access/manage-bucket-policies",
  date: "2026",
};

export const kmsKeyPolicies: Source = {
  title: "AWS KMS: Key policies",
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html",
  date: "2026",
};

export const kmsDefaultKeyPolicy: Source = {
  title: "AWS KMS: Default key policy",
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html",
  date: "2026",
};

export const kmsPutKeyPolicy: Source = {
  title: "AWS KMS: PutKeyPolicy",
  url: "https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html",
  date: "2026",
};

export const kmsCrossAccount: Source = {
  title: "AWS KMS: Allowing users in other accounts to use a KMS key",
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html",
  date: "2026",
};

export const s3KmsPermissions: Source = {
  title: "Amazon S3: Using server-side encryption with AWS KMS keys",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html",
  date: "2026",
};

export const s3KeyRegion: Source = {
  title: "Amazon S3: Specifying server-side encryption with AWS KMS",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/specifying-kms-encryption.html",
  date: "2026",
};

export const s3SignatureKeys: Source = {
  title: "Amazon S3: Signature Version 4 authentication specific policy keys",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/API/bucket-policy-s3-sigv4-conditions.html",
  date: "2026",
};

export const s3PolicyActions: Source = {
  title: "Actions, resources, and condition keys for Amazon S3",
  url: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_s3.html",
  date: "2026-09",
};

export const iamEvaluation: Source = {
  title: "IAM: Policy evaluation logic",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html",
  date: "2026",
};

export const iamPrincipal: Source = {
  title: "IAM JSON policy elements: Principal",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html",
  date: "2026",
};

export const checkovBucketLockout: Source = {
  title: "checkov: S3ProtectAgainstPolicyLockout",
  url: "https://github.com/bridgecrewio/checkov/blob/main/checkov/terraform/checks/resource/aws/S3ProtectAgainstPolicyLockout.py",
  date: "2026",
};
