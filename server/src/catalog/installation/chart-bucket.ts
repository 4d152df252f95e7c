import { sources } from "../sources.js";
import { type Scheme } from "../address/providers.js";
import { type Source } from "../source.js";

/** The providers of `global.bucket` in the operator-wandb chart, each with the scheme that it gives. */
export const chartProviders: Readonly<Record<string, Scheme>> = {
  s3: "s3",
  gcs: "gs",
  az: "az",
  cw: "cw",
};

/** What other tools, and W&B's own addresses, call the chart's providers. */
export const otherProviders: Readonly<Record<string, string>> = {
  aws: "s3",
  minio: "s3",
  ceph: "s3",
  gs: "gcs",
  gcp: "gcs",
  google: "gcs",
  azure: "az",
  azurerm: "az",
  azblob: "az",
  coreweave: "cw",
  caios: "cw",
};

/** The fields of `global.bucket` that hold one value each. */
export const chartFields = [
  "provider",
  "name",
  "path",
  "region",
  "kmsKey",
  "accessKey",
  "secretKey",
  "azureTenantId",
  "azureClientId",
  "azureAuthMethod",
] as const;

export type ChartField = (typeof chartFields)[number];

/** What is written in place of the chart's fields; `endpoint` stands for a host, which goes into `name`. */
export const misplacedChartFields: Readonly<
  Record<string, ChartField | "endpoint" | "secret.secretName">
> = {
  endpoint: "endpoint",
  endpointUrl: "endpoint",
  host: "endpoint",
  url: "endpoint",
  bucket: "name",
  bucketName: "name",
  bucket_name: "name",
  container: "path",
  containerName: "path",
  prefix: "path",
  kmsKeyArn: "kmsKey",
  kmsKeyId: "kmsKey",
  secretName: "secret.secretName",
  existingSecret: "secret.secretName",
  accessKeyId: "accessKey",
  secretAccessKey: "secretKey",
};

/** Ways in which the chart lets W&B sign in to an Azure account. */
export const azureAuthMethods: readonly string[] = ["accessKey", "workloadIdentity"];

/** The oldest chart that knows Azure's workload identity for a bucket. */
export const azureIdentityChart: { readonly value: string; readonly source: Source } = {
  value: "0.44.0",
  source: sources["wandb-azure-identity"],
};
