import { type Fact } from "../source.js";

/** What the commonest Terraform module for buckets puts its own values in place of, in a bucket's policy. */
export const bucketModulePlaces: Fact<readonly string[]> = {
  value: ["_S3_BUCKET_ID_", "_S3_BUCKET_ARN_", "_AWS_ACCOUNT_ID_"],
  source: {
    title: "terraform-aws-modules/s3-bucket: README",
    url: "https://github.com/terraform-aws-modules/terraform-aws-s3-bucket/blob/master/README.md",
    date: "2026",
  },
  certainty: "verified",
};
