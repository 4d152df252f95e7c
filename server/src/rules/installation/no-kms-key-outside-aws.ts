import { readEndpoint } from "../../catalog/address/endpoints.js";
import { hasEndpoint, isGiven } from "../../model/installation/chart-bucket.js";
import { instanceAddress, variableOf } from "../../model/installation/environment.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const noKmsKeyOutsideAws = defineRule({
  id: "installation/no-kms-key-outside-aws",
  severity: "warning",
  summary: "A KMS key must be set only for an AWS bucket.",
  rationale:
    "Other providers do not support AWS KMS keys, so they reject uploads that specify one.",
  certainty: "documented",
  sources: ["wandb-environment-variables", "wandb-byob"],
  messages: { other: '"{name}" sets a KMS key, but the bucket is not on AWS.' },
  *check(environment, report) {
    yield* checkChart();
    const variable = variableOf(environment, "AWS_S3_KMS_ID");
    const address = instanceAddress(environment);
    if (variable === undefined || variable.value.value.trim() === "" || address === undefined)
      return;
    if (["s3-aws", "s3-ambient", "s3"].includes(address.kind)) return;
    // A key of MinIO's own KMS is no ARN.
    const isArn = variable.value.value.trim().startsWith("arn:");
    if (address.kind === "s3-compatible" && !isArn) return;
    yield report("other", variable.nameSpan, { name: variable.name });

    function* checkChart() {
      for (const { scheme, fields, tree } of environment.buckets ?? []) {
        const { name, kmsKey } = fields;
        if (scheme === undefined || !isGiven(kmsKey) || !isGiven(name) || name.partial) continue;
        const host = name.text.split(/[/:]/, 1)[0] ?? "";
        const isElsewhere = hasEndpoint(name.text) && readEndpoint(host).service !== "aws";
        if (scheme === "s3" && !(isElsewhere && kmsKey.text.startsWith("arn:"))) continue;
        const { key, value } = kmsKey.member;
        const edit = value === undefined ? undefined : tree.writer.replaceValue(value, null);
        const fixes = reviewFix(message('Set "kmsKey" to null'), edit);
        yield report("other", kmsKey.keySpan, { name: key.value }, { fixes });
      }
    }
  },
});
