import { replaceItem } from "../../model/cors/edits.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

/** The characters of a token in HTTP, and the wildcard. */
const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

export const validHeaderName = defineRule({
  id: "cors/valid-header-name",
  severity: "error",
  summary: "A header name must contain only characters that HTTP allows.",
  rationale:
    "S3 rejects a configuration with any other character in a header name. In other storage services, such a name does not match any header.",
  certainty: "documented",
  sources: ["s3-cors-rule", "fetch-cors"],
  messages: {
    refused: '"{header}" is not a valid header name, so S3 rejects the configuration.',
    unmatched: '"{header}" is not a valid header name, so it does not match any header.',
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
