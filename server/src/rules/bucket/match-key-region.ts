import { foreignKeys } from "../../model/bucket/key-region.js";
import { defineRule } from "../rule.js";

export const matchKeyRegion = defineRule({
  id: "bucket/match-key-region",
  severity: "warning",
  summary: "The KMS key of a bucket must be in the bucket's Region.",
  rationale:
    "S3 can encrypt only with a key in the bucket's Region, and rejects uploads that specify any other. This also applies " +
    "to the replicas of multi-Region keys.",
  certainty: "documented",
  sources: ["s3-key-region"],
  messages: {
    key: 'The key is in "{region}", but the bucket is in "{bucketRegion}", where S3 cannot use it.',
    service: 'This allows S3 in "{region}" to use the key, but the bucket is in "{bucketRegion}".',
  },
  *check(parts, report) {
    for (const { kind, span, region, bucketRegion } of foreignKeys(parts)) {
      yield report(kind, span, { region, bucketRegion });
    }
  },
});
