import { sources } from "../sources.js";
import { type CorsStorage } from "./dialects.js";
import { type Fact } from "../source.js";

/** The methods that W&B's web app uses on a bucket. */
export const wandbMethods = {
  value: ["GET", "HEAD", "PUT"],
  source: sources["wandb-byob"],
  certainty: "documented",
} as const satisfies Fact<readonly string[]>;

/** The response header that a browser must be able to read to finish a multipart upload. */
export const wandbExposedHeader = {
  value: "ETag",
  source: sources["wandb-byob"],
  certainty: "documented",
} as const satisfies Fact<string>;

/** The origin of W&B's Multi-tenant Cloud. */
export const multiTenantOrigin = {
  value: "https://wandb.ai",
  source: sources["wandb-cors-origins"],
  certainty: "documented",
} as const satisfies Fact<string>;

/** How long W&B's published rule lets a browser remember a preflight. */
export const publishedMaxAge = {
  value: 3000,
  source: sources["wandb-byob"],
  certainty: "documented",
} as const satisfies Fact<number>;

/** The request header without which no upload's preflight can pass. */
export const uploadHeader = {
  value: "Content-Type",
  source: sources["gcs-content-type"],
  certainty: "inferred",
} as const satisfies Fact<string>;

/** What a browser may send to S3 besides, by name or as a sample of a family. */
export const furtherS3UploadHeaders = {
  value: ["Content-MD5", "x-amz-content-sha256"],
  source: sources["s3-cors"],
  certainty: "inferred",
} as const satisfies Fact<readonly string[]>;

/** The methods that a storage's rules may name. */
export const methodsByStorage: Readonly<Record<CorsStorage, Fact<readonly string[]>>> = {
  s3: {
    value: ["GET", "PUT", "POST", "DELETE", "HEAD"],
    source: sources["s3-cors-rule"],
    certainty: "verified",
  },
  gcs: {
    value: ["GET", "HEAD", "PUT", "POST", "DELETE", "PATCH", "OPTIONS", "*"],
    source: sources["gcs-bucket"],
    certainty: "documented",
  },
  azure: {
    value: ["DELETE", "GET", "HEAD", "MERGE", "POST", "OPTIONS", "PUT", "PATCH"],
    source: sources["azure-cors"],
    certainty: "documented",
  },
};

/** How many rules a storage takes. */
export const mostRules: Readonly<Partial<Record<CorsStorage, Fact<number>>>> = {
  s3: { value: 100, source: sources["s3-put-cors"], certainty: "verified" },
  azure: { value: 5, source: sources["azure-cors"], certainty: "documented" },
};

/** How many bytes a storage takes. Azure counts values only; S3 counts the XML that is sent. */
export const mostBytes: Readonly<Partial<Record<CorsStorage, Fact<number>>>> = {
  s3: { value: 65_536, source: sources["s3-put-cors"], certainty: "documented" },
  azure: { value: 2_048, source: sources["azure-cors"], certainty: "documented" },
};

export const azureLimits = {
  value: { origins: 64, literalHeaders: 64, prefixHeaders: 2, length: 256 },
  source: sources["azure-cors"],
  certainty: "documented",
} as const satisfies Fact<{
  origins: number;
  literalHeaders: number;
  prefixHeaders: number;
  length: number;
}>;

/** The longest identifier of an S3 rule. */
export const longestRuleId = {
  value: 255,
  source: sources["s3-cors-rule"],
  certainty: "verified",
} as const satisfies Fact<number>;

/** The methods that a browser sends without a preflight, when their headers are plain too. */
export const safelistedMethods = {
  value: ["GET", "HEAD", "POST"],
  source: sources["fetch-cors"],
  certainty: "verified",
} as const satisfies Fact<readonly string[]>;

/** Request headers that are common in rules for object storage, for completion. */
export const commonRequestHeaders: Readonly<Record<CorsStorage, readonly string[]>> = {
  s3: ["*", "Content-Type", "Content-MD5", "Authorization", "x-amz-*"],
  gcs: ["*", "Content-Type", "ETag", "x-goog-*"],
  azure: ["*", "content-type", "x-ms-*", "x-ms-blob-type", "x-ms-meta-*"],
};

/** Response headers that are common in rules for object storage, for completion. */
export const commonResponseHeaders: Readonly<Record<CorsStorage, readonly string[]>> = {
  s3: ["ETag", "Content-Length", "Content-Range", "x-amz-request-id", "x-amz-version-id"],
  gcs: ["*", "Content-Type", "ETag", "Content-Range", "x-goog-generation"],
  azure: ["*", "ETag", "Content-Length", "x-ms-*", "x-ms-request-id"],
};
