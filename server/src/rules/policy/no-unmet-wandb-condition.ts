import { byobPage, iamEvaluation } from "../../catalog/wandb/sources.js";
import { unmetConditions } from "../../model/wandb/denial.js";
import { defineRule } from "../rule.js";

export const noUnmetWandbCondition = defineRule({
  id: "policy/no-unmet-wandb-condition",
  policyTypes: ["bucket", "key"],
  severity: "error",
  summary: "W&B must be able to meet the conditions of its own statement.",
  rationale: "A statement allows nothing to a request that does not meet all of its conditions.",
  certainty: "inferred",
  sources: [byobPage, iamEvaluation],
  acrossStatements: true,
  messages: {
    unmet: 'W&B\'s requests never meet this condition on "{key}", so the statement allows nothing.',
  },
  *check(policy, report) {
    for (const { key, keySpan } of unmetConditions(policy)) {
      yield report("unmet", keySpan, { key });
    }
  },
});
