import { sources } from "../sources.js";
import { type Source } from "../source.js";

/** What a setting of the W&B server holds, as far as it concerns storage. */
export type SettingRole =
  | "address"
  | "addresses" // several, divided by commas
  | "queue" // a queue's address, which looks like a bucket's but is none
  | "related"; // anything else that storage rules look at

export interface SettingKey {
  readonly name: string;
  readonly role: SettingRole;
  /**
   * How telling the name is: `own` is W&B's alone; `common` is a word that other programs use too, so
   * that its value counts only where it is an address; `key` is a chart's or a module's, and means
   * W&B's bucket only in a text that speaks of W&B; `store` is that of the storage itself.
   */
  readonly certainty: "own" | "common" | "key" | "store";
  /** The name that is meant where this one is a known mistake. */
  readonly meant?: string;
  readonly source: Source;
}

/** The settings that give the server a Region: its own variable, and the older chart's value for it. */
export const regionKeys: readonly string[] = ["AWS_REGION", "bucketRegion"];

const own = { certainty: "own" } as const;
const common = { certainty: "common" } as const;
const key = { certainty: "key" } as const;

/** The variable by which MinIO is told the origins whose pages may use its buckets. */
export const minioOrigins = "MINIO_API_CORS_ALLOW_ORIGIN";

/** The name of the same setting in `mc admin config set ALIAS api`. */
export const minioApiOrigins = "cors_allow_origin";

/** The settings that hold storage addresses, and those that rules about storage look at besides. */
export const settingKeys: readonly SettingKey[] = [
  { name: "BUCKET", role: "address", ...common, source: sources["wandb-environment-variables"] },
  {
    name: "GORILLA_FILE_STORE",
    role: "address",
    ...own,
    source: sources["wandb-helm-environment"],
  },
  {
    name: "GORILLA_STORAGE_BUCKET",
    role: "address",
    ...own,
    source: sources["wandb-helm-environment"],
  },
  {
    name: "GORILLA_RUN_UPDATE_SHADOW_QUEUE_OVERFLOW_BUCKET_STORE",
    role: "address",
    ...own,
    source: sources["wandb-helm-environment"],
  },
  {
    name: "GORILLA_SUPPORTED_FILE_STORES",
    role: "addresses",
    ...own,
    source: sources["wandb-byob"],
  },
  {
    name: "SUPPORTED_FILE_STORES",
    role: "addresses",
    ...common,
    meant: "GORILLA_SUPPORTED_FILE_STORES",
    source: sources["wandb-terraform-misnamed-key"],
  },
  {
    name: "WF_FILE_STORAGE_URI",
    role: "address",
    ...own,
    source: sources["wandb-operator-connections"],
  },
  { name: "BUCKET_QUEUE", role: "queue", ...own, source: sources["wandb-environment-variables"] },
  {
    name: "AWS_REGION",
    role: "related",
    ...common,
    source: sources["wandb-environment-variables"],
  },
  {
    name: "AWS_S3_KMS_ID",
    role: "related",
    ...own,
    source: sources["wandb-environment-variables"],
  },
  { name: "AZURE_STORAGE_KEY", role: "related", ...common, source: sources["wandb-helm-bucket"] },
  { name: "BUCKET_NAME", role: "related", ...common, source: sources["wandb-helm-bucket"] },
  { name: "BUCKET_PATH", role: "related", ...common, source: sources["wandb-helm-bucket"] },
  { name: "BUCKET_ACCESS_KEY", role: "related", ...common, source: sources["wandb-helm-bucket"] },
  { name: "BUCKET_SECRET_KEY", role: "related", ...common, source: sources["wandb-helm-bucket"] },
  {
    name: "BUCKET_PROXY",
    role: "related",
    ...common,
    source: sources["wandb-environment-variables"],
  },
  {
    name: "GORILLA_FILE_STORE_IS_PROXIED",
    role: "related",
    ...own,
    source: sources["wandb-environment-variables"],
  },
  { name: "GORILLA_DEFAULT_REGION", role: "related", ...own, source: sources["wandb-helm-bucket"] },
  { name: "bucket", role: "address", ...key, source: sources["wandb-helm-old-chart"] },
  { name: "bucketQueue", role: "queue", ...key, source: sources["wandb-helm-old-chart"] },
  { name: "bucket_queue", role: "queue", ...key, source: sources["wandb-terraform-kubernetes"] },
  { name: minioOrigins, role: "related", certainty: "store", source: sources["minio-cors"] },
];

const byName = new Map(settingKeys.map((setting) => [setting.name, setting]));

/** The setting of a name, by its exact spelling: environment variables have no other. */
export function settingKeyOf(name: string): SettingKey | undefined {
  return byName.get(name);
}

/** Variables that hold a secret and nothing else, as the AWS SDK, the server, and the chart read them. */
export const secretVariables: ReadonlySet<string> = new Set([
  "AWS_SECRET_ACCESS_KEY",
  "AZURE_STORAGE_KEY",
  "BUCKET_SECRET_KEY",
]);
