import { sources } from "../sources.js";
import { publishedMaxAge, uploadHeader, wandbExposedHeader, wandbMethods } from "../cors/facts.js";
import { partitions } from "../regions.js";
import { type Source } from "../source.js";
import { bucketPermissions, keyPermissions } from "../wandb/permissions.js";
import { awsPrincipals, coreweavePrincipals } from "../wandb/principals.js";

/** A place in a template that its user fills in: free text with a name, or one of several values. */
export interface Blank {
  readonly name: string;
  readonly choices?: readonly string[];
}

/** A document that a provider's set-up needs, with blanks. */
export interface Template {
  readonly name: string;
  /** What a user types to have it offered. */
  readonly prefix: string;
  readonly description: string;
  /** JSON documents, or an address that each host format writes in its own way. */
  readonly form: "json" | "address";
  /** For an address: the setting that usually holds it. */
  readonly setting?: string;
  /** Text and blanks in turn. A blank that returns keeps its value. */
  readonly body: (blank: (blank: Blank) => string) => unknown;
  readonly source: Source;
}

const awsPrincipal: Blank = {
  name: "principal",
  choices: [...awsPrincipals.map(({ arn }) => arn), "<self_managed_identity_arn>"],
};
const coreweavePrincipal: Blank = {
  name: "principal",
  choices: coreweavePrincipals.map(({ arn }) => arn),
};
const bucket: Blank = { name: "<bucket_name>" };
const account: Blank = { name: "<account_id>" };
const awsRegion: Blank = { name: "region", choices: partitions[0]?.regions ?? [] };
const accessKey: Blank = { name: "<access_key>" };
const secretKey: Blank = { name: "<secret_access_key>" };

const bothResources = (blank: (blank: Blank) => string): readonly string[] => [
  `arn:aws:s3:::${blank(bucket)}`,
  `arn:aws:s3:::${blank(bucket)}/*`,
];

const s3Rule = {
  AllowedHeaders: ["*"],
  AllowedMethods: wandbMethods.value,
  AllowedOrigins: ["*"],
  ExposeHeaders: [wandbExposedHeader.value],
  MaxAgeSeconds: publishedMaxAge.value,
};

const coreweaveWandbStatement = (blank: (blank: Blank) => string): unknown => ({
  Sid: "AllowWandbUser",
  Effect: "Allow",
  Principal: { CW: blank(coreweavePrincipal) },
  Action: bucketPermissions.map(({ action }) => action),
  Resource: bothResources(blank),
  Condition: { StringLike: { "wandb:OrgID": [blank({ name: "<wandb_org_id>" })] } },
});

