import { publicMembers } from "../../catalog/google-iam/roles.js";
import { isForWandb } from "../../model/profile.js";
import { defineRule } from "../rule.js";

export const noPublicMember = defineRule({
  id: "google-iam/no-public-member",
  severity: "warning",
  summary: "A bucket for W&B must not be public.",
  rationale:
    "Otherwise, anyone on the internet, or anyone with a Google account, can use the bucket. W&B uses presigned URLs and does not need public access.",
  certainty: "documented",
  sources: ["gcs-iam-roles", "wandb-presigned-urls"],
  messages: {
    everyone: '"{member}" grants "{role}" to the public. W&B does not need public access.',
  },
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
