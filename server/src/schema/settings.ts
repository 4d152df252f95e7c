import * as z from "zod";
import { severityChoices } from "./severity.js";

/** What a user may say that the policies of a file are. */
export const policyTypeChoices = [
  "auto",
  "none",
  "bucket",
  "key",
  "identity",
  "trust",
  "coreweave-bucket",
  "coreweave-organization",
  "minio",
] as const;

/** The kinds of W&B deployments. */
export const deployments = ["unknown", "multi-tenant", "dedicated", "self-managed"] as const;

export type PolicyTypeChoice = (typeof policyTypeChoices)[number];

/** A version of the server or the chart, such as `0.73.0`. */
export const versionForm = /^v?\d+(?:\.\d+){0,2}$/;

const version = z.string().regex(new RegExp(`^$|${versionForm.source}`));

/** The settings of the section `byob`, told once: editors, the server and the manifest read this. */
export const settingsShape = {
  deployment: z.enum(deployments).default("unknown").meta({
    description:
      "Your W&B deployment type. It determines which principals and providers are expected. If it is unknown, checks that depend on it are skipped.",
  }),
  serverVersion: version.default("").meta({
    description: "Version of your W&B server, such as 0.73.0. Leave empty if unknown.",
  }),
  chartVersion: version.default("").meta({
    description:
      "Version of the operator-wandb Helm chart, such as 0.33.14. Leave empty if unknown.",
  }),
  awsRegion: z.string().default("").meta({
    description:
      "`AWS_REGION` of a W&B server that runs on AWS, such as us-west-2. Leave empty if unknown.",
  }),
  origins: z.array(z.string()).default([]).meta({
    description:
      "Origins of the W&B front end that browsers upload from, such as https://wandb.example.com. If empty, the origin of Multi-tenant Cloud is used.",
  }),
  addressKeys: z
    .array(z.string())
    .default([])
    .meta({ description: "Names of additional settings whose values are storage addresses." }),
  policyTypes: z.record(z.string(), z.enum(policyTypeChoices)).default({}).meta({
    description:
      'Policy types by glob, for files whose content does not make the type clear: `{ "**/roles/*.json": "identity" }`. If the type is clear from the content, this setting has no effect. The last matching glob applies. `auto` detects the type from the content; `none` turns off policy checks.',
  }),
  maskSecrets: z
    .boolean()
    .default(false)
    .meta({ description: "Hide the secrets in storage addresses in the editor." }),
  rules: z.record(z.string(), z.enum(severityChoices)).default({}).meta({
    description: "Severity for each rule, by rule ID. Replaces the rule's default severity.",
  }),
};

export const settingsSchema = z.object(settingsShape);

export type Settings = z.output<typeof settingsSchema>;

export const defaultSettings: Settings = settingsSchema.parse({});

/**
 * Reads settings from an editor. A setting that does not fit keeps its default; `refused` names it.
 */
export function readSettings(input: unknown): {
  readonly settings: Settings;
  readonly refused: readonly string[];
} {
  const given = typeof input === "object" && input !== null ? input : {};
  const parsed = settingsSchema.safeParse(given);
  if (parsed.success) return { settings: parsed.data, refused: [] };
  const refused = [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))];
  const kept = Object.fromEntries(Object.entries(given).filter(([key]) => !refused.includes(key)));
  const rest = settingsSchema.safeParse(kept);
  return { settings: rest.success ? rest.data : defaultSettings, refused };
}
