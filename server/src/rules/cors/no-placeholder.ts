import { fieldsOf } from "../../model/cors/edits.js";
import { findPlaceholders } from "../../syntax/placeholders.js";
import { locate } from "../../text/source-text.js";
import { defineRule } from "../rule.js";

export const noPlaceholder = defineRule({
  id: "cors/no-placeholder",
  severity: "error",
  summary: "Placeholders such as `<your-host>` must be replaced with real values.",
  rationale:
    "Documentation uses angle brackets for values that you must fill in. The storage service compares the text literally, and browsers do not send values in angle brackets.",
  certainty: "verified",
  sources: ["wandb-byob"],
  messages: {
    left: '"{placeholder}" is a placeholder, which never matches. Replace it with a real value.',
  },
  *check({ rules }, report) {
    for (const { node } of rules.flatMap(fieldsOf).flatMap(({ items }) => items)) {
      if (node.kind !== "string" || !node.value.includes("<")) continue;
      for (const { span, style } of findPlaceholders(node.value)) {
        if (style !== "angle") continue;
        const placeholder = node.value.slice(span.start, span.end);
        yield report("left", locate(node.content, span.start, span.end), { placeholder });
      }
    }
  },
});
