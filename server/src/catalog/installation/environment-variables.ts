import { addressSources } from "../address/sources.js";
import { type Source } from "../source.js";

/** A variable that the W&B server reads, and what it is for. */
interface EnvironmentVariable {
  readonly name: string;
  readonly description: string;
  readonly source: Source;
}

export const environmentVariables: readonly EnvironmentVariable[] = [
  {
    name: "BUCKET",
    description: "The storage address of the instance's bucket.",
    source: addressSources.wandbEnvironment,
  },
  {
    name: "GORILLA_FILE_STORE",
    description: "The storage address of the instance's bucket, as the Helm chart sets it.",
    source: addressSources.wandbHelmBucket,
  },
  {
    name: "GORILLA_STORAGE_BUCKET",
    description: "The storage address of the instance's bucket, as the Helm chart sets it.",
    source: addressSources.wandbHelmBucket,
  },
  {
    name: "GORILLA_RUN_UPDATE_SHADOW_QUEUE_OVERFLOW_BUCKET_STORE",
    description: "Where run updates go that do not fit into the queue, as the Helm chart sets it.",
    source: addressSources.wandbHelmBucket,
  },
  {
    name: "GORILLA_SUPPORTED_FILE_STORES",
    description:
      "Stores that teams may choose besides the instance's own. For CoreWeave on a Self-Managed instance the value is `cw://`. The server reads it when it starts.",
    source: addressSources.wandbByob,
  },
  {
    name: "BUCKET_QUEUE",
    description: "The queue of file changes; `internal://` for every bucket that notifies none.",
    source: addressSources.wandbEnvironment,
  },
  {
    name: "AWS_REGION",
    description: "The AWS region of the bucket.",
    source: addressSources.wandbEnvironment,
  },
  {
    name: "AWS_S3_KMS_ID",
    description: "The KMS key that encrypts the objects of an AWS bucket.",
    source: addressSources.wandbEnvironment,
  },
  {
    name: "AZURE_STORAGE_KEY",
    description: "The storage account's key, used where the address names none.",
    source: addressSources.wandbHelmBucket,
  },
];

/** Weave's own setting takes a bucket without endpoint and credentials. */
export const weaveStorageVariable = "WF_FILE_STORAGE_URI";

/** The queue that every kind of bucket works with. */
export const internalQueue = "internal://";
