import { byobPage, s3KmsPermissions } from "../../catalog/wandb/sources.js";
import { oneSidedAccess } from "../../model/bucket/one-sided-access.js";
import { message } from "../../text/message.js";
import { defineRule } from "../rule.js";

export const matchBucketAndKeyAccess = defineRule({
  id: "bucket/match-bucket-and-key-access",
  severity: "warning",
  summary: "The policies of a bucket and of its KMS key must both let W&B in.",
  rationale:
    "Whoever reads or writes an encrypted object needs the bucket and the key. Between two accounts each of the " +
    "two has to allow it by its own policy.",
  certainty: "inferred",
  sources: [byobPage, s3KmsPermissions],
  messages: {
    key: "The bucket policy lets W&B in, but this key policy does not, so W&B cannot use the objects.",
    bucket:
      "The key policy lets W&B in, but this bucket policy does not, so W&B cannot use the bucket.",
    other:
      '"{principal}" is let in here, but "{other}" by the policy beside it, so neither can use both.',
  },
  *check(parts, report) {
    const found = oneSidedAccess(parts);
    if (found === undefined) return;
    const { closed, admitted, instead } = found;
    const related = [{ span: admitted.span, message: message("W&B is let in here.") }];
    if (instead !== undefined) {
      const data = { principal: instead.value ?? "", other: admitted.value ?? "" };
      yield report("other", instead.span, data, { related });
      return;
    }
    const place = closed.statement?.keySpan ?? closed.head;
    yield report(closed.type === "key" ? "key" : "bucket", place, {}, { related });
  },
});
