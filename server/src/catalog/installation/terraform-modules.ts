import { sources } from "../sources.js";
import { type Fact } from "../source.js";

/** What the commonest Terraform module for buckets puts its own values in place of, in a bucket's policy. */
export const bucketModulePlaces: Fact<readonly string[]> = {
  value: ["_S3_BUCKET_ID_", "_S3_BUCKET_ARN_", "_AWS_ACCOUNT_ID_"],
  source: sources["terraform-aws-modules-s3"],
  certainty: "verified",
};
