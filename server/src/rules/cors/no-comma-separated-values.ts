import { dialectsWithout } from "../../catalog/cors/dialects.js";
import { fieldsOf, keepItems } from "../../model/cors/edits.js";
import { isJoinedMethods, splitMethods } from "../../model/cors/methods.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const noCommaSeparatedValues = defineRule({
  id: "cors/no-comma-separated-values",
  // Azure's XML has its lists in texts with commas.
  dialects: dialectsWithout("azure-xml"),
  severity: "error",
  summary: "Each value must be a separate list item, not part of a comma-separated string.",
  rationale:
    "The storage service reads a string such as `GET, PUT` as a single value, and no request has such a method, origin, or header.",
  certainty: "verified",
  sources: ["s3-cors-rule", "gcs-bucket", "azure-arm-cors"],
  messages: {
    joined:
      'The storage service reads "{text}" as a single value, which never matches. Write each value as a separate item.',
  },
  *check(cors, report) {
    for (const field of cors.rules.flatMap(fieldsOf)) {
      const isMethods = field.role === "methods";
      for (const { value: text, span, partial } of field.items) {
        if (partial || !(isMethods ? isJoinedMethods(text) : text.includes(","))) continue;
        const split = isMethods ? splitMethods : splitValues;
        if (split(text).length === 0) continue;
        const values = field.items.flatMap(({ value }) => split(value));
        const title = message("Split into separate values");
        const target = field.list ?? field.member.value;
        const edit =
          target?.kind === "string" || target?.kind === "array"
            ? keepItems(cors, target, [...new Set(values)])
            : undefined;
        const fixes = field.partial ? [] : safeFix(title, edit);
        yield report("joined", span, { text }, { fixes });
      }
    }
  },
});

function splitValues(text: string): readonly string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
