import { publicMembers } from "../../catalog/google-iam/roles.js";
import { isForWandb } from "../../model/profile.js";
import { defineRule } from "../rule.js";

export const noPublicMember = defineRule({
  id: "google-iam/no-public-member",
  severity: "warning",
  summary: "A bucket of W&B's must not be open to everyone.",
  rationale:
    "Everyone on the internet, or everyone with a Google account, could then use the bucket. W&B signs URLs and needs no public access.",
  certainty: "documented",
  sources: ["gcs-iam-roles", "wandb-presigned-urls"],
  messages: { everyone: '"{member}" gives everyone "{role}". W&B does not need public access.' },
  *check({ bindings }, report, profile) {
    if (!isForWandb(profile)) return;
    for (const { role, members } of bindings) {
      for (const { value, span } of members) {
        if (!publicMembers.includes(value)) continue;
        yield report("everyone", span, { member: value, role: role.value });
      }
    }
  },
});
