import { gcsDialects, s3Dialects, corsDialects } from "../../catalog/cors/dialects.js";
import { corsSources } from "../../catalog/cors/sources.js";
import { fieldsOf } from "../../model/cors/edits.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const validValueTypes = defineRule({
  id: "cors/valid-value-types",
  dialects: [...s3Dialects, ...gcsDialects, "azure", "terraform-azure"],
  severity: "error",
  summary: "Origins, methods and headers must be lists of strings.",
  rationale:
    "S3 and Azure refuse another type. Google's tools take a lone string for a list of one, but the API's documents show lists only.",
  certainty: "verified",
  sources: [corsSources.s3CorsRule, corsSources.azureArm, corsSources.gsutilCors],
  editorReports: "json-shape",
  messages: {
    lone: '"{key}" is one string where {reader} wants a list, so the configuration is refused.',
    wrapped: '"{key}" is one string; Google\'s tools take it for a list of one.',
    list: '"{key}" is no list of strings, so the configuration is refused.',
    item: '"{key}" has an item that is no string, so the configuration is refused.',
    rule: "This is no rule: a rule is an object with origins and methods.",
  },
  *check(cors, report) {
    const { reader, loneStrings, repeats } = corsDialects[cors.dialect];
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
        const fixes = safeFix(message("Make it a list"), writer.replaceValue(value, [value.value]));
        yield loneStrings
          ? report("wrapped", field.keySpan, { key }, { fixes, severity: "info" })
          : report(
              "lone",
              field.keySpan,
              { key, reader: reader.replace(/^The /, "the ") },
              { fixes },
            );
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
