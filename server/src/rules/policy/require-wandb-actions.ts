import { shortfallsOf } from "../../model/wandb/shortfall.js";
import { defineRule, reviewFix } from "../rule.js";

export const requireWandbActions = defineRule({
  id: "policy/require-wandb-actions",
  policyTypes: ["bucket", "coreweave-bucket", "key"],
  severity: "error",
  summary:
    "The policy of a bucket or key must allow all actions that the W&B documentation requires.",
  rationale:
    "W&B creates presigned URLs for uploads and downloads, lists and deletes objects, and reads the bucket's settings." +
    "Objects are encrypted with the key whenever they are written and decrypted whenever they are read. " +
    "Actions that are not allowed fail with AccessDenied. The bucket policy and the key policy must each allow their own actions.",
  certainty: "verified",
  sources: [
    "wandb-byob",
    "wandb-terraform-connector",
    "weave-media-references",
    "coreweave-bucket-policies",
    "s3-kms-permissions",
  ],
  acrossStatements: true,
  messages: {
    missing:
      "W&B does not have permission for {actions}, so its requests to the bucket fail with AccessDenied.",
    missingKey:
      "W&B does not have permission for {actions} with this key, so its requests to the bucket fail.",
    partly:
      "The W&B documentation requires {actions}, but this policy allows only some of the matching actions.",
    guessed: "If this statement is for W&B, it must also allow {actions}.",
    reading:
      "W&B has read-only access, which is enough for Weave reference media but not for storing files.",
    decrypting:
      "W&B can only decrypt with this key, which is enough for Weave reference media but not for storing files.",
  },
  *check(policy, report) {
    const isKey = policy.type === "key";
    for (const { kind, place, actions, title, change } of shortfallsOf(policy)) {
      const fixes = reviewFix(title, ...change);
      // In AWS Weave may be given a bucket to read only.
      if (kind === "reading" && policy.type !== "coreweave-bucket") {
        yield report(isKey ? "decrypting" : "reading", place, {}, { severity: "info" });
      } else if (kind === "guessed") {
        yield report("guessed", place, { actions }, { severity: "info", fixes });
      } else if (kind === "partly") {
        yield report("partly", place, { actions }, { severity: "warning", fixes });
      } else {
        yield report(isKey ? "missingKey" : "missing", place, { actions }, { fixes });
      }
    }
  },
});