/** What W&B's page shows for each provider, in its newest form. */
export const templates: readonly Template[] = [
  {
    name: "AWS bucket policy for W&B",
    prefix: "byob-aws-bucket-policy",
    description:
      "Allows W&B to use an S3 bucket. The principal depends on your deployment: Multi-tenant Cloud, Dedicated Cloud, or Self-Managed.",
    form: "json",
    body: (blank) => ({
      Version: "2012-10-17",
      Id: "WandBAccess",
      Statement: [
        {
          Sid: "WAndBAccountAccess",
          Effect: "Allow",
          Principal: { AWS: blank(awsPrincipal) },
          Action: bucketPermissions.map(({ action }) => action),
          Resource: bothResources(blank),
        },
      ],
    }),
    source: sources["wandb-byob"],
  },
  {
    name: "AWS KMS key policy for W&B",
    prefix: "byob-aws-key-policy",
    description:
      "Keeps your account in control of the key and allows W&B to encrypt and decrypt with it.",
    form: "json",
    body: (blank) => ({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "Internal",
          Effect: "Allow",
          Principal: { AWS: `arn:aws:iam::${blank(account)}:root` },
          Action: "kms:*",
          Resource: "*",
        },
        {
          Sid: "External",
          Effect: "Allow",
          Principal: { AWS: blank(awsPrincipal) },
          Action: keyPermissions.map(({ action }) => action),
          Resource: "*",
        },
      ],
    }),
    source: sources["kms-default-key-policy"],
  },
  {
    name: "S3 CORS for W&B (console)",
    prefix: "byob-s3-cors",
    description:
      "Allows browsers to upload to and download from an S3 bucket, in the format of the S3 console.",
    form: "json",
    body: () => [s3Rule],
    source: sources["wandb-byob"],
  },
  {
    name: "S3 CORS for W&B (AWS CLI)",
    prefix: "byob-s3-cors-cli",
    description:
      "Allows browsers to upload to and download from an S3 bucket, in the format of `aws s3api put-bucket-cors`.",
    form: "json",
    body: () => ({ CORSRules: [s3Rule] }),
    source: sources["wandb-byob"],
  },
  {
    name: "CoreWeave CORS for W&B",
    prefix: "byob-coreweave-cors",
    description: "Allows browsers to upload to and download from a CoreWeave bucket.",
    form: "json",
    body: () => [s3Rule],
    source: sources["wandb-byob"],
  },
  {
    name: "CoreWeave bucket policy for W&B",
    prefix: "byob-coreweave-bucket-policy",
    description: "Allows W&B to use a CoreWeave bucket only on behalf of your W&B organization.",
    form: "json",
    body: (blank) => ({ Version: "2012-10-17", Statement: [coreweaveWandbStatement(blank)] }),
    source: sources["wandb-byob"],
  },
  {
    name: "CoreWeave bucket policy for W&B and your CoreWeave organization",
    prefix: "byob-coreweave-bucket-policy-org",
    description:
      "Allows W&B and the users of your CoreWeave organization to use a CoreWeave bucket.",
    form: "json",
    body: (blank) => ({
      Version: "2012-10-17",
      Statement: [
        coreweaveWandbStatement(blank),
        {
          Sid: "AllowUsersInOrg",
          Effect: "Allow",
          Principal: { CW: `arn:aws:iam::${blank({ name: "<coreweave_org_id>" })}:*` },
          Action: "s3:*",
          Resource: bothResources(blank),
        },
      ],
    }),
    source: sources["wandb-byob"],
  },
  {
    name: "Google Cloud Storage CORS for W&B",
    prefix: "byob-gcs-cors",
    description:
      "Allows browsers to upload to and download from a Cloud Storage bucket, in the format of `gcloud storage buckets update --cors-file`.",
    form: "json",
    body: () => [
      {
        origin: ["*"],
        method: wandbMethods.value,
        responseHeader: [uploadHeader.value, wandbExposedHeader.value],
        maxAgeSeconds: publishedMaxAge.value,
      },
    ],
    source: sources["wandb-byob"],
  },
  {
    name: "Azure Blob Storage CORS for W&B",
    prefix: "byob-azure-cors",
    description: "Allows browsers to upload to and download from a storage account's containers.",
    form: "json",
    body: () => ({
      corsRules: [
        {
          allowedOrigins: ["*"],
          allowedMethods: wandbMethods.value,
          allowedHeaders: ["*"],
          exposedHeaders: ["*"],
          maxAgeInSeconds: publishedMaxAge.value,
        },
      ],
    }),
    source: sources["wandb-byob"],
  },
  {
    name: "CoreWeave storage address",
    prefix: "byob-coreweave-address",
    description: "Address of a bucket in CoreWeave AI Object Storage.",
    form: "address",
    setting: "BUCKET",
    body: (blank) =>
      `cw://${blank(accessKey)}:${blank(secretKey)}@cwobject.com/${blank(bucket)}?tls=true`,
    source: sources["wandb-byob"],
  },
  {
    name: "AWS S3 storage address",
    prefix: "byob-aws-address",
    description: "Address of a bucket in Amazon S3.",
    form: "address",
    setting: "BUCKET",
    body: (blank) =>
      `s3://${blank(accessKey)}:${blank(secretKey)}@s3.${blank(awsRegion)}.amazonaws.com/${blank(bucket)}?region=${blank(awsRegion)}`,
    source: sources["wandb-byob"],
  },
  {
    name: "Google Cloud Storage address",
    prefix: "byob-gcs-address",
    description:
      "Address of a bucket in Google Cloud Storage. The email address and the key must be percent-encoded.",
    form: "address",
    setting: "BUCKET",
    body: (blank) =>
      `gs://${blank({ name: "<service_account_email>" })}:${blank({ name: "<url_encoded_private_key>" })}@${blank(bucket)}`,
    source: sources["wandb-byob"],
  },
  {
    name: "Azure Blob Storage address",
    prefix: "byob-azure-address",
    description:
      "Address of a container in Azure Blob Storage: account name first, then container.",
    form: "address",
    setting: "BUCKET",
    body: (blank) =>
      `az://:${blank({ name: "<url_encoded_access_key>" })}@${blank({ name: "<storage_account>" })}/${blank({ name: "<container>" })}`,
    source: sources["wandb-byob"],
  },
  {
    name: "S3-compatible storage address",
    prefix: "byob-s3-compatible-address",
    description: "Address of a bucket in S3-compatible storage, such as MinIO or Ceph.",
    form: "address",
    setting: "BUCKET",
    body: (blank) =>
      `s3://${blank(accessKey)}:${blank(secretKey)}@${blank({ name: "<endpoint>" })}/${blank(bucket)}?region=${blank({ name: "<region>" })}&tls=true`,
    source: sources["wandb-byob"],
  },
];

/** The template's text with every blank filled by its first choice or its name. */
export function templateText(template: Template): string {
  const body = template.body(({ name, choices }) => choices?.[0] ?? name);
  return typeof body === "string" ? body : JSON.stringify(body, null, 2);
}
