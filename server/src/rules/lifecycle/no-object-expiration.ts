import { isForWandb } from "../../model/profile.js";
import { defineRule } from "../rule.js";

export const noObjectExpiration = defineRule({
  id: "lifecycle/no-object-expiration",
  severity: "warning",
  summary: "A lifecycle rule must not delete objects from a bucket for W&B.",
  rationale:
    "W&B refers to the files of runs and artifacts as long as the runs and artifacts exist, and it cannot detect that a lifecycle rule has deleted a file. Incomplete uploads and noncurrent versions can be deleted safely.",
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
