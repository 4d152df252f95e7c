import { byobPage, coreweaveBucketPolicies, s3PolicyActions } from "../../catalog/wandb/sources.js";
import { addStrings } from "../../model/policy/edits.js";
import { unreachedBy } from "../../model/wandb/shortfall.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const requireBucketAndObjects = defineRule({
  id: "policy/require-bucket-and-objects",
  policyTypes: ["bucket", "coreweave-bucket"],
  severity: "error",
  summary: "W&B's statements must name the bucket itself and the objects in it.",
  rationale:
    "Actions on a bucket reach its own ARN only, and actions on objects only what stands behind the slash. " +
    "With one of the two missing, half of what W&B needs is denied.",
  certainty: "verified",
  sources: [byobPage, s3PolicyActions, coreweaveBucketPolicies],
  acrossStatements: true,
  messages: {
    bucket: 'The bucket itself, "{arn}", is not among the resources, so W&B cannot list it.',
    objects: 'No objects, as "{arn}", are among the resources, so W&B cannot read or write them.',
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
