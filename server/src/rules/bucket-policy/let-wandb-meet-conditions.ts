import { byobPage, iamEvaluation } from "../../catalog/wandb-sources.js";
import { wandbAccess } from "../../model/wandb-access.js";
import { defineRule } from "../rule.js";

export const letWandbMeetConditions = defineRule({
  id: "bucket-policy/let-wandb-meet-conditions",
  severity: "error",
  summary: "W&B must be able to meet the conditions of its own statement.",
  rationale: "A statement allows nothing to a request that does not meet all of its conditions.",
  certainty: "inferred",
  sources: [byobPage, iamEvaluation],
  messages: {
    unmet: 'W&B\'s requests never meet this condition on "{key}", so the statement allows nothing.',
  },
  *check(policy, report) {
    if (policy.type !== "bucket") return;
    const told = new Set<unknown>();
    for (const { permissions } of wandbAccess(policy)) {
      for (const { lacks, statements } of permissions) {
        if (lacks !== "condition") continue;
        for (const { conditions } of statements) {
          const unmet = conditions.find(({ truth }) => truth === "no")?.condition;
          if (unmet === undefined || told.has(unmet)) continue;
          told.add(unmet);
          yield report("unmet", unmet.keySpan, { key: unmet.key });
        }
      }
    }
  },
});
