import { sources } from "../sources.js";
import { type CorsRole, type CorsStorage } from "./dialects.js";
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
        "Origins whose pages can use the bucket; at least one is required. Write the scheme, host, and port exactly as the browser sends them, or `*`. Each origin can contain one `*`. The W&B documentation uses `*`; a narrower list must include the origin of the W&B front end.",
      source: sources["s3-cors"],
    },
    methods: {
      description:
        "Methods that these origins can use, in uppercase: `GET`, `HEAD`, `PUT`, `POST`, `DELETE`. At least one is required. W&B needs `GET`, `HEAD`, and `PUT`.",
      source: sources["s3-cors-rule"],
    },
    allowedHeaders: {
      description:
        "Request headers that the browser is allowed to send. Names are case-insensitive, and each can contain one `*`. The W&B documentation uses `*`.",
      source: sources["s3-cors-rule"],
    },
    exposedHeaders: {
      description:
        "Response headers that the page can read in addition to the CORS-safelisted ones. W&B needs `ETag` to finish a multipart upload. S3 does not accept `*` here.",
      source: sources["s3-cors-rule"],
    },
    maxAge: {
      description:
        "Number of seconds that the browser can cache a preflight: a whole number, 0 or more. The W&B documentation uses 3000.",
      source: sources["s3-cors-rule"],
    },
    id: {
      description: "A unique ID for the rule, with at most 255 characters.",
      source: sources["s3-cors-rule"],
    },
  },
  gcs: {
    origins: {
      description:
        "Origins whose pages can use the bucket. Write each origin exactly as the browser sends it, or `*` alone; patterns are not supported. The W&B documentation uses `*`; a narrower list must include the origin of the W&B front end.",
      source: sources["gcs-bucket"],
    },
    methods: {
      description:
        "Methods that these origins can use, or `*` for all. W&B needs `GET`, `HEAD`, and `PUT`.",
      source: sources["gcs-bucket"],
    },
    allowedHeaders: {
      description:
        "The only header list, with two uses: it allows request headers, and it exposes response headers to the page. W&B needs `Content-Type` and `ETag` in this list; W&B's Terraform module uses `*`. There is no separate field for exposed headers.",
      source: sources["gcs-bucket"],
    },
    maxAge: {
      description:
        "Number of seconds that the browser can cache a preflight: a whole number, 0 or more. The W&B documentation uses 3000.",
      source: sources["gcs-bucket"],
    },
  },
  azure: {
    origins: {
      description:
        "Origins whose pages can use the account's blobs. Write each origin exactly as the browser sends it, or `*`. At most 64 origins with up to 256 characters each. The W&B documentation uses `*`.",
      source: sources["azure-cors"],
    },
    methods: {
      description:
        "Methods that these origins can use: `DELETE`, `GET`, `HEAD`, `MERGE`, `POST`, `OPTIONS`, `PUT`, and `PATCH`. W&B needs `GET`, `HEAD`, and `PUT`.",
      source: sources["azure-cors"],
    },
    allowedHeaders: {
      description:
        "Request headers that the browser is allowed to send: at most 64 names and 2 prefixes such as `x-ms-meta-*`, or `*`. The W&B documentation uses `*`. Azure requires this field, even if it is empty.",
      source: sources["azure-cors"],
    },
    exposedHeaders: {
      description:
        "Response headers that the page can read: at most 64 names and 2 prefixes, or `*`. The W&B documentation uses `*`, which includes the `ETag` that W&B needs. Azure requires this field, even if it is empty.",
      source: sources["azure-cors"],
    },
    maxAge: {
      description:
        "Number of seconds that the browser can cache a preflight: a whole number, 0 or more. The W&B documentation uses 3000; W&B's Terraform module uses 3600. Azure requires this field.",
      source: sources["azure-cors"],
    },
  },
};
