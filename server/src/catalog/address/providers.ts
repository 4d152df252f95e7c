import { sources } from "../sources.js";
import { type Source } from "../source.js";

/** A scheme of a storage address that the W&B server knows. */
export type Scheme = "cw" | "s3" | "gs" | "az";

interface StorageProvider {
  readonly scheme: Scheme;
  readonly title: string;
  /** The form that W&B documents, with its placeholders. */
  readonly form: string;
  readonly source: Source;
}

export const providers: Readonly<Record<Scheme, StorageProvider>> = {
  cw: {
    scheme: "cw",
    title: "CoreWeave AI Object Storage",
    form: "cw://<accessKey>:<secretAccessKey>@cwobject.com/<bucketName>?tls=true",
    source: sources["wandb-byob"],
  },
  s3: {
    scheme: "s3",
    title: "Amazon S3 or S3-compatible storage",
    form: "s3://<accessKey>:<secretAccessKey>@<endpoint>/<bucketName>?region=<region>",
    source: sources["wandb-byob"],
  },
  gs: {
    scheme: "gs",
    title: "Google Cloud Storage",
    form: "gs://<serviceAccountEmail>:<urlEncodedPrivateKey>@<bucketName>",
    source: sources["wandb-byob"],
  },
  az: {
    scheme: "az",
    title: "Azure Blob Storage",
    form: "az://:<urlEncodedAccessKey>@<storageAccountName>/<containerName>",
    source: sources["wandb-byob"],
  },
};

export const schemes: readonly Scheme[] = ["cw", "s3", "gs", "az"];

/** Schemes that other programs use for the same stores. */
export const foreignSchemes: Readonly<Record<string, Scheme>> = {
  aws: "s3",
  s3a: "s3",
  s3n: "s3",
  minio: "s3",
  "s3+http": "s3",
  "s3+https": "s3",
  gcs: "gs",
  gcp: "gs",
  google: "gs",
  azure: "az",
  azblob: "az",
  abfs: "az",
  abfss: "az",
  wasb: "az",
  wasbs: "az",
  coreweave: "cw",
  caios: "cw",
};

/** Schemes of a queue address, which `BUCKET_QUEUE` holds. */
export const queueSchemes: readonly string[] = ["internal", "sqs", "pubsub"];

/** The endpoint that W&B's CoreWeave addresses name. */
export const coreweaveEndpoint = "cwobject.com";
/** CoreWeave's cache, which answers inside its clusters only and speaks plain HTTP. */
export const coreweaveCacheEndpoint = "cwlota.com";
/** Further domains of CoreWeave's object storage. */
export const coreweaveDomains: readonly string[] = [
  coreweaveEndpoint,
  coreweaveCacheEndpoint,
  "coreweave.com",
];

/** Blob endpoints of Azure's clouds; the account is the label before. */
export const azureBlobDomains: readonly string[] = [
  "blob.core.windows.net",
  "dfs.core.windows.net",
  "blob.core.chinacloudapi.cn",
  "blob.core.usgovcloudapi.net",
  "dfs.core.usgovcloudapi.net",
];

/** Hosts of Cloud Storage: the bucket is the label before, or the path's first segment. */
export const googleStorageHosts: readonly string[] = [
  "storage.googleapis.com",
  "storage.cloud.google.com",
];

/** S3-compatible services that name their region in the endpoint, with `*` in the region's place. */
export const regionalServices: readonly { readonly host: string; readonly source: Source }[] = [
  {
    host: "s3.*.wasabisys.com",
    source: sources["wasabi-endpoints"],
  },
  {
    host: "s3.*.backblazeb2.com",
    source: sources["backblaze-endpoints"],
  },
  {
    host: "s3.*.scw.cloud",
    source: sources["scaleway-endpoints"],
  },
  {
    host: "s3.*.io.cloud.ovh.net",
    source: sources["ovhcloud-endpoints"],
  },
];

/** The oldest W&B server and chart that take CoreWeave buckets, by W&B's page. */
export const coreweaveVersions = {
  /** Earlier servers do not know the scheme at all. */
  announced: "0.70.0",
  server: "0.73.0",
  chart: "0.33.14",
} as const;
