import { corsSources } from "../../catalog/cors/sources.js";
import { fieldsOf, keepItems } from "../../model/cors/edits.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const noCommaSeparatedValues = defineRule({
  id: "cors/no-comma-separated-values",
  severity: "error",
  summary: "Each value of a list must stand on its own, not behind a comma in another.",
  rationale:
    "A text such as `GET, PUT` is one value for the storage, and no request has such a method, origin or header.",
  certainty: "verified",
  sources: [corsSources.s3CorsRule, corsSources.gcsBucket, corsSources.azureArm],
  messages: {
    joined: '"{text}" is one value to the storage, which matches nothing; write {count} values.',
  },
  *check(cors, report) {
    for (const field of cors.rules.flatMap(fieldsOf)) {
      for (const { value: text, span, partial } of field.items) {
        if (partial || !text.includes(",")) continue;
        const parts = split(text);
        if (parts.length === 0) continue;
        const values = field.items.flatMap(({ value }) => split(value));
        const title = message("Write each value on its own");
        const target = field.list ?? field.member.value;
        const edit =
          target?.kind === "string" || target?.kind === "array"
            ? keepItems(cors, target, [...new Set(values)])
            : undefined;
        const fixes = field.partial ? [] : safeFix(title, edit);
        yield report("joined", span, { text, count: String(parts.length) }, { fixes });
      }
    }
  },
});

function split(text: string): readonly string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
