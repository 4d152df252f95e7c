import { sources } from "../sources.js";
import { type Scheme } from "./providers.js";
import { type Source } from "../source.js";

/** A query parameter that the W&B server knows. */
export interface AddressParameter {
  readonly name: "region" | "tls" | "forcePathStyle";
  readonly type: "text" | "boolean";
  readonly schemes: readonly Scheme[];
  /** What it does, for hovers. */
  readonly description: string;
  readonly source: Source;
}

const source = sources["wandb-operator-connections"];

export const addressParameters: readonly AddressParameter[] = [
  {
    name: "region",
    type: "text",
    schemes: ["s3", "cw"],
    description:
      "The bucket's Region. It is always required for S3-compatible storage. On AWS, it is required unless W&B runs on AWS and `AWS_REGION` is the bucket's Region.",
    source: sources["wandb-byob"],
  },
  {
    name: "tls",
    type: "boolean",
    schemes: ["s3", "cw"],
    description:
      "Whether to connect to the endpoint over HTTPS. The default for an S3-compatible endpoint is plain HTTP.",
    source,
  },
  {
    name: "forcePathStyle",
    type: "boolean",
    schemes: ["s3", "cw"],
    description:
      "Whether requests put the bucket name in the path (`true`) or in the host name (`false`).",
    source,
  },
];
