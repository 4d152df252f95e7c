import { s3KeyRegion } from "../../catalog/wandb/sources.js";
import { foreignKeys } from "../../model/bucket/key-region.js";
import { defineRule } from "../rule.js";

export const matchKeyRegion = defineRule({
  id: "bucket/match-key-region",
  severity: "warning",
  summary: "The KMS key of a bucket must be in the bucket's Region.",
  rationale:
    "S3 encrypts with keys of the bucket's own Region only, replicas of multi-Region keys included, so uploads " +
    "that name another Region's key are refused.",
  certainty: "documented",
  sources: [s3KeyRegion],
  messages: {
    key: 'The key is in "{region}", but the bucket is in "{bucketRegion}", where S3 cannot use it.',
    service: 'This lets S3 in "{region}" use the key, but the bucket is in "{bucketRegion}".',
  },
  *check(parts, report) {
    for (const { kind, span, region, bucketRegion } of foreignKeys(parts)) {
      yield report(kind, span, { region, bucketRegion });
    }
  },
});
