import { readArn } from "../../model/policy/arn.js";
import { replaceAllOf, addStrings } from "../../model/policy/edits.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const noAmbiguousBucketArn = defineRule({
  id: "policy/no-ambiguous-bucket-arn",
  policyTypes: ["bucket", "minio", "coreweave-bucket", "identity"],
  severity: "warning",
  summary:
    "An S3 ARN must contain the full bucket name and must specify the objects after a slash.",
  rationale:
    "An ARN that ends with a slash matches neither the bucket nor any object. A wildcard in the bucket name also matches other buckets.",
  certainty: "documented",
  sources: ["s3-actions"],
  messages: {
    slash: '"{arn}" matches neither the bucket nor its objects because nothing follows the slash.',
    wildcard: '"{arn}" also matches other buckets whose names start the same way.',
  },
  *check(policy, report) {
    const { type } = policy;
    for (const { resource } of policy.statements) {
      for (const text of resource?.items ?? []) {
        const arn = readArn(text.value ?? "");
        if (arn?.service.value !== "s3" || text.partial || resource === undefined) continue;
        const name = arn.resource.value;
        const whole = arn.text;
        if (name.endsWith("/") && name.indexOf("/") === name.length - 1 && name.length > 1) {
          const objects = `${whole}*`;
          const bucket = whole.slice(0, -1);
          const fixes = [
            ...reviewFix(
              message('Replace with "{arn}"', { arn: objects }),
              replaceAllOf(text, objects),
            ),
            ...reviewFix(
              message('Replace with "{arn}"', { arn: bucket }),
              replaceAllOf(text, bucket),
            ),
          ];
          yield report("slash", text.span, { arn: whole }, { fixes });
        } else if (type !== "identity" && /^[^*?/]+\*$/.test(name)) {
          const bucket = whole.slice(0, -1);
          const fixes = reviewFix(
            message("Replace with the bucket and its objects"),
            replaceAllOf(text, bucket),
            resource.list === undefined ? undefined : addStrings(policy, resource, [`${bucket}/*`]),
          );
          yield report("wildcard", text.span, { arn: whole }, { severity: "info", fixes });
        }
      }
    }
  },
});
