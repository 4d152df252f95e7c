import { type Source } from "../source.js";

/** The pages and public code that the facts about storage addresses come from. */
export const addressSources = {
  wandbByob: {
    title: "W&B: Bring your own bucket",
    url: "https://docs.wandb.ai/platform/hosting/data-security/secure-storage-connector",
    date: "2026-03",
  },
  wandbEnvironment: {
    title: "W&B: Environment variables of the server",
    url: "https://docs.wandb.ai/platform/hosting/env-vars",
    date: "2026-03",
  },
  wandbOperatorConnections: {
    title: "W&B operator: Infrastructure connection settings",
    url: "https://github.com/wandb/operator/blob/main/docs/infra-connection-settings.md",
    date: "2026-08-21",
  },
  wandbOperatorMigration: {
    title: "W&B operator: how version 1 settings are read",
    url: "https://github.com/wandb/operator/blob/main/internal/controller/reconciler/migrate_legacy.go",
    date: "2026-08-21",
  },
  wandbHelmBucket: {
    title: "W&B Helm chart: how the bucket address is built",
    url: "https://github.com/wandb/helm-charts/blob/main/charts/operator-wandb/templates/_bucket.tpl",
    date: "2026-07-24",
  },
  wandbHelmValues: {
    title: "W&B Helm chart: values",
    url: "https://github.com/wandb/helm-charts/blob/main/charts/operator-wandb/values.yaml",
    date: "2026-07-24",
  },
  wandbAzureIdentity: {
    title: "W&B documentation: Azure buckets with workload identity",
    url: "https://github.com/wandb/docs/pull/2967",
    date: "2026-08-19",
  },
  wandbReleases: {
    title: "W&B server releases",
    url: "https://github.com/wandb/server/releases",
    date: "2026-09-23",
  },
  wandbCoreweaveEndpoint: {
    title: "W&B documentation: CoreWeave addresses without region",
    url: "https://github.com/wandb/docs/pull/1433",
    date: "2025-07-02",
  },
  wandbCoreweaveVersions: {
    title: "W&B documentation: CoreWeave buckets by deployment",
    url: "https://github.com/wandb/docs/pull/1573",
    date: "2025-09-04",
  },
  wandbSelfManagedBucket: {
    title: "W&B: Requirements for S3-compatible object storage",
    url: "https://docs.wandb.ai/platform/hosting/self-managed/bare-metal",
    date: "2026-03",
  },
  goUrl: {
    title: "Go: net/url",
    url: "https://github.com/golang/go/blob/master/src/net/url/url.go",
    date: "2026-08",
  },
  goHostColons: {
    title: "Go: net/url rejects hosts with unbracketed colons",
    url: "https://github.com/golang/go/issues/75223",
    date: "2026-02",
  },
  goParseBool: {
    title: "Go: strconv.ParseBool",
    url: "https://pkg.go.dev/strconv#ParseBool",
    date: "2026-08",
  },
  coreweaveBuckets: {
    title: "CoreWeave AI Object Storage: Create buckets",
    url: "https://docs.coreweave.com/docs/products/storage/object-storage/buckets/create-bucket",
    date: "2026-09",
  },
  coreweaveEndpoints: {
    title: "CoreWeave AI Object Storage: Endpoints",
    url: "https://docs.coreweave.com/docs/products/storage/object-storage",
    date: "2026-09",
  },
  s3BucketNames: {
    title: "Amazon S3: General purpose bucket naming rules",
    url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html",
    date: "2026-09",
  },
  s3Endpoints: {
    title: "Amazon S3: Endpoints and quotas",
    url: "https://docs.aws.amazon.com/general/latest/gr/s3.html",
    date: "2026-09",
  },
  s3VirtualHosting: {
    title: "Amazon S3: Virtual hosting of buckets",
    url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html",
    date: "2026-09",
  },
  awsPartitions: {
    title: "AWS SDK for JavaScript: partitions",
    url: "https://github.com/aws/aws-sdk-js-v3/blob/main/packages/util-endpoints/src/lib/aws/partitions.json",
    date: "2026-09",
  },
  iamIdentifiers: {
    title: "AWS IAM: Unique identifiers and their prefixes",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html",
    date: "2026-09",
  },
  temporaryCredentials: {
    title: "AWS IAM: Use temporary credentials with AWS resources",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_use-resources.html",
    date: "2026-09",
  },
  awsSampleKeys: {
    title: "AWS IAM: Manage access keys for IAM users",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html",
    date: "2026-09",
  },
  minioDefaultKeys: {
    title: "MinIO: Root access settings",
    url: "https://min.io/docs/minio/linux/reference/minio-server/settings/root-credentials.html",
    date: "2025-06",
  },
  gcsBucketNames: {
    title: "Cloud Storage: About buckets, bucket names",
    url: "https://cloud.google.com/storage/docs/buckets#naming",
    date: "2026-09",
  },
  gcpServiceAccounts: {
    title: "Google Cloud IAM: Service accounts overview",
    url: "https://cloud.google.com/iam/docs/service-account-overview",
    date: "2026-09",
  },
  gcpServiceAccountKeys: {
    title: "Google Cloud IAM: Create and delete service account keys",
    url: "https://cloud.google.com/iam/docs/keys-create-delete",
    date: "2026-09",
  },
  azureNames: {
    title: "Azure: Naming rules and restrictions for resources",
    url: "https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules",
    date: "2026-09",
  },
  azureContainers: {
    title: "Azure Storage: Naming and referencing containers, blobs and metadata",
    url: "https://learn.microsoft.com/rest/api/storageservices/naming-and-referencing-containers--blobs--and-metadata",
    date: "2026-09",
  },
  azureKeys: {
    title: "Microsoft Purview: Azure storage account key",
    url: "https://learn.microsoft.com/purview/sit-defn-azure-storage-account-key",
    date: "2026-09",
  },
  azureEndpoints: {
    title: "Azure Storage: Storage account endpoints",
    url: "https://learn.microsoft.com/azure/storage/common/storage-account-overview#storage-account-endpoints",
    date: "2026-09",
  },
  shellQuoting: {
    title: "POSIX: Shell command language, quoting",
    url: "https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02",
    date: "2024-06",
  },
  kubernetesDns: {
    title: "Kubernetes: DNS for services and pods",
    url: "https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/",
    date: "2026-09",
  },
} as const satisfies Record<string, Source>;
