import { sources } from "../sources.js";
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
    source: sources["wandb-environment-variables"],
  },
  {
    name: "GORILLA_FILE_STORE",
    description: "The storage address of the instance's bucket, as set by the Helm chart.",
    source: sources["wandb-helm-bucket"],
  },
  {
    name: "GORILLA_STORAGE_BUCKET",
    description: "The storage address of the instance's bucket, as set by the Helm chart.",
    source: sources["wandb-helm-bucket"],
  },
  {
    name: "GORILLA_RUN_UPDATE_SHADOW_QUEUE_OVERFLOW_BUCKET_STORE",
    description:
      "Where run updates that do not fit into the queue are stored, as set by the Helm chart.",
    source: sources["wandb-helm-bucket"],
  },
  {
    name: "GORILLA_SUPPORTED_FILE_STORES",
    description:
      "The storage that teams can use in addition to the instance's own bucket. For CoreWeave on Self-Managed, the value is `cw://`. The server reads it at startup.",
    source: sources["wandb-byob"],
  },
  {
    name: "BUCKET_QUEUE",
    description:
      "The queue for file notifications. Use `internal://` for a bucket that does not send any.",
    source: sources["wandb-environment-variables"],
  },
  {
    name: "AWS_REGION",
    description: "The AWS Region of the bucket.",
    source: sources["wandb-environment-variables"],
  },
  {
    name: "AWS_S3_KMS_ID",
    description: "The KMS key that encrypts the objects of an AWS bucket.",
    source: sources["wandb-environment-variables"],
  },
  {
    name: "AZURE_STORAGE_KEY",
    description: "The storage account key, which is used if the address does not contain one.",
    source: sources["wandb-helm-bucket"],
  },
];

/** Weave's own setting takes a bucket without endpoint and credentials. */
export const weaveStorageVariable = "WF_FILE_STORAGE_URI";

/** The queue that every kind of bucket works with. */
export const internalQueue = "internal://";
