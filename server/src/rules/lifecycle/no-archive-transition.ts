import { isForWandb } from "../../model/profile.js";
import { defineRule } from "../rule.js";

export const noArchiveTransition = defineRule({
  id: "lifecycle/no-archive-transition",
  severity: "warning",
  summary: "A lifecycle rule must not archive objects in a bucket for W&B.",
  rationale:
    "Archived objects must be restored before they can be read, which W&B does not do. Storage classes with instant access, such as Glacier Instant Retrieval, work.",
  certainty: "inferred",
  sources: ["wandb-byob", "s3-lifecycle"],
  messages: {
    archives:
      'Objects in "{storageClass}" must be restored before they can be read, so W&B cannot read them.',
  },
  *check({ rules }, report, profile) {
    if (!isForWandb(profile)) return;
    for (const { span, storageClass } of rules.flatMap(({ archives }) => archives)) {
      yield report("archives", span, { storageClass });
    }
  },
});
