import { oneSidedAccess } from "../../model/bucket/one-sided-access.js";
import { message } from "../../text/message.js";
import { defineRule } from "../rule.js";

export const matchBucketAndKeyAccess = defineRule({
  id: "bucket/match-bucket-and-key-access",
  severity: "warning",
  summary: "The policies of a bucket and of its KMS key must both grant W&B access.",
  rationale:
    "Reading or writing an encrypted object requires access to both the bucket and the key. Across accounts, the bucket " +
    "policy and the key policy must each grant it.",
  certainty: "inferred",
  sources: ["wandb-byob", "s3-kms-permissions"],
  messages: {
    key: "The bucket policy grants W&B access, but this key policy does not, so W&B cannot read or write objects.",
    bucket:
      "The key policy grants W&B access, but this bucket policy does not, so W&B cannot use the bucket.",
    other:
      'This policy grants access to "{principal}", but the other policy grants access to "{other}", so neither principal can use both the bucket and the key.',
  },
  *check(parts, report) {
    const found = oneSidedAccess(parts);
    if (found === undefined) return;
    const { closed, admitted, instead } = found;
    const related = [{ span: admitted.span, message: message("W&B is granted access here.") }];
    if (instead !== undefined) {
      const data = { principal: instead.value ?? "", other: admitted.value ?? "" };
      yield report("other", instead.span, data, { related });
      return;
    }
    const place = closed.statement?.keySpan ?? closed.head;
    yield report(closed.type === "key" ? "key" : "bucket", place, {}, { related });
  },
});
