import { replaceAllOf } from "../../model/policy/edits.js";
import { strayBuckets } from "../../model/policy/resource.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const noOtherBucket = defineRule({
  id: "bucket-policy/no-other-bucket",
  policyTypes: ["bucket"],
  severity: "warning",
  summary: "A bucket policy must refer only to the bucket that it is attached to.",
  rationale:
    'Each bucket has its own policy. If a policy names another bucket, S3 rejects it with the error "Policy has invalid resource".',
  certainty: "documented",
  sources: ["versitygw-bucket-policy"],
  acrossStatements: true,
  messages: {
    another:
      'This policy names both "{own}" and "{bucket}", but S3 accepts only resources in the bucket that it is attached to.',
    attached:
      'This policy is attached to "{own}", and "{bucket}" is a different bucket, so S3 rejects the policy.',
  },
  *check(policy, report) {
    for (const { text, bucket, own, replacement } of strayBuckets(policy)) {
      const title = message('Replace with "{own}"', { own: replacement });
      const fixes = reviewFix(title, replaceAllOf(text, replacement));
      yield policy.bucket === undefined
        ? report("another", text.span, { bucket, own }, { fixes })
        : report("attached", text.span, { bucket, own }, { fixes, severity: "error" });
    }
  },
});
