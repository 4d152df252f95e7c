import { unmetConditions } from "../../model/wandb/denial.js";
import { defineRule } from "../rule.js";

export const noUnmetWandbCondition = defineRule({
  id: "policy/no-unmet-wandb-condition",
  policyTypes: ["bucket", "key"],
  severity: "error",
  summary: "W&B must be able to meet the conditions of the statement that grants it access.",
  rationale: "A statement applies only to requests that meet all its conditions.",
  certainty: "inferred",
  sources: ["wandb-byob", "iam-policy-evaluation"],
  acrossStatements: true,
  messages: {
    unmet:
      'Requests from W&B never meet this condition on "{key}", so the statement grants W&B nothing.',
  },
  *check(policy, report) {
    for (const { key, keySpan } of unmetConditions(policy)) {
      yield report("unmet", keySpan, { key });
    }
  },
});
