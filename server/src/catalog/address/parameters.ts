import { addressSources } from "./sources.js";
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

const source = addressSources.wandbOperatorConnections;

export const addressParameters: readonly AddressParameter[] = [
  {
    name: "region",
    type: "text",
    schemes: ["s3", "cw"],
    description:
      "The bucket's region. S3-compatible stores always need it; AWS needs it unless W&B runs in AWS with the bucket's region as `AWS_REGION`.",
    source: addressSources.wandbByob,
  },
  {
    name: "tls",
    type: "boolean",
    schemes: ["s3", "cw"],
    description:
      "Whether the endpoint is reached over HTTPS. An S3-compatible endpoint is reached over plain HTTP without it.",
    source,
  },
  {
    name: "forcePathStyle",
    type: "boolean",
    schemes: ["s3", "cw"],
    description:
      "Whether the bucket goes into the path of a request (`true`) or in front of the host.",
    source,
  },
];
