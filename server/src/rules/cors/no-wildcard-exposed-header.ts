import { s3Dialects } from "../../catalog/cors/dialects.js";
import { wandbExposedHeader } from "../../catalog/cors/facts.js";
import { corsSources } from "../../catalog/cors/sources.js";
import { removeItem, replaceItem } from "../../model/cors/edits.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const noWildcardExposedHeader = defineRule({
  id: "cors/no-wildcard-exposed-header",
  dialects: s3Dialects,
  severity: "error",
  summary: "S3's list of exposed headers must hold no `*`.",
  rationale:
    "S3 refuses a configuration whose exposed headers have a wildcard. Cloud Storage and Azure take one, which is why it is often copied from there.",
  certainty: "verified",
  sources: [corsSources.s3ExposeWildcard, corsSources.s3CorsRule],
  messages: {
    refused:
      '"{header}" among the exposed headers makes S3 refuse the configuration; it takes no wildcard there.',
    unsure: '"{header}" among the exposed headers is refused by S3, and may be by CoreWeave too.',
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
