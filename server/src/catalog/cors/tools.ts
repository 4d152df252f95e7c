import { type Fact } from "../source.js";
import { sources } from "../sources.js";
import { type CorsDialect } from "./dialects.js";

/** A command that sends the rules of a file to a storage. */
export type CorsTool = "aws-cli" | "mc" | "gsutil" | "gcloud";

/** The forms of rules that each tool reads; it rejects any other. */
export const corsToolDialects: Readonly<Record<CorsTool, Fact<readonly CorsDialect[]>>> = {
  "aws-cli": { value: ["s3-cli"], source: sources["s3-put-cors"], certainty: "documented" },
  mc: { value: ["s3-xml"], source: sources["minio-mc-cors-set"], certainty: "documented" },
  gsutil: { value: ["gcs"], source: sources["gsutil-cors"], certainty: "verified" },
  gcloud: { value: ["gcs"], source: sources["gcs-using-cors"], certainty: "documented" },
};
