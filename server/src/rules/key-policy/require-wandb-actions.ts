import { byobPage, s3KmsPermissions, terraformAwsModule } from "../../catalog/wandb/sources.js";
import { shortfallsOf } from "../../model/wandb/shortfall.js";
import { defineRule, reviewFix } from "../rule.js";

export const requireWandbActions = defineRule({
  id: "key-policy/require-wandb-actions",
  severity: "error",
  summary: "The key policy must allow W&B the five actions of its documentation.",
  rationale:
    "Objects are encrypted with the key whenever they are written and decrypted whenever they are read. " +
    "The bucket policy alone does not suffice: what the key denies fails with AccessDenied.",
  certainty: "verified",
  sources: [byobPage, terraformAwsModule, s3KmsPermissions],
  acrossStatements: true,
  messages: {
    missing: "W&B is not allowed {actions} with this key, so its use of the bucket fails.",
    partly: "W&B asks for {actions}, and only a part of it is allowed.",
    reading: "W&B may only decrypt, which is enough for Weave's media but not to store files.",
  },
  *check(policy, report) {
    for (const { kind, place, actions, title, change } of shortfallsOf(policy)) {
      const fixes = reviewFix(title, ...change);
      if (kind === "reading") yield report("reading", place, {}, { severity: "info" });
      else {
        // Nobody is taken for W&B here by what the key is used for, so nothing is guessed.
        const severity = kind === "partly" ? "warning" : "error";
        yield report(kind === "partly" ? kind : "missing", place, { actions }, { severity, fixes });
      }
    }
  },
});
