import { corsSources } from "../../catalog/cors/sources.js";
import { fieldsOf } from "../../model/cors/edits.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const noDuplicateValue = defineRule({
  id: "cors/no-duplicate-value",
  severity: "hint",
  summary: "A list must not name a value twice.",
  rationale:
    "A second mention changes nothing. Header names have no case, so `etag` repeats `ETag`.",
  certainty: "verified",
  sources: [corsSources.s3Cors],
  messages: { repeated: '"{value}" is in this list already.' },
  *check(cors, report) {
    for (const field of cors.rules.flatMap(fieldsOf)) {
      const seen = new Set<string>();
      for (const { value, span, node, partial } of field.items) {
        const isHeader = field.role === "allowedHeaders" || field.role === "exposedHeaders";
        const key = isHeader ? value.toLowerCase() : value;
        if (!partial && seen.has(key)) {
          const title = message('Remove the second "{value}"', { value });
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
