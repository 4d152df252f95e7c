import { type CorsRole, type CorsStorage } from "./dialects.js";
import { corsSources } from "./sources.js";
import { type Source } from "../source.js";

/** What a field is for, what it takes, and where that is said. */
export interface CorsFieldFact {
  readonly description: string;
  readonly source: Source;
}

/** Every field of a rule, by the storage that reads it. Descriptions are Markdown. */
export const corsFields: Readonly<
  Record<CorsStorage, Readonly<Partial<Record<CorsRole, CorsFieldFact>>>>
> = {
  s3: {
    origins: {
      description:
        "Origins whose pages may use the bucket, at least one: scheme, host and port as the browser sends them, or `*`. Each may hold one `*`. W&B publishes `*`; a narrow list needs the origin of the W&B front end.",
      source: corsSources.s3Cors,
    },
    methods: {
      description:
        "Methods that these origins may use, at least one, in upper case: `GET`, `HEAD`, `PUT`, `POST`, `DELETE`. W&B needs `GET`, `HEAD` and `PUT`.",
      source: corsSources.s3CorsRule,
    },
    allowedHeaders: {
      description:
        "Request headers that a preflight may ask for. Each may hold one `*`, and names have no case. W&B publishes `*`.",
      source: corsSources.s3CorsRule,
    },
    exposedHeaders: {
      description:
        "Response headers that the page may read besides the harmless ones. W&B needs `ETag`, with which a multipart upload is finished. No `*` is taken here.",
      source: corsSources.s3CorsRule,
    },
    maxAge: {
      description:
        "Seconds for which the browser may remember a preflight: a whole number from 0 on. W&B publishes 3000.",
      source: corsSources.s3CorsRule,
    },
    id: {
      description: "A name for the rule, at most 255 characters long and its own.",
      source: corsSources.s3CorsRule,
    },
  },
  gcs: {
    origins: {
      description:
        "Origins whose pages may use the bucket: each whole, as the browser sends it, or `*`. No pattern is taken. W&B publishes `*`; a narrow list needs the origin of the W&B front end.",
      source: corsSources.gcsBucket,
    },
    methods: {
      description:
        "Methods that these origins may use, or `*` for all. W&B needs `GET`, `HEAD` and `PUT`.",
      source: corsSources.gcsBucket,
    },
    allowedHeaders: {
      description:
        "The one list of headers, with two uses: request headers that a preflight may ask for, and response headers that the page may read. W&B needs `Content-Type` and `ETag` in it; W&B's Terraform has `*`. A field for exposed headers does not exist beside it.",
      source: corsSources.gcsBucket,
    },
    maxAge: {
      description:
        "Seconds for which the browser may remember a preflight: a whole number from 0 on. W&B publishes 3000.",
      source: corsSources.gcsBucket,
    },
  },
  azure: {
    origins: {
      description:
        "Origins whose pages may use the account's blobs: each exactly as the browser sends it, or `*`. At most 64, of 256 characters each. W&B publishes `*`.",
      source: corsSources.azureCors,
    },
    methods: {
      description:
        "Methods that these origins may use: `DELETE`, `GET`, `HEAD`, `MERGE`, `POST`, `OPTIONS`, `PUT`, and `PATCH`. W&B needs `GET`, `HEAD` and `PUT`.",
      source: corsSources.azureCors,
    },
    allowedHeaders: {
      description:
        "Request headers that a preflight may ask for: at most 64 names and 2 prefixes such as `x-ms-meta-*`, or `*`. W&B publishes `*`. Azure needs the field, even empty.",
      source: corsSources.azureCors,
    },
    exposedHeaders: {
      description:
        "Response headers that the page may read: at most 64 names and 2 prefixes, or `*`. W&B publishes `*`, which holds the `ETag` that it needs. Azure needs the field, even empty.",
      source: corsSources.azureCors,
    },
    maxAge: {
      description:
        "Seconds for which the browser may remember a preflight: a whole number from 0 on. W&B publishes 3000, its Terraform 3600. Azure needs the field.",
      source: corsSources.azureCors,
    },
  },
};
