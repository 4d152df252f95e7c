import { byobPage, coreweaveBucketPolicies } from "../../catalog/wandb-sources.js";
import { grantPermissions, listActions, missingOf } from "../../model/wandb-edits.js";
import { wandbAccess } from "../../model/wandb-access.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const grantWandbActions = defineRule({
  id: "coreweave-policy/grant-wandb-actions",
  severity: "error",
  summary:
    "The policy of a CoreWeave bucket must allow W&B the eleven actions of its documentation.",
  rationale:
    "W&B signs URLs for uploads and downloads, lists and deletes objects and reads the bucket's settings. " +
    "What its principal is not allowed fails with AccessDenied.",
  certainty: "verified",
  sources: [byobPage, coreweaveBucketPolicies],
  messages: {
    missing: "W&B is not allowed {actions}, so its use of the bucket fails with AccessDenied.",
    partly: "W&B asks for {actions}, and only a part of it is allowed.",
    guessed: "If this statement is for W&B, it lacks {actions}.",
  },
  *check(policy, report) {
    if (policy.type !== "coreweave-bucket") return;
    for (const access of wandbAccess(policy)) {
      const { subject, permissions } = access;
      const place = subject.statements.find(({ action }) => action !== undefined)?.action?.keySpan;
      if (place === undefined) continue;
      const missing = missingOf(access, "action");
      const partly = permissions.filter(({ state }) => state === "partly");
      const wanted = [...missing, ...partly.map(({ permission }) => permission)];
      if (wanted.length === 0) continue;
      const title =
        wanted.length === 1
          ? message("Allow {actions}", { actions: listActions(wanted) })
          : message("Allow the {count} missing actions", { count: String(wanted.length) });
      const fixes = reviewFix(title, ...grantPermissions(access, wanted));
      const actions = listActions(wanted);
      if (subject.certainty === "guess") {
        yield report("guessed", place, { actions }, { severity: "info", fixes });
      } else if (missing.length > 0) {
        yield report("missing", place, { actions }, { fixes });
      } else {
        yield report("partly", place, { actions }, { severity: "warning", fixes });
      }
    }
  },
});
