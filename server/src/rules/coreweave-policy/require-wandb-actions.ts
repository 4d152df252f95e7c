import { byobPage, coreweaveBucketPolicies } from "../../catalog/wandb/sources.js";
import { shortfallsOf } from "../../model/wandb/shortfall.js";
import { defineRule, reviewFix } from "../rule.js";

export const requireWandbActions = defineRule({
  id: "coreweave-policy/require-wandb-actions",
  policyTypes: ["coreweave-bucket"],
  severity: "error",
  summary:
    "The policy of a CoreWeave bucket must allow W&B the eleven actions of its documentation.",
  rationale:
    "W&B signs URLs for uploads and downloads, lists and deletes objects and reads the bucket's settings. " +
    "What its principal is not allowed fails with AccessDenied.",
  certainty: "verified",
  sources: [byobPage, coreweaveBucketPolicies],
  acrossStatements: true,
  messages: {
    missing: "W&B is not allowed {actions}, so its use of the bucket fails with AccessDenied.",
    partly: "W&B asks for {actions}, and only a part of it is allowed.",
    guessed: "If this statement is for W&B, it lacks {actions}.",
  },
  *check(policy, report) {
    for (const { kind, place, actions, title, change } of shortfallsOf(policy)) {
      const fixes = reviewFix(title, ...change);
      if (kind === "guessed") {
        yield report("guessed", place, { actions }, { severity: "info", fixes });
      } else {
        const severity = kind === "partly" ? "warning" : "error";
        yield report(
          kind === "partly" ? "partly" : "missing",
          place,
          { actions },
          { severity, fixes },
        );
      }
    }
  },
});
