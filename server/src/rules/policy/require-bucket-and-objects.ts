import { addStrings } from "../../model/policy/edits.js";
import { unreachedBy } from "../../model/wandb/shortfall.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const requireBucketAndObjects = defineRule({
  id: "policy/require-bucket-and-objects",
  policyTypes: ["bucket", "coreweave-bucket"],
  severity: "error",
  summary: "The statements for W&B must include both the bucket and its objects.",
  rationale:
    "Bucket actions apply only to the bucket ARN, and object actions only to ARNs with a key after the slash. " +
    "If one of the two is missing, the actions that apply to it are denied.",
  certainty: "verified",
  sources: ["wandb-byob", "s3-actions", "coreweave-bucket-policies"],
  acrossStatements: true,
  messages: {
    bucket: 'The resources do not include the bucket itself, so W&B cannot list it. Add "{arn}".',
    objects:
      'The resources do not include any objects, so W&B cannot read or write files. Add "{arn}".',
  },
  *check(policy, report) {
    for (const { on, arn, resources, guessed, readOnly } of unreachedBy(policy)) {
      // In AWS Weave may be given a bucket to read only.
      if (readOnly && policy.type !== "coreweave-bucket") continue;
      const fixes = reviewFix(
        message('Add "{arn}"', { arn }),
        addStrings(policy, resources, [arn]),
      );
      yield report(on, resources.keySpan, { arn }, { severity: guessed ? "info" : "error", fixes });
    }
  },
});
