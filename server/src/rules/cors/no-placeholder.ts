import { corsSources } from "../../catalog/cors/sources.js";
import { fieldsOf } from "../../model/cors/edits.js";
import { findPlaceholders } from "../../syntax/placeholders.js";
import { locate } from "../../text/source-text.js";
import { defineRule } from "../rule.js";

export const noPlaceholder = defineRule({
  id: "cors/no-placeholder",
  severity: "error",
  summary: "A placeholder such as `<your-host>` must be replaced.",
  rationale:
    "Documentation marks with angle brackets what its reader is to put there. The storage compares the text as it stands, and no browser sends one like it.",
  certainty: "verified",
  sources: [corsSources.wandbByob],
  messages: { left: '"{placeholder}" is still to be replaced; as it stands it matches nothing.' },
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
