import { fieldsOf } from "../../model/cors/edits.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const noDuplicateValue = defineRule({
  id: "cors/no-duplicate-value",
  severity: "hint",
  summary: "A list must not contain the same value twice.",
  rationale:
    "A repeated value has no effect. Header names are case-insensitive, so `etag` repeats `ETag`.",
  certainty: "verified",
  sources: ["s3-cors"],
  messages: { repeated: '"{value}" is already in this list.' },
  *check(cors, report) {
    for (const field of cors.rules.flatMap(fieldsOf)) {
      const seen = new Set<string>();
      for (const { value, span, node, partial } of field.items) {
        const isHeader = field.role === "allowedHeaders" || field.role === "exposedHeaders";
        const key = isHeader ? value.toLowerCase() : value;
        if (!partial && seen.has(key)) {
          const title = message('Remove the duplicate "{value}"', { value });
          const edit =
            field.list === undefined ? undefined : cors.tree.writer.removeItem(field.list, node);
          yield report(
            "repeated",
            span,
            { value },
            {
              unnecessary: true,
              fixes: safeFix(title, edit),
            },
          );
        }
        seen.add(key);
      }
    }
  },
});
