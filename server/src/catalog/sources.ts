import { analyzerSection } from "./policy/access-analyzer.js";
import { type Source } from "./source.js";

/** Every page and piece of public code that a fact comes from, once, with the day it was read. */
export const sources = {
  "access-analyzer-checks": {
    title: "IAM Access Analyzer policy check reference",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html",
    date: "2026-06",
  },
  "aws-arn-format": {
    title: "Identify AWS resources with Amazon Resource Names (ARNs)",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html",
    date: "2026",
  },
  "aws-cli-put-bucket-policy": {
    title: "AWS CLI: put-bucket-policy",
    url: "https://docs.aws.amazon.com/cli/latest/reference/s3api/put-bucket-policy.html",
    date: "2026-11",
  },
  "aws-partitions": {
    title: "AWS SDK for JavaScript: partitions",
    url: "https://github.com/aws/aws-sdk-js-v3/blob/main/packages/util-endpoints/src/lib/aws/partitions.json",
    date: "2026-09",
  },
  "azure-arm-cors": {
    title: "Azure Resource Manager: storageAccounts/blobServices CorsRule",
    url: "https://learn.microsoft.com/azure/templates/microsoft.storage/storageaccounts/blobservices",
    date: "2026-09",
  },
  "azure-cli-cors": {
    title: "Azure CLI: az storage cors add",
    url: "https://learn.microsoft.com/cli/azure/storage/cors#az-storage-cors-add",
    date: "2026-09",
  },
  "azure-containers": {
    title: "Azure Storage: Naming and referencing containers, blobs and metadata",
    url: "https://learn.microsoft.com/rest/api/storageservices/naming-and-referencing-containers--blobs--and-metadata",
    date: "2026-09",
  },
  "azure-cors": {
    title: "Azure Storage: Cross-origin resource sharing (CORS) support",
    url: "https://learn.microsoft.com/rest/api/storageservices/cross-origin-resource-sharing--cors--support-for-the-azure-storage-services",
    date: "2026-09",
  },
  "azure-endpoints": {
    title: "Azure Storage: Storage account endpoints",
    url: "https://learn.microsoft.com/azure/storage/common/storage-account-overview#storage-account-endpoints",
    date: "2026-09",
  },
  "azure-keys": {
    title: "Microsoft Purview: Azure storage account key",
    url: "https://learn.microsoft.com/purview/sit-defn-azure-storage-account-key",
    date: "2026-09",
  },
  "azure-names": {
    title: "Azure: Naming rules and restrictions for resources",
    url: "https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules",
    date: "2026-09",
  },
  "backblaze-endpoints": {
    title: "Backblaze B2: Call the S3-compatible API",
    url: "https://www.backblaze.com/docs/cloud-storage-call-the-s3-compatible-api",
    date: "2026-09",
  },
  "cfn-lint-resource-policy": {
    title: "cfn-lint: E3514, ARNs of resource policies",
    url: "https://github.com/aws-cloudformation/cfn-lint/blob/main/docs/rules.md",
    date: "2026-08",
  },
  "checkov-bucket-lockout": {
    title: "checkov: S3ProtectAgainstPolicyLockout",
    url: "https://github.com/bridgecrewio/checkov/blob/main/checkov/terraform/checks/resource/aws/S3ProtectAgainstPolicyLockout.py",
    date: "2026",
  },
  "cloudformation-cors-rule": {
    title: "CloudFormation: AWS::S3::Bucket CorsRule",
    url: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-corsrule.html",
    date: "2026-09",
  },
  "cloudformation-iam-role-policy": {
    title: "CloudFormation: AWS::IAM::RolePolicy",
    url: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-rolepolicy.html",
    date: "2026-11",
  },
  "cloudformation-pseudo-parameters": {
    title: "AWS CloudFormation: Pseudo parameters",
    url: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html",
    date: "2026",
  },
  "cloudfront-origin-access-identity": {
    title: "Amazon CloudFront: Use an origin access identity (legacy)",
    url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html#private-content-restricting-access-to-s3-oai",
    date: "2026-11",
  },
  "confused-deputy": {
    title: "The confused deputy problem",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html",
    date: "2026-06",
  },
  "coreweave-bucket-policies": {
    title: "CoreWeave: Manage bucket policies",
    url: "https://docs.coreweave.com/products/storage/object-storage/auth-access/bucket-access/manage-bucket-policies",
    date: "2026",
  },
  "coreweave-buckets": {
    title: "CoreWeave AI Object Storage: Create buckets",
    url: "https://docs.coreweave.com/docs/products/storage/object-storage/buckets/create-bucket",
    date: "2026-09",
  },
  "coreweave-endpoints": {
    title: "CoreWeave AI Object Storage: Endpoints",
    url: "https://docs.coreweave.com/docs/products/storage/object-storage",
    date: "2026-09",
  },
  "fetch-cors": {
    title: "Fetch Standard: HTTP access control",
    url: "https://fetch.spec.whatwg.org/#http-cors-protocol",
    date: "2026-09",
  },
  "gcp-service-account-keys": {
    title: "Google Cloud IAM: Create and delete service account keys",
    url: "https://cloud.google.com/iam/docs/keys-create-delete",
    date: "2026-09",
  },
  "gcp-service-accounts": {
    title: "Google Cloud IAM: Service accounts overview",
    url: "https://cloud.google.com/iam/docs/service-account-overview",
    date: "2026-09",
  },
  "gcs-bucket": {
    title: "Cloud Storage JSON API: Buckets",
    url: "https://cloud.google.com/storage/docs/json_api/v1/buckets",
    date: "2026-09",
  },
  "gcs-bucket-names": {
    title: "Cloud Storage: About buckets, bucket names",
    url: "https://cloud.google.com/storage/docs/buckets#naming",
    date: "2026-09",
  },
  "gcs-content-type": {
    title: "Terraform for Google Cloud: Content-Type belongs in a CORS response header list",
    url: "https://github.com/GoogleCloudPlatform/magic-modules/pull/12326",
    date: "2024-11",
  },
  "gcs-cors": {
    title: "Cloud Storage: Cross-origin resource sharing (CORS)",
    url: "https://cloud.google.com/storage/docs/cross-origin",
    date: "2026-09",
  },
  "gcs-using-cors": {
    title: "Cloud Storage: Set up and view CORS configurations",
    url: "https://cloud.google.com/storage/docs/using-cors",
    date: "2026-09",
  },
  "github-oidc-trust": {
    title: "Create a role for OpenID Connect federation: Configuring a role for GitHub OIDC",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html",
    date: "2026-06",
  },
  "global-condition-keys": {
    title: "AWS global condition context keys",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html",
    date: "2026-06",
  },
  "go-host-colons": {
    title: "Go: net/url rejects hosts with unbracketed colons",
    url: "https://github.com/golang/go/issues/75223",
    date: "2026-02",
  },
  "go-parse-bool": {
    title: "Go: strconv.ParseBool",
    url: "https://pkg.go.dev/strconv#ParseBool",
    date: "2026-08",
  },
  "go-url": {
    title: "Go: net/url",
    url: "https://github.com/golang/go/blob/master/src/net/url/url.go",
    date: "2026-08",
  },
  "gsutil-cors": {
    title: "gsutil: How it reads a CORS file",
    url: "https://github.com/GoogleCloudPlatform/gsutil/blob/master/gslib/utils/translation_helper.py",
    date: "2026-08",
  },
  "iam-access-keys": {
    title: "AWS IAM: Manage access keys for IAM users",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html",
    date: "2026-09",
  },
  "iam-condition-operators": {
    title: "IAM JSON policy elements: Condition operators",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html",
    date: "2026-06",
  },
  "iam-element-action": {
    title: "IAM JSON policy elements: Action",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html",
    date: "2026",
  },
  "iam-element-condition": {
    title: "IAM JSON policy elements: Condition",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html",
    date: "2026",
  },
  "iam-element-effect": {
    title: "IAM JSON policy elements: Effect",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_effect.html",
    date: "2026",
  },
  "iam-element-id": {
    title: "IAM JSON policy elements: Id",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_id.html",
    date: "2026",
  },
  "iam-element-not-action": {
    title: "IAM JSON policy elements: NotAction",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html",
    date: "2026",
  },
  "iam-element-not-principal": {
    title: "IAM JSON policy elements: NotPrincipal",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html",
    date: "2026",
  },
  "iam-element-not-resource": {
    title: "IAM JSON policy elements: NotResource",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html",
    date: "2026",
  },
  "iam-element-principal": {
    title: "IAM JSON policy elements: Principal",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html",
    date: "2026",
  },
  "iam-element-resource": {
    title: "IAM JSON policy elements: Resource",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html",
    date: "2026",
  },
  "iam-element-sid": {
    title: "IAM JSON policy elements: Sid",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html",
    date: "2026",
  },
  "iam-element-statement": {
    title: "IAM JSON policy elements: Statement",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html",
    date: "2026",
  },
  "iam-element-version": {
    title: "IAM JSON policy elements: Version",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html",
    date: "2026",
  },
  "iam-identifiers": {
    title: "AWS IAM: Unique identifiers and their prefixes",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html",
    date: "2026-09",
  },
  "iam-pass-role": {
    title: "Grant a user permissions to pass a role to an AWS service",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html",
    date: "2026",
  },
  "iam-policy-elements": {
    title: "IAM JSON policy element reference",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html",
    date: "2026",
  },
  "iam-policy-evaluation": {
    title: "IAM: Policy evaluation logic",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html",
    date: "2026",
  },
  "iam-policy-grammar": {
    title: "Grammar of the IAM JSON policy language",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html",
    date: "2026",
  },
  "iam-policy-variables": {
    title: "IAM policy elements: Variables and tags",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html",
    date: "2026",
  },
  "iam-quotas": {
    title: "IAM and AWS STS quotas",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html",
    date: "2026",
  },
  "iam-service-linked-roles": {
    title: "Create a service-linked role",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html",
    date: "2026",
  },
  "iam-temporary-credentials": {
    title: "AWS IAM: Use temporary credentials with AWS resources",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_use-resources.html",
    date: "2026-09",
  },
  "iam-trust-policy": {
    title: "Update a role trust policy",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html",
    date: "2026-06",
  },
  "key-policy-overview": {
    title: "AWS KMS: Creating a key policy",
    url: "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html",
    date: "2026",
  },
  "kms-cross-account": {
    title: "AWS KMS: Allowing users in other accounts to use a KMS key",
    url: "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html",
    date: "2026",
  },
  "kms-default-key-policy": {
    title: "AWS KMS: Default key policy",
    url: "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html",
    date: "2026",
  },
  "kms-key-policies": {
    title: "AWS KMS: Key policies",
    url: "https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html",
    date: "2026",
  },
  "kms-put-key-policy": {
    title: "AWS KMS: PutKeyPolicy",
    url: "https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html",
    date: "2026",
  },
  "kms-quotas": {
    title: "AWS KMS: Resource quotas",
    url: "https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html",
    date: "2026",
  },
  "kubernetes-dependent-variables": {
    title: "Kubernetes: Define dependent environment variables",
    url: "https://kubernetes.io/docs/tasks/inject-data-application/define-interdependent-environment-variables/",
    date: "2026-11",
  },
  "kubernetes-dns": {
    title: "Kubernetes: DNS for services and pods",
    url: "https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/",
    date: "2026-09",
  },
  "minio-cors": {
    title: "MinIO: CORS settings for the server",
    url: "https://min.io/docs/minio/linux/reference/minio-server/settings/core.html",
    date: "2025-06",
  },
  "minio-mc-cors-set": {
    title: "MinIO AIStor: mc cors set",
    url: "https://docs.min.io/enterprise/aistor-object-store/reference/cli/mc-cors/mc-cors-set",
    date: "2026-11",
  },
  "minio-mc-admin-config": {
    title: "MinIO: mc admin config",
    url: "https://min.io/docs/minio/linux/reference/minio-mc-admin/mc-admin-config.html",
    date: "2025-06",
  },
  "minio-default-keys": {
    title: "MinIO: Root access settings",
    url: "https://min.io/docs/minio/linux/reference/minio-server/settings/root-credentials.html",
    date: "2025-06",
  },
  "multivalued-condition-keys": {
    title: "Single-valued vs. multivalued context keys",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html",
    date: "2026-06",
  },
  "ovhcloud-endpoints": {
    title: "OVHcloud Object Storage: Endpoints",
    url: "https://help.ovhcloud.com/csm/en-public-cloud-storage-s3-location",
    date: "2026-09",
  },
  "parliament-config": {
    title: "parliament: findings",
    url: "https://github.com/duo-labs/parliament/blob/main/parliament/config.yaml",
    date: "2025-04",
  },
  "parliament-credentials-exposure": {
    title: "parliament: credentials exposure",
    url: "https://github.com/duo-labs/parliament/blob/main/parliament/community_auditors/credentials_exposure.py",
    date: "2025-04",
  },
  "parliament-permissions-management": {
    title: "parliament: permissions management actions",
    url: "https://github.com/duo-labs/parliament/blob/main/parliament/community_auditors/permissions_management.py",
    date: "2025-04",
  },
  "parliament-privilege-escalation": {
    title: "parliament: privilege escalation",
    url: "https://github.com/duo-labs/parliament/blob/main/parliament/community_auditors/privilege_escalation.py",
    date: "2025-04",
  },
  "rfc-6890": {
    title: "IANA IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890)",
    url: "https://www.rfc-editor.org/rfc/rfc6890",
    date: "2013-04",
  },
  "s3-actions": {
    title: "Actions, resources, and condition keys for Amazon S3",
    url: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_s3.html",
    date: "2026-09",
  },
  "s3-bucket-names": {
    title: "Amazon S3: General purpose bucket naming rules",
    url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html",
    date: "2026-09",
  },
  "s3-bucket-policies": {
    title: "Policies and permissions in Amazon S3",
    url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-policy-language-overview.html",
    date: "2026",
  },
  "s3-condition-key-examples": {
    title: "Bucket policy examples using condition keys",
    url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html",
    date: "2026-06",
  },
  "s3-cors": {
    title: "Amazon S3: Elements of a CORS configuration",
    url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/ManageCorsUsing.html",
    date: "2026-09",
  },
  "s3-cors-rule": {
    title: "Amazon S3 API: CORSRule",
    url: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_CORSRule.html",
    date: "2026-09",
  },
  "s3-endpoints": {
    title: "Amazon S3: Endpoints and quotas",
    url: "https://docs.aws.amazon.com/general/latest/gr/s3.html",
    date: "2026-09",
  },
  "s3-etag-missing": {
    title: "AWS SDK for JavaScript: No access to the ETag property on the response",
    url: "https://github.com/aws/aws-sdk-js/issues/191",
    date: "2013-11",
  },
  "s3-expose-wildcard": {
    title: "S3 rejects a wildcard in ExposeHeader",
    url: "https://github.com/google/neuroglancer/issues/788",
    date: "2025-06",
  },
  "s3-how-cors": {
    title: "Amazon S3: How S3 evaluates the CORS configuration on a bucket",
    url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors.html",
    date: "2026-09",
  },
  "s3-key-region": {
    title: "Amazon S3: Specifying server-side encryption with AWS KMS",
    url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/specifying-kms-encryption.html",
    date: "2026",
  },
  "s3-kms-permissions": {
    title: "Amazon S3: Using server-side encryption with AWS KMS keys",
    url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html",
    date: "2026",
  },
  "s3-put-cors": {
    title: "Amazon S3 API: PutBucketCors",
    url: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketCors.html",
    date: "2026-09",
  },
  "s3-put-object": {
    title: "Amazon S3 API Reference: PutObject",
    url: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html",
    date: "2026-06",
  },
  "s3-signature-keys": {
    title: "Amazon S3: Signature Version 4 authentication specific policy keys",
    url: "https://docs.aws.amazon.com/AmazonS3/latest/API/bucket-policy-s3-sigv4-conditions.html",
    date: "2026",
  },
  "s3-virtual-hosting": {
    title: "Amazon S3: Virtual hosting of buckets",
    url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html",
    date: "2026-09",
  },
  "scaleway-endpoints": {
    title: "Scaleway Object Storage: Endpoints",
    url: "https://www.scaleway.com/en/docs/object-storage/",
    date: "2026-09",
  },
  "serverless-iam": {
    title: "Serverless Framework: IAM permissions for functions",
    url: "https://www.serverless.com/framework/docs/providers/aws/guide/iam",
    date: "2026-11",
  },
  "service-authorization": {
    title: "Actions, resources, and condition keys for AWS services",
    url: "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html",
    date: "2026-09",
  },
  "service-principal-format": {
    title: "IAM policy validation check reference: Invalid service principal format",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-invalid-service-principal-format",
    date: "2026-06",
  },
  "shell-quoting": {
    title: "POSIX: Shell command language, quoting",
    url: "https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02",
    date: "2024-06",
  },
  "terraform-aws-cors": {
    title: "Terraform: aws_s3_bucket_cors_configuration",
    url: "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_cors_configuration",
    date: "2026-09",
  },
  "terraform-aws-modules-s3": {
    title: "terraform-aws-modules/s3-bucket: README",
    url: "https://github.com/terraform-aws-modules/terraform-aws-s3-bucket/blob/master/README.md",
    date: "2026",
  },
  "terraform-azure-account": {
    title: "Terraform: azurerm_storage_account",
    url: "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account",
    date: "2026-09",
  },
  "terraform-caller-identity": {
    title: "Terraform: data source aws_caller_identity",
    url: "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/caller_identity",
    date: "2026",
  },
  "terraform-google-bucket": {
    title: "Terraform: google_storage_bucket",
    url: "https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/storage_bucket",
    date: "2026-09",
  },
  "terraform-iam-role": {
    title: "Terraform: aws_iam_role",
    url: "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_role",
    date: "2026-11",
  },
  "versitygw-bucket-policy": {
    title: "versitygw: bucket policy validation, with the wording of Amazon S3",
    url: "https://github.com/versity/versitygw/blob/main/auth/bucket_policy.go",
    date: "2026",
  },
  "versitygw-resource-mismatch": {
    title: "versitygw, issue 645",
    url: "https://github.com/versity/versitygw/issues/645",
    date: "2024",
  },
  "wandb-azure-identity": {
    title: "W&B documentation: Azure buckets with workload identity",
    url: "https://github.com/wandb/docs/pull/2967",
    date: "2026-08-19",
  },
  "wandb-byob": {
    title: "W&B: Bring your own bucket (BYOB)",
    url: "https://docs.wandb.ai/platform/hosting/data-security/secure-storage-connector",
    date: "2026-03",
  },
  "wandb-coreweave-endpoint": {
    title: "W&B documentation: CoreWeave addresses without region",
    url: "https://github.com/wandb/docs/pull/1433",
    date: "2025-07-02",
  },
  "wandb-coreweave-principals": {
    title: "W&B documentation: CoreWeave buckets and principals by deployment",
    url: "https://github.com/wandb/docs/pull/1573",
    date: "2025-09-04",
  },
  "wandb-cors-origins": {
    title: "W&B documentation: Origins that a restricted CORS policy needs",
    url: "https://github.com/wandb/docs/pull/2912",
    date: "2026-08",
  },
  "wandb-environment-variables": {
    title: "W&B: Environment variables of the server",
    url: "https://docs.wandb.ai/platform/hosting/env-vars",
    date: "2026-03",
  },
  "wandb-helm-bucket": {
    title: "W&B Helm chart: how the bucket address is built",
    url: "https://github.com/wandb/helm-charts/blob/82d5626a/charts/operator-wandb/templates/_bucket.tpl",
    date: "2026-07-24",
  },
  "wandb-helm-environment": {
    title: "operator-wandb chart: environment of the services",
    url: "https://github.com/wandb/helm-charts/blob/82d5626a/charts/operator-wandb/templates/_env.tpl",
    date: "2026-07-24",
  },
  "wandb-helm-old-chart": {
    title: "wandb chart: README",
    url: "https://github.com/wandb/helm-charts/blob/82d5626a/charts/wandb/README.md",
    date: "2026-07-24",
  },
  "wandb-helm-values": {
    title: "W&B Helm chart: values",
    url: "https://github.com/wandb/helm-charts/blob/82d5626a/charts/operator-wandb/values.yaml",
    date: "2026-07-24",
  },
  "wandb-operator-connections": {
    title: "W&B operator: Infrastructure connection settings",
    url: "https://github.com/wandb/operator/blob/7b063065/docs/infra-connection-settings.md",
    date: "2026-08-21",
  },
  "wandb-operator-migration": {
    title: "W&B operator: how version 1 settings are read",
    url: "https://github.com/wandb/operator/blob/main/internal/controller/reconciler/migrate_legacy.go",
    date: "2026-08-21",
  },
  "wandb-org-id-correction": {
    title: "wandb/docs, pull request 1472",
    url: "https://github.com/wandb/docs/pull/1472",
    date: "2025-07-29",
  },
  "wandb-presigned-urls": {
    title: "W&B: Access BYOB using pre-signed URLs",
    url: "https://docs.wandb.ai/platform/hosting/data-security/presigned-urls",
    date: "2026-02",
  },
  "wandb-releases": {
    title: "W&B server releases",
    url: "https://github.com/wandb/server/releases",
    date: "2026-09-23",
  },
  "azure-workload-identity": {
    title: "Azure: Workload identity federation",
    url: "https://learn.microsoft.com/entra/workload-id/workload-identity-federation",
    date: "2026-09",
  },
  "gcs-iam-roles": {
    title: "Cloud Storage: IAM roles",
    url: "https://cloud.google.com/storage/docs/access-control/iam-roles",
    date: "2026-09",
  },
  "gcs-soft-delete": {
    title: "Cloud Storage: Soft delete",
    url: "https://cloud.google.com/storage/docs/soft-delete",
    date: "2026-09",
  },
  "s3-lifecycle": {
    title: "Amazon S3: Lifecycle configuration elements",
    url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html",
    date: "2026-09",
  },
  "wandb-scim": {
    title: "W&B: SCIM API, group resource",
    url: "https://docs.wandb.ai/platform/hosting/iam/scim",
    date: "2026",
  },
  "wandb-operator-types": {
    title: "W&B operator: types of the custom resource, version 2",
    url: "https://github.com/wandb/operator/blob/7b063065/api/v2/weightsandbiases_types.go",
    date: "2026-08-21",
  },
  "wandb-terraform-aws": {
    title: "terraform-aws-wandb: variables",
    url: "https://github.com/wandb/terraform-aws-wandb/blob/e1363b6db706bf96d66107f70dea1b5009d7ef1f/variables.tf",
    date: "2026-06-29",
  },
  "wandb-terraform-azure": {
    title: "terraform-azurerm-wandb: variables",
    url: "https://github.com/wandb/terraform-azurerm-wandb/blob/21dc77b/variables.tf",
    date: "2026",
  },
  "wandb-terraform-acl-removal": {
    title: "terraform-aws-wandb, pull request 50",
    url: "https://github.com/wandb/terraform-aws-wandb/pull/50",
    date: "2022",
  },
  "wandb-terraform-connector": {
    title: "terraform-aws-wandb: secure_storage_connector",
    url: "https://github.com/wandb/terraform-aws-wandb/blob/e1363b6db706bf96d66107f70dea1b5009d7ef1f/modules/secure_storage_connector/main.tf",
    date: "2026-06-29",
  },
  "wandb-terraform-google": {
    title: "W&B's Terraform module for Google Cloud",
    url: "https://github.com/wandb/terraform-google-wandb/pull/27",
    date: "2022-07-28",
  },
  "wandb-terraform-kubernetes": {
    title: "terraform-kubernetes-wandb: variables",
    url: "https://github.com/wandb/terraform-kubernetes-wandb/blob/main/variables.tf",
    date: "2024-02",
  },
  "wandb-terraform-misnamed-key": {
    title: "terraform-aws-wandb, issue 272",
    url: "https://github.com/wandb/terraform-aws-wandb/issues/272",
    date: "2024",
  },
  "wasabi-endpoints": {
    title: "Wasabi: Service URLs by region",
    url: "https://docs.wasabi.com/docs/what-are-the-service-urls-for-wasabi-s-different-storage-regions",
    date: "2026-09",
  },
  "weave-media-references": {
    title: "Weave: Reference media in your own bucket",
    url: "https://docs.wandb.ai/weave/guides/tracking/byob-references",
    date: "2026-09",
  },
} as const satisfies Readonly<Record<string, Source>>;

/** Names a source: by its key, or a check of IAM Access Analyzer, which has a section of its own. */
export type SourceKey = keyof typeof sources | AnalyzerKey;

type AnalyzerKey = `access-analyzer:${string}`;

export function sourceOf(key: SourceKey): Source {
  if (!isAnalyzerKey(key)) return sources[key];
  const code = key.slice(key.indexOf(":") + 1);
  const page = sources["access-analyzer-checks"];
  return {
    title: `IAM policy validation check reference: ${code}`,
    url: `${page.url}#${analyzerSection(code)}`,
    date: page.date,
  };
}

function isAnalyzerKey(key: SourceKey): key is AnalyzerKey {
  return key.startsWith("access-analyzer:");
}
