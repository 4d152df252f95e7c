import { sources } from "../sources.js";
import { type Source } from "../source.js";

/** A file, other than the chart's values, that describes W&B's bucket in fields of its own. */
export type StoreForm =
  "custom-resource" | "scim" | "terraform-aws" | "terraform-azure" | "terraform-google";

export interface StoreFormFacts {
  readonly fields: readonly string[];
  /** The fields without which it is refused. */
  readonly required: readonly string[];
  /** The words for providers, exactly as they must be written; absent where none is named. */
  readonly providers?: readonly string[];
  readonly source: Source;
}

export const storeForms: Readonly<Record<StoreForm, StoreFormFacts>> = {
  "custom-resource": {
    fields: [
      "provider",
      "endpoint",
      "port",
      "accessKey",
      "secretKey",
      "bucket",
      "path",
      "region",
      "tlsEnabled",
      "forcePathStyle",
      "url",
    ],
    required: ["bucket"],
    providers: ["s3", "gcs", "azure"],
    source: sources["wandb-operator-types"],
  },
  scim: {
    fields: [
      "name",
      "provider",
      "path",
      "kmsKeyId",
      "awsExternalId",
      "azureTenantId",
      "azureClientId",
    ],
    required: ["name", "provider"],
    providers: ["COREWEAVE", "AWS", "AZURE", "GCP", "MINIO"],
    source: sources["wandb-scim"],
  },
  "terraform-aws": {
    fields: ["bucket_name", "bucket_path", "bucket_kms_key_arn", "bucket_permissions_mode"],
    required: [],
    source: sources["wandb-terraform-aws"],
  },
  "terraform-azure": {
    fields: ["storage_account", "blob_container", "storage_key", "bucket_path"],
    required: [],
    source: sources["wandb-terraform-azure"],
  },
  "terraform-google": {
    fields: ["bucket_name", "bucket_path"],
    required: [],
    source: sources["wandb-terraform-google"],
  },
};

/** What providers are called elsewhere, and their word in each form. */
export const otherStoreProviders: Readonly<
  Partial<Record<StoreForm, Readonly<Record<string, string>>>>
> = {
  "custom-resource": {
    aws: "s3",
    minio: "s3",
    cw: "s3",
    coreweave: "s3",
    gs: "gcs",
    gcp: "gcs",
    google: "gcs",
    az: "azure",
    azurerm: "azure",
    azblob: "azure",
  },
  scim: {
    s3: "AWS",
    amazon: "AWS",
    cw: "COREWEAVE",
    caios: "COREWEAVE",
    az: "AZURE",
    azurerm: "AZURE",
    azblob: "AZURE",
    gs: "GCP",
    gcs: "GCP",
    google: "GCP",
    ceph: "MINIO",
    "s3-compatible": "MINIO",
  },
};

/** What is written in the place of `externalObjectStore` in an instance of the custom resource's `objectStore`. */
export const otherInstanceFields: Readonly<Record<string, string>> = {
  external: "externalObjectStore",
  externalStore: "externalObjectStore",
  externalBucket: "externalObjectStore",
  objectStore: "externalObjectStore",
  managed: "managedObjectStore",
};

/** The pattern that the AWS module holds `bucket_kms_key_arn` to. */
export const moduleKeyPattern = /^arn:aws:kms:[a-z0-9-]+:[0-9]+:key\/[a-zA-Z0-9-_]+$/;

/** The words that the AWS module takes for `bucket_permissions_mode`. */
export const permissionsModes: readonly string[] = ["strict", "restricted", "public"];

/** The sources of W&B's modules, in Terraform's registry and on GitHub. */
export const moduleSources: readonly (readonly [RegExp, StoreForm])[] = [
  [/(?:^|\/)wandb\/wandb\/aws(?:\/|$)|terraform-aws-wandb/, "terraform-aws"],
  [/(?:^|\/)wandb\/wandb\/azurerm(?:\/|$)|terraform-azurerm-wandb/, "terraform-azure"],
  [/(?:^|\/)wandb\/wandb\/google(?:\/|$)|terraform-google-wandb/, "terraform-google"],
];
