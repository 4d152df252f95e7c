import { isForWandb } from "../../model/profile.js";
import { defineRule } from "../rule.js";

export const requireSoftDelete = defineRule({
  id: "lifecycle/require-soft-delete",
  severity: "warning",
  summary: "A Cloud Storage bucket of W&B's must have soft delete.",
  rationale:
    'W&B checks the bucket before it uses it, and answers "Bucket does not have soft deletion enabled" without soft delete.',
  certainty: "documented",
  sources: ["wandb-byob", "gcs-soft-delete"],
  messages: {
    off: "This turns soft delete off, which W&B requires of a Cloud Storage bucket.",
  },
  *check({ softDeleteOff }, report, profile) {
    if (softDeleteOff !== undefined && isForWandb(profile)) yield report("off", softDeleteOff, {});
  },
});
