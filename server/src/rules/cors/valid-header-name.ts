import { corsSources } from "../../catalog/cors/sources.js";
import { replaceItem } from "../../model/cors/edits.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

/** The characters of a token in HTTP, and the wildcard. */
const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

export const validHeaderName = defineRule({
  id: "cors/valid-header-name",
  severity: "error",
  summary: "A header's name must hold only the characters that HTTP allows in one.",
  rationale:
    "S3 refuses a configuration with other characters in a header's name. Elsewhere such a name matches no header at all.",
  certainty: "documented",
  sources: [corsSources.s3CorsRule, corsSources.fetch],
  messages: {
    refused: '"{header}" is no header name, so S3 refuses the configuration.',
    unmatched: '"{header}" is no header name, so it matches no header.',
  },
  *check({ rules, storage }, report) {
    for (const { allowedHeaders, exposedHeaders } of rules) {
      for (const field of new Set([allowedHeaders, exposedHeaders])) {
        for (const item of field?.items ?? []) {
          const header = item.value;
          if (item.partial || token.test(header) || header.includes(",")) continue;
          const meant = header.trim().replace(/:$/, "");
          const fixes =
            meant !== "" && token.test(meant)
              ? safeFix(message('Replace with "{meant}"', { meant }), replaceItem(item, meant))
              : [];
          yield storage === "s3"
            ? report("refused", item.span, { header }, { fixes })
            : report("unmatched", item.span, { header }, { fixes, severity: "warning" });
        }
      }
    }
  },
});
