import { versityPolicy } from "../../catalog/policy/sources.js";
import { replaceAllOf } from "../../model/policy/edits.js";
import { strayBuckets } from "../../model/policy/resource.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const noOtherBucket = defineRule({
  id: "bucket-policy/no-other-bucket",
  policyTypes: ["bucket"],
  severity: "warning",
  summary: "The resources of a bucket policy must belong to a single bucket.",
  rationale:
    'A policy belongs to one bucket. S3 answers "Policy has invalid resource" to a policy with another bucket as a resource.',
  certainty: "documented",
  sources: [versityPolicy],
  acrossStatements: true,
  messages: {
    another:
      '"{bucket}" is a different bucket from "{own}". S3 rejects a bucket policy with another bucket as a resource.',
  },
  *check(policy, report) {
    for (const { text, bucket, own, replacement } of strayBuckets(policy)) {
      const title = message('Replace with "{own}"', { own: replacement });
      const fixes = reviewFix(title, replaceAllOf(text, replacement));
      yield report("another", text.span, { bucket, own }, { fixes });
    }
  },
});
