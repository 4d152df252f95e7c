import { demandsValue, orgConditions } from "../../model/wandb/org-condition.js";
import { isPattern } from "../../model/policy/pattern.js";
import { isUnknown } from "../../model/policy/policy.js";
import { replaceText } from "../../text/source-text.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const requireExactOrgId = defineRule({
  id: "coreweave-policy/require-exact-org-id",
  policyTypes: ["coreweave-bucket"],
  severity: "error",
  summary: "A condition on the organization ID must contain the exact ID.",
  rationale:
    "All W&B customers share one principal on CoreWeave. A wildcard lets other organizations use the bucket, and an empty ID does not match any organization.",
  certainty: "verified",
  sources: ["wandb-byob"],
  messages: {
    wildcard:
      '"{value}" also matches other organizations, which can then use this bucket through W&B.',
    empty: "An empty organization ID does not match any organization, so W&B is denied access.",
    nothing:
      "An empty list of organization IDs does not match any organization, so W&B is denied access.",
  },
  *check(policy, report) {
    for (const { conditions } of orgConditions(policy)) {
      for (const condition of conditions.filter(demandsValue)) {
        if (condition.list?.items.length === 0) yield report("nothing", condition.keySpan, {});
        for (const value of condition.values) {
          if (value.kind !== "string" || isUnknown(value)) continue;
          const fixes = reviewFix(
            message("Replace with a placeholder for your organization ID"),
            replaceText(value.content, 0, value.value.length, "<wb-org-id>"),
          );
          if (value.value.trim() === "") yield report("empty", value.span, {}, { fixes });
          else if (isPattern(value.value)) {
            yield report("wildcard", value.span, { value: value.value }, { fixes });
          }
        }
      }
    }
  },
});
