import { s3Dialects } from "../../catalog/cors/dialects.js";
import { replaceItem } from "../../model/cors/edits.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix, safeFix } from "../rule.js";

export const noMultipleWildcards = defineRule({
  id: "cors/no-multiple-wildcards",
  dialects: s3Dialects,
  severity: "error",
  summary: "An S3 origin or allowed header must contain at most one `*`.",
  rationale:
    "S3 rejects the entire configuration if an origin or an allowed header has more than one wildcard.",
  certainty: "verified",
  sources: ["s3-cors-rule", "s3-cors"],
  messages: {
    origin: 'The origin "{text}" has more than one wildcard, so S3 rejects the configuration.',
    header: 'The header "{text}" has more than one wildcard, so S3 rejects the configuration.',
  },
  *check({ rules }, report) {
    for (const { origins, allowedHeaders } of rules) {
      for (const field of [origins, allowedHeaders]) {
        for (const item of field?.items ?? []) {
          const text = item.value;
          const first = text.indexOf("*");
          const last = text.lastIndexOf("*");
          if (item.partial || first === last) continue;
          const meant = text.slice(0, first) + text.slice(last);
          const isRun = /^\*+$/.test(text.slice(first, last));
          const title = message('Replace with "{meant}"', { meant });
          const fixes = (isRun ? safeFix : reviewFix)(title, replaceItem(item, meant));
          yield report(field === origins ? "origin" : "header", item.span, { text }, { fixes });
        }
      }
    }
  },
});
