import { shortfallsOf } from "../../model/wandb/shortfall.js";
import { defineRule, reviewFix } from "../rule.js";

export const requireWandbActions = defineRule({
  id: "policy/require-wandb-actions",
  policyTypes: ["bucket", "coreweave-bucket", "key"],
  severity: "error",
  summary: "The policy of a bucket or a key must allow W&B the actions of its documentation.",
  rationale:
    "W&B signs URLs for uploads and downloads, lists and deletes objects and reads the bucket's settings. " +
    "Objects are encrypted with the key whenever they are written and decrypted whenever they are read. " +
    "What W&B's principal is not allowed fails with AccessDenied; each of the two policies has to allow its own part.",
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
    missing: "W&B is not allowed {actions}, so its use of the bucket fails with AccessDenied.",
    missingKey: "W&B is not allowed {actions} with this key, so its use of the bucket fails.",
    partly: "W&B asks for {actions}, and only a part of it is allowed.",
    guessed: "If this statement is for W&B, it lacks {actions}.",
    reading: "W&B may only read here, which is enough for Weave's media but not to store files.",
    decrypting: "W&B may only decrypt, which is enough for Weave's media but not to store files.",
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
