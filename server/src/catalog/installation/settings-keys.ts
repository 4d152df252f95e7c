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
   * W&B's bucket only in a text that speaks of W&B.
   */
  readonly certainty: "own" | "common" | "key";
  /** The name that is meant where this one is a known mistake. */
  readonly meant?: string;
  readonly source: Source;
}

const environmentPage: Source = {
  title: "Configure environment variables for W&B Server",
  url: "https://docs.wandb.ai/platform/hosting/env-vars",
  date: "2026-02",
};

const storagePage: Source = {
  title: "Bring your own bucket (BYOB)",
  url: "https://docs.wandb.ai/platform/hosting/data-security/secure-storage-connector",
  date: "2026-02",
};

const chart: Source = {
  title: "operator-wandb chart: environment of the services",
  url: "https://github.com/wandb/helm-charts/blob/82d5626a/charts/operator-wandb/templates/_env.tpl",
  date: "2026-07-24",
};

const bucketTemplate: Source = {
  title: "operator-wandb chart: bucket templates",
  url: "https://github.com/wandb/helm-charts/blob/82d5626a/charts/operator-wandb/templates/_bucket.tpl",
  date: "2026-07-24",
};

const oldChart: Source = {
  title: "wandb chart: README",
  url: "https://github.com/wandb/helm-charts/blob/82d5626a/charts/wandb/README.md",
  date: "2026-07-24",
};

const kubernetesModule: Source = {
  title: "terraform-kubernetes-wandb: variables",
  url: "https://github.com/wandb/terraform-kubernetes-wandb/blob/main/variables.tf",
  date: "2024-02",
};

const misnamed: Source = {
  title: "terraform-aws-wandb, issue 272",
  url: "https://github.com/wandb/terraform-aws-wandb/issues/272",
  date: "2024",
};

const infrastructurePage: Source = {
  title: "W&B operator: infrastructure connection settings",
  url: "https://github.com/wandb/operator/blob/7b063065/docs/infra-connection-settings.md",
  date: "2026-08-21",
};

const own = { certainty: "own" } as const;
const common = { certainty: "common" } as const;
const key = { certainty: "key" } as const;

/** The settings that hold storage addresses, and those that rules about storage look at besides. */
export const settingKeys: readonly SettingKey[] = [
  { name: "BUCKET", role: "address", ...common, source: environmentPage },
  { name: "GORILLA_FILE_STORE", role: "address", ...own, source: chart },
  { name: "GORILLA_STORAGE_BUCKET", role: "address", ...own, source: chart },
  {
    name: "GORILLA_RUN_UPDATE_SHADOW_QUEUE_OVERFLOW_BUCKET_STORE",
    role: "address",
    ...own,
    source: chart,
  },
  { name: "GORILLA_SUPPORTED_FILE_STORES", role: "addresses", ...own, source: storagePage },
  {
    name: "SUPPORTED_FILE_STORES",
    role: "addresses",
    ...common,
    meant: "GORILLA_SUPPORTED_FILE_STORES",
    source: misnamed,
  },
  { name: "WF_FILE_STORAGE_URI", role: "address", ...own, source: infrastructurePage },
  { name: "BUCKET_QUEUE", role: "queue", ...own, source: environmentPage },
  { name: "AWS_REGION", role: "related", ...common, source: environmentPage },
  { name: "AWS_S3_KMS_ID", role: "related", ...own, source: environmentPage },
  { name: "AZURE_STORAGE_KEY", role: "related", ...common, source: bucketTemplate },
  { name: "BUCKET_NAME", role: "related", ...common, source: bucketTemplate },
  { name: "BUCKET_PATH", role: "related", ...common, source: bucketTemplate },
  { name: "BUCKET_ACCESS_KEY", role: "related", ...common, source: bucketTemplate },
  { name: "BUCKET_SECRET_KEY", role: "related", ...common, source: bucketTemplate },
  { name: "BUCKET_PROXY", role: "related", ...common, source: environmentPage },
  { name: "GORILLA_FILE_STORE_IS_PROXIED", role: "related", ...own, source: environmentPage },
  { name: "GORILLA_DEFAULT_REGION", role: "related", ...own, source: bucketTemplate },
  { name: "bucket", role: "address", ...key, source: oldChart },
  { name: "bucketQueue", role: "queue", ...key, source: oldChart },
  { name: "bucket_queue", role: "queue", ...key, source: kubernetesModule },
];

const byName = new Map(settingKeys.map((setting) => [setting.name, setting]));

/** The setting of a name, by its exact spelling: environment variables have no other. */
export function settingKeyOf(name: string): SettingKey | undefined {
  return byName.get(name);
}
