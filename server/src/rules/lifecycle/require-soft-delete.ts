import { isForWandb } from "../../model/profile.js";
import { defineRule } from "../rule.js";

export const requireSoftDelete = defineRule({
  id: "lifecycle/require-soft-delete",
  severity: "warning",
  summary: "A Cloud Storage bucket for W&B must have soft delete enabled.",
  rationale:
    'W&B checks the bucket before using it. If soft delete is off, it rejects the bucket with the error "Bucket does not have soft deletion enabled".',
  certainty: "documented",
  sources: ["wandb-byob", "gcs-soft-delete"],
  messages: {
    off: "This turns off soft delete, which W&B requires for Cloud Storage buckets.",
  },
  *check({ softDeleteOff }, report, profile) {
    if (softDeleteOff !== undefined && isForWandb(profile)) yield report("off", softDeleteOff, {});
  },
});
