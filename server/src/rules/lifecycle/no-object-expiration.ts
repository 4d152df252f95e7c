import { isForWandb } from "../../model/profile.js";
import { defineRule } from "../rule.js";

export const noObjectExpiration = defineRule({
  id: "lifecycle/no-object-expiration",
  severity: "warning",
  summary: "A lifecycle rule must not delete objects from a bucket of W&B's.",
  rationale:
    "W&B refers to the files of runs and artifacts for as long as these exist, and cannot tell that a lifecycle rule has deleted one. Incomplete uploads and noncurrent versions can be deleted safely.",
  certainty: "documented",
  sources: ["wandb-byob", "s3-lifecycle"],
  messages: {
    days: "This rule deletes objects after {days} days, so W&B loses the files of older runs and artifacts.",
    deletes: "This rule deletes objects, so W&B loses the files of runs and artifacts.",
  },
  *check({ rules }, report, profile) {
    if (!isForWandb(profile)) return;
    for (const { deletion, days } of rules) {
      if (deletion === undefined) continue;
      if (days === undefined) yield report("deletes", deletion, {});
      else yield report("days", deletion, { days });
    }
  },
});
