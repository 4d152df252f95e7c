import { allPolicyTypes } from "../../model/policy/policy.js";
import {
  isToolVariable,
  mayHoldPlaceholder,
  policyPlaceholders,
} from "../../model/policy/placeholders.js";
import { stringsOf } from "../../model/policy/strings.js";
import { locate } from "../../text/source-text.js";
import { defineRule } from "../rule.js";

export const noPlaceholder = defineRule({
  id: "policy/no-placeholder",
  policyTypes: allPolicyTypes,
  severity: "error",
  summary: "Every placeholder must be replaced before the policy is applied.",
  rationale:
    "Examples use angle brackets for the bucket, the account, and the principal. S3 and KMS reject a policy that still contains them.",
  certainty: "documented",
  sources: ["wandb-byob"],
  notInExamples: true,
  messages: {
    left: '"{placeholder}" is a placeholder. The policy is rejected until you replace it.',
    filled: '"{placeholder}" is a placeholder. Replace it before you apply the policy.',
  },
  *check({ root, source }, report) {
    if (root === undefined || (source !== undefined && !mayHoldPlaceholder(source.value))) return;
    for (const { value, content, holes } of stringsOf(root)) {
      if (holes.length > 0) continue;
      for (const { span, style, name } of policyPlaceholders(value)) {
        if (style === "braces" && isToolVariable(name)) continue;
        const placeholder = value.slice(span.start, span.end);
        const place = locate(content, span.start, span.end);
        if (style === "word") {
          yield report("filled", place, { placeholder }, { severity: "warning" });
        } else if (style === "angle") yield report("left", place, { placeholder });
        else if (style === "braces" || style === "parentheses" || style === "template") {
          yield report("filled", place, { placeholder }, { severity: "info" });
        }
      }
    }
  },
});
