import { byobPage } from "../../catalog/wandb/sources.js";
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
  summary: "The condition on the organisation's id must name it exactly.",
  rationale:
    "All customers of W&B share one principal in CoreWeave's storage. A wildcard lets others than one's own " +
    "organisation use the bucket, and an empty id lets in nobody.",
  certainty: "verified",
  sources: [byobPage],
  messages: {
    wildcard: '"{value}" also stands for other organisations, which may then use this bucket.',
    empty: "An empty organisation id lets in nobody, W&B included.",
    nothing: "An empty list of organisations lets in nobody, W&B included.",
  },
  *check(policy, report) {
    for (const { conditions } of orgConditions(policy)) {
      for (const condition of conditions.filter(demandsValue)) {
        if (condition.list?.items.length === 0) yield report("nothing", condition.keySpan, {});
        for (const value of condition.values) {
          if (value.kind !== "string" || isUnknown(value)) continue;
          const fixes = reviewFix(
            message("Leave a place for your organisation's id"),
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
