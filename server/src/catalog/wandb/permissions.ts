import { sources } from "../sources.js";
import { type Source } from "../source.js";

/** A permission that W&B asks for, as its page writes it. */
export interface WandbPermission {
  readonly action: string;
  readonly on: "bucket" | "object" | "key";
  /** What the wildcard must reach for W&B to work at all; the action itself where it has none. */
  readonly essential: readonly string[];
  /** All that the wildcard stands for on such a resource. */
  readonly actions: readonly string[];
  /** What fails without it, where a page says so. */
  readonly without: string | undefined;
  readonly source: Source;
}

const plain = (
  action: string,
  on: WandbPermission["on"],
  without?: string,
  source: Source = sources["wandb-byob"],
): WandbPermission => ({
  action,
  on,
  essential: [action],
  actions: [action],
  without,
  source,
});

/** The eleven of W&B's page and of its Terraform module, in their order. */
export const bucketPermissions: readonly WandbPermission[] = [
  {
    action: "s3:GetObject*",
    on: "object",
    essential: ["s3:GetObject"],
    actions: [
      "s3:GetObject",
      "s3:GetObjectAcl",
      "s3:GetObjectAttributes",
      "s3:GetObjectLegalHold",
      "s3:GetObjectRetention",
      "s3:GetObjectTagging",
      "s3:GetObjectTorrent",
      "s3:GetObjectVersion",
      "s3:GetObjectVersionAcl",
      "s3:GetObjectVersionAttributes",
      "s3:GetObjectVersionForReplication",
      "s3:GetObjectVersionTagging",
      "s3:GetObjectVersionTorrent",
    ],
    without: "W&B cannot create presigned URLs for downloads.",
    source: sources["wandb-byob"],
  },
  plain("s3:GetEncryptionConfiguration", "bucket"),
  plain("s3:ListBucket", "bucket"),
  plain("s3:ListBucketMultipartUploads", "bucket"),
  plain("s3:ListBucketVersions", "bucket"),
  plain("s3:AbortMultipartUpload", "object"),
  plain("s3:DeleteObject", "object", "W&B cannot remove files that users delete."),
  plain("s3:PutObject", "object", "W&B cannot create presigned URLs for uploads."),
  plain("s3:GetBucketCORS", "bucket"),
  plain("s3:GetBucketLocation", "bucket"),
  plain("s3:GetBucketVersioning", "bucket"),
];

/** The five of W&B's page and of its Terraform module, in their order. */
export const keyPermissions: readonly WandbPermission[] = [
  plain(
    "kms:Decrypt",
    "key",
    "Objects cannot be read, and multipart uploads fail.",
    sources["s3-kms-permissions"],
  ),
  {
    action: "kms:Describe*",
    on: "key",
    essential: ["kms:DescribeKey"],
    actions: ["kms:DescribeKey"],
    without: undefined,
    source: sources["wandb-terraform-connector"],
  },
  plain("kms:Encrypt", "key", undefined, sources["wandb-terraform-connector"]),
  {
    action: "kms:ReEncrypt*",
    on: "key",
    essential: ["kms:ReEncryptFrom", "kms:ReEncryptTo"],
    actions: ["kms:ReEncryptFrom", "kms:ReEncryptTo"],
    without: undefined,
    source: sources["wandb-terraform-connector"],
  },
  {
    action: "kms:GenerateDataKey*",
    on: "key",
    essential: ["kms:GenerateDataKey"],
    actions: [
      "kms:GenerateDataKey",
      "kms:GenerateDataKeyPair",
      "kms:GenerateDataKeyPairWithoutPlaintext",
      "kms:GenerateDataKeyWithoutPlaintext",
    ],
    without: "Objects cannot be written.",
    source: sources["s3-kms-permissions"],
  },
];

/** All that Weave's reference media need, which is less: they are only read. */
export const readOnlyActions: readonly string[] = ["s3:GetObject", "kms:Decrypt"];

/** Actions of S3 that CoreWeave takes in an organisation's access policy only. */
export const coreweaveOrganizationActions: readonly string[] = [
  "s3:PutBucketPolicy",
  "s3:ListAllMyBuckets",
];
