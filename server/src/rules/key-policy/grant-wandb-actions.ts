import { byobPage, s3KmsPermissions, terraformAwsModule } from "../../catalog/wandb-sources.js";
import { grantPermissions, listActions, missingOf } from "../../model/wandb-edits.js";
import { wandbAccess } from "../../model/wandb-access.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const grantWandbActions = defineRule({
  id: "key-policy/grant-wandb-actions",
  severity: "error",
  summary: "The key policy must allow W&B the five actions of its documentation.",
  rationale:
    "Objects are encrypted with the key whenever they are written and decrypted whenever they are read. " +
    "The bucket policy alone does not suffice: what the key denies fails with AccessDenied.",
  certainty: "verified",
  sources: [byobPage, terraformAwsModule, s3KmsPermissions],
  messages: {
    missing: "W&B is not allowed {actions} with this key, so its use of the bucket fails.",
    partly: "W&B asks for {actions}, and only a part of it is allowed.",
    reading: "W&B may only decrypt, which is enough for Weave's media but not to store files.",
  },
  *check(policy, report) {
    for (const access of wandbAccess(policy)) {
      const { subject, readOnly, permissions } = access;
      const place = subject.statements.find(({ action }) => action !== undefined)?.action?.keySpan;
      if (place === undefined) continue;
      if (readOnly) {
        yield report("reading", place, {}, { severity: "info" });
        continue;
      }
      const missing = missingOf(access, "action");
      const partly = permissions.filter(({ state }) => state === "partly");
      const wanted = [...missing, ...partly.map(({ permission }) => permission)];
      if (wanted.length === 0) continue;
      const actions = listActions(wanted);
      const title =
        wanted.length === 1
          ? message("Allow {actions}", { actions })
          : message("Allow the {count} missing actions", { count: String(wanted.length) });
      const fixes = reviewFix(title, ...grantPermissions(access, wanted));
      if (missing.length > 0) yield report("missing", place, { actions }, { fixes });
      else yield report("partly", place, { actions }, { severity: "warning", fixes });
    }
  },
});
