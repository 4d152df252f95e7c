import { isGiven } from "../../model/installation/chart-bucket.js";
import { type Environment } from "../../model/installation/environment.js";
import { hasPlaceholder } from "../../syntax/placeholders.js";
import { type Span } from "../../text/span.js";
import { defineRule } from "../rule.js";

export const requireKeyArn = defineRule({
  id: "installation/require-key-arn",
  severity: "warning",
  summary: "A KMS key must be specified by its ARN.",
  rationale:
    "S3 resolves an alias or a key ID in the account of the caller. If W&B's own account signs the requests, that is not the account that owns the key. AWS manages the key `aws/s3`, and no policy can give another account access to it.",
  certainty: "documented",
  sources: ["wandb-byob", "wandb-environment-variables", "s3-kms-permissions"],
  messages: {
    alias:
      'S3 resolves the alias "{key}" in the account that makes the request, which may not own the key. Use the ARN of the key.',
    id: 'S3 resolves the key ID "{key}" in the account that makes the request, which may not own the key. Use the ARN of the key.',
    managed:
      '"{key}" is the key that AWS manages for S3, which no other account can use. Use the ARN of your own key.',
  },
  *check(environment, report) {
    for (const { text, span } of keysIn(environment)) {
      const key = text.trim();
      if (/(?:^|:)alias\/aws\/s3$/.test(key)) yield report("managed", span, { key });
      else if (/(?:^|:)alias\//.test(key)) yield report("alias", span, { key });
      else if (keyId.test(key)) yield report("id", span, { key });
    }
  },
});

const keyId = /^(?:mrk-[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** The variables and the chart's field that give the server a key. */
function* keysIn({
  variables,
  buckets = [],
}: Environment): Iterable<{ readonly text: string; readonly span: Span }> {
  for (const { name, value, valueSpan } of variables) {
    if (name !== "AWS_S3_KMS_ID" && name !== "bucketKmsKeyArn") continue;
    if (!hasPlaceholder(value.value)) yield { text: value.value, span: valueSpan };
  }
  for (const { fields } of buckets) {
    const { kmsKey } = fields;
    if (isGiven(kmsKey) && !kmsKey.partial) yield { text: kmsKey.text, span: kmsKey.span };
  }
}
