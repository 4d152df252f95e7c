import { s3PolicyActions } from "../../catalog/wandb/sources.js";
import { readArn } from "../../model/policy/arn.js";
import { replaceAllOf, addStrings } from "../../model/policy/edits.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const noAmbiguousBucketArn = defineRule({
  id: "policy/no-ambiguous-bucket-arn",
  severity: "warning",
  summary:
    "A resource must end its bucket's name, and say which objects it means behind the slash.",
  rationale:
    "With nothing behind the slash an ARN names neither the bucket nor any object. With a wildcard in the " +
    "bucket's name it also names other buckets.",
  certainty: "documented",
  sources: [s3PolicyActions],
  messages: {
    slash: '"{arn}" is neither the bucket nor an object: nothing stands behind the slash.',
    wildcard: '"{arn}" also stands for buckets whose names go on differently.',
  },
  *check(policy, report) {
    const { type } = policy;
    if (type === "key" || type === "trust" || type === "coreweave-organization") return;
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
            ...reviewFix(message('Write "{arn}"', { arn: objects }), replaceAllOf(text, objects)),
            ...reviewFix(message('Write "{arn}"', { arn: bucket }), replaceAllOf(text, bucket)),
          ];
          yield report("slash", text.span, { arn: whole }, { fixes });
        } else if (type !== "identity" && /^[^*?/]+\*$/.test(name)) {
          const bucket = whole.slice(0, -1);
          const fixes = reviewFix(
            message("Name the bucket and its objects"),
            replaceAllOf(text, bucket),
            resource.list === undefined ? undefined : addStrings(policy, resource, [`${bucket}/*`]),
          );
          yield report("wildcard", text.span, { arn: whole }, { severity: "info", fixes });
        }
      }
    }
  },
});
