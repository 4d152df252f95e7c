import { s3Dialects } from "../../catalog/cors/dialects.js";
import { wandbExposedHeader } from "../../catalog/cors/facts.js";
import { removeItem, replaceItem } from "../../model/cors/edits.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const noWildcardExposedHeader = defineRule({
  id: "cors/no-wildcard-exposed-header",
  dialects: s3Dialects,
  severity: "error",
  summary: "The list of exposed headers in an S3 rule must not contain `*`.",
  rationale:
    "S3 rejects a configuration with a wildcard in the exposed headers. Cloud Storage and Azure accept one, so configurations for them are often copied.",
  certainty: "verified",
  sources: ["s3-expose-wildcard", "s3-cors-rule"],
  messages: {
    refused:
      'S3 does not accept wildcards in exposed headers, so "{header}" makes it reject the configuration.',
    unsure: 'S3 rejects "{header}" in exposed headers, and CoreWeave may reject it too.',
  },
  *check(cors, report) {
    const etag = wandbExposedHeader.value;
    for (const rule of cors.rules) {
      const field = rule.exposedHeaders;
      const hasEtag = field?.items.some(({ value }) => value.toLowerCase() === "etag") === true;
      for (const item of field?.items ?? []) {
        if (field === undefined || item.partial || !item.value.includes("*")) continue;
        const header = item.value;
        const isFirst = field.items.find(({ value }) => value === "*") === item;
        const fixes =
          !hasEtag && header === "*" && isFirst
            ? safeFix(
                message('Replace "*" with "{header}"', { header: etag }),
                replaceItem(item, etag),
              )
            : safeFix(
                message('Remove "{header}"', { header }),
                removeItem(cors, rule, field, item),
              );
        yield cors.place === "coreweave"
          ? report("unsure", item.span, { header }, { fixes, severity: "info" })
          : report("refused", item.span, { header }, { fixes });
      }
    }
  },
});
