import { gcsDialects, s3Dialects, corsDialects } from "../../catalog/cors/dialects.js";
import { fieldsOf } from "../../model/cors/edits.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const validValueTypes = defineRule({
  id: "cors/valid-value-types",
  dialects: [...s3Dialects, ...gcsDialects, "azure", "terraform-azure"],
  severity: "error",
  summary: "Origins, methods, and headers must be lists of strings.",
  rationale:
    "S3 and Azure reject any other type. Google's tools treat a single string as a list with one item, but the API documents only lists.",
  certainty: "verified",
  sources: ["s3-cors-rule", "azure-arm-cors", "gsutil-cors"],
  editorReports: "json-shape",
  messages: {
    lone: '"{key}" is a single string, but {reader} expects a list, so the configuration is rejected.',
    wrapped: '"{key}" is a single string, which Google\'s tools treat as a list with one item.',
    list: '"{key}" is not a list of strings, so the configuration is rejected.',
    item: '"{key}" contains an item that is not a string, so the configuration is rejected.',
    rule: "This is not a valid CORS rule. A rule is an object with origins and methods.",
  },
  *check(cors, report) {
    const { readerWithin, loneStrings, repeats } = corsDialects[cors.dialect];
    const { writer } = cors.tree;
    for (const stray of cors.list === undefined ? [] : cors.strays)
      yield report("rule", firstLine(stray.span), {});
    for (const field of cors.rules.flatMap(fieldsOf)) {
      const key = field.member.key.value;
      const { value } = field.member;
      if (field.partial && field.strays.length === 0) continue;
      if (value?.kind === "string") {
        // Google's tools wrap a lone string, and XML has no lists but repetition.
        if (repeats || cors.dialect === "azure-cli") continue;
        if (value.value.includes(",")) continue;
        const fixes = safeFix(
          message("Convert to a list"),
          writer.replaceValue(value, [value.value]),
        );
        yield loneStrings
          ? report("wrapped", field.keySpan, { key }, { fixes, severity: "info" })
          : report("lone", field.keySpan, { key, reader: readerWithin }, { fixes });
      } else if (value?.kind !== "array") {
        yield report("list", field.keySpan, { key });
      } else {
        for (const stray of field.strays) {
          const edit = stray.kind === "null" ? writer.removeItem(value, stray) : undefined;
          const fixes = stray.kind === "null" ? safeFix(message("Remove null"), edit) : [];
          yield report("item", firstLine(stray.span), { key }, { fixes });
        }
      }
    }
  },
});

/** The first character, since a value may go over lines. */
function firstLine({ start, end }: { readonly start: number; readonly end: number }): {
  readonly start: number;
  readonly end: number;
} {
  return { start, end: Math.min(start + 1, end) };
}
