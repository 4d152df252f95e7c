import { writeCors } from "../../../server/src/model/cors/convert.js";
import { type NeutralRule } from "../../../server/src/model/cors/neutral.js";

/** What distinguishes a document's rule from W&B's published one. */
export type Change = Partial<NeutralRule>;

const published: NeutralRule = {
  id: undefined,
  origins: ["*"],
  methods: ["GET", "HEAD", "PUT"],
  allowedHeaders: ["*"],
  exposedHeaders: ["ETag"],
  maxAge: 3000,
};

function xml(...changes: readonly Change[]): string {
  const rules = changes.map((change) => ({ ...published, ...change }));
  return writeCors({ rules, interpolated: [], lost: [] }, "s3-xml").text;
}

/** Configurations as S3's API takes them, by what is special about them. */
export const documents: Readonly<Record<string, string>> = {
  "W&B's published rule": xml({}),
  "one origin": xml({ origins: ["https://wandb.ai"] }),
  "two origins": xml({ origins: ["https://other.example", "https://wandb.ai"] }),
  "a pattern": xml({ origins: ["https://*.example.com"] }),
  "a pattern in front": xml({ origins: ["*.example.com"] }),
  "a pattern behind": xml({ origins: ["https://wandb*"] }),
  "an origin with a slash": xml({ origins: ["https://wandb.ai/"] }),
  "an origin in upper case": xml({ origins: ["https://WANDB.ai"] }),
  "an origin without its scheme": xml({ origins: ["wandb.ai"] }),
  "reading only": xml({ methods: ["GET", "HEAD"] }),
  "writing only": xml({ methods: ["PUT"] }),
  "no headers allowed": xml({ allowedHeaders: [] }),
  "Content-Type alone": xml({ allowedHeaders: ["Content-Type"] }),
  "a pattern of headers": xml({ allowedHeaders: ["content-*", "x-amz-*"] }),
  "nothing exposed": xml({ exposedHeaders: [] }),
  "another header exposed": xml({ exposedHeaders: ["x-amz-request-id"] }),
  "ETag in lower case": xml({ exposedHeaders: ["etag", "x-amz-request-id"] }),
  "a narrow rule before a wide one": xml(
    { origins: ["https://wandb.ai"], methods: ["GET"], exposedHeaders: [] },
    {},
  ),
  "a rule that hides ETag before one that exposes it": xml({ exposedHeaders: [] }, {}),
  "methods split over rules": xml({ methods: ["GET", "HEAD"] }, { methods: ["PUT"] }),
  "fewer headers first": xml({ allowedHeaders: ["x-amz-*"], exposedHeaders: [] }, {}),
  "no rule": '<CORSConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"/>',
  "a method that S3 has not": xml({}).replace(">HEAD<", ">OPTIONS<"),
  "two wildcards": xml({ origins: ["https://*.*.example.com"] }),
  "a wildcard exposed": xml({}).replace(">ETag<", ">*<"),
  "a misspelled field": xml({}).replaceAll("ExposeHeader", "ExposedHeader"),
  "no origin": xml({}).replace("<AllowedOrigin>*</AllowedOrigin>", ""),
};

export interface PageRequest {
  readonly origin: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What pages ask of the bucket. */
export const requests: readonly PageRequest[] = [
  { origin: "https://wandb.ai", method: "GET", headers: {} },
  { origin: "https://wandb.ai", method: "HEAD", headers: {} },
  { origin: "https://wandb.ai", method: "PUT", headers: { "content-type": "text/plain" } },
  {
    origin: "https://wandb.ai",
    method: "PUT",
    headers: { "content-type": "text/plain", "x-amz-acl": "private" },
  },
  { origin: "https://app.example.com", method: "PUT", headers: { "content-type": "text/plain" } },
];
