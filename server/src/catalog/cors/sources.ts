import { type Source } from "../source.js";

/** The pages and public code that the CORS facts come from. */
export const corsSources = {
  wandbByob: {
    title: "W&B: Bring your own bucket",
    url: "https://docs.wandb.ai/platform/hosting/data-security/secure-storage-connector",
    date: "2026-03",
  },
  wandbOrigins: {
    title: "W&B documentation: Origins that a restricted CORS policy needs",
    url: "https://github.com/wandb/docs/pull/2912",
    date: "2026-08",
  },
  wandbTerraformAws: {
    title: "W&B's Terraform module for AWS",
    url: "https://github.com/wandb/terraform-aws-wandb/blob/main/modules/file_storage/main.tf",
    date: "2026-06-29",
  },
  wandbTerraformGoogle: {
    title: "W&B's Terraform module for Google Cloud",
    url: "https://github.com/wandb/terraform-google-wandb/pull/27",
    date: "2022-07-28",
  },
  wandbTerraformAzure: {
    title: "W&B's Terraform module for Azure",
    url: "https://github.com/wandb/terraform-azurerm-wandb",
    date: "2026-06-30",
  },
  weaveMedia: {
    title: "Weave: Reference media in your own bucket",
    url: "https://docs.wandb.ai/weave/guides/tracking/byob-references",
    date: "2026-09",
  },
  s3Cors: {
    title: "Amazon S3: Elements of a CORS configuration",
    url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/ManageCorsUsing.html",
    date: "2026-09",
  },
  s3HowCors: {
    title: "Amazon S3: How S3 evaluates the CORS configuration on a bucket",
    url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors.html",
    date: "2026-09",
  },
  s3CorsRule: {
    title: "Amazon S3 API: CORSRule",
    url: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_CORSRule.html",
    date: "2026-09",
  },
  s3PutCors: {
    title: "Amazon S3 API: PutBucketCors",
    url: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketCors.html",
    date: "2026-09",
  },
  s3ExposeWildcard: {
    title: "S3 rejects a wildcard in ExposeHeader",
    url: "https://github.com/google/neuroglancer/issues/788",
    date: "2025-06",
  },
  s3EtagMissing: {
    title: "AWS SDK for JavaScript: No access to the ETag property on the response",
    url: "https://github.com/aws/aws-sdk-js/issues/191",
    date: "2013-11",
  },
  cloudformation: {
    title: "CloudFormation: AWS::S3::Bucket CorsRule",
    url: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-corsrule.html",
    date: "2026-09",
  },
  terraformAws: {
    title: "Terraform: aws_s3_bucket_cors_configuration",
    url: "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_cors_configuration",
    date: "2026-09",
  },
  terraformGoogle: {
    title: "Terraform: google_storage_bucket",
    url: "https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/storage_bucket",
    date: "2026-09",
  },
  terraformAzure: {
    title: "Terraform: azurerm_storage_account",
    url: "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account",
    date: "2026-09",
  },
  gcsCors: {
    title: "Cloud Storage: Cross-origin resource sharing (CORS)",
    url: "https://cloud.google.com/storage/docs/cross-origin",
    date: "2026-09",
  },
  gcsUsing: {
    title: "Cloud Storage: Set up and view CORS configurations",
    url: "https://cloud.google.com/storage/docs/using-cors",
    date: "2026-09",
  },
  gcsBucket: {
    title: "Cloud Storage JSON API: Buckets",
    url: "https://cloud.google.com/storage/docs/json_api/v1/buckets",
    date: "2026-09",
  },
  gsutilCors: {
    title: "gsutil: How it reads a CORS file",
    url: "https://github.com/GoogleCloudPlatform/gsutil/blob/master/gslib/utils/translation_helper.py",
    date: "2026-08",
  },
  gcsContentType: {
    title: "Terraform for Google Cloud: Content-Type belongs in a CORS response header list",
    url: "https://github.com/GoogleCloudPlatform/magic-modules/pull/12326",
    date: "2024-11",
  },
  azureCors: {
    title: "Azure Storage: Cross-origin resource sharing (CORS) support",
    url: "https://learn.microsoft.com/rest/api/storageservices/cross-origin-resource-sharing--cors--support-for-the-azure-storage-services",
    date: "2026-09",
  },
  azureArm: {
    title: "Azure Resource Manager: storageAccounts/blobServices CorsRule",
    url: "https://learn.microsoft.com/azure/templates/microsoft.storage/storageaccounts/blobservices",
    date: "2026-09",
  },
  azureCli: {
    title: "Azure CLI: az storage cors add",
    url: "https://learn.microsoft.com/cli/azure/storage/cors#az-storage-cors-add",
    date: "2026-09",
  },
  fetch: {
    title: "Fetch Standard: HTTP access control",
    url: "https://fetch.spec.whatwg.org/#http-cors-protocol",
    date: "2026-09",
  },
  minio: {
    title: "MinIO: CORS settings for the server",
    url: "https://min.io/docs/minio/linux/reference/minio-server/settings/core.html",
    date: "2025-06",
  },
} as const satisfies Record<string, Source>;
