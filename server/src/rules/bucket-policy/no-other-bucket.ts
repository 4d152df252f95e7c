import { versityPolicy } from "../../catalog/policy/sources.js";
import { replaceAllOf } from "../../model/policy/edits.js";
import { strayBuckets } from "../../model/policy/resource.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const noOtherBucket = defineRule({
  id: "bucket-policy/no-other-bucket",
  policyTypes: ["bucket"],
  severity: "warning",
  summary: "A bucket policy must speak of one bucket.",
  rationale:
    'A policy is stored with one bucket. S3 answers "Policy has invalid resource" to one that names another.',
  certainty: "documented",
  sources: [versityPolicy],
  acrossStatements: true,
  messages: {
    another: '"{bucket}" is another bucket than "{own}", and a bucket policy takes only its own.',
  },
  *check(policy, report) {
    for (const { text, bucket, own, replacement } of strayBuckets(policy)) {
      const title = message('Replace it with "{own}"', { own: replacement });
      const fixes = reviewFix(title, replaceAllOf(text, replacement));
      yield report("another", text.span, { bucket, own }, { fixes });
    }
  },
});
