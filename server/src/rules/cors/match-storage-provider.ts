import {
  gcsDialects,
  s3Dialects,
  corsDialects,
  corsStorageNames,
} from "../../catalog/cors/dialects.js";
import { foreignStorage, renameEdits } from "../../model/cors/keys.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const matchStorageProvider = defineRule({
  id: "cors/match-storage-provider",
  dialects: [...s3Dialects, ...gcsDialects, "azure", "terraform-azure"],
  severity: "error",
  summary: "A rule must use the field names of its storage provider.",
  rationale:
    "Amazon S3, Google Cloud Storage, and Azure name the same fields differently. S3 and Azure reject a rule with another provider's field names. Cloud Storage ignores them, which leaves an empty rule that does not match any request.",
  certainty: "verified",
  sources: ["s3-cors", "gcs-bucket", "azure-arm-cors"],
  messages: {
    refused:
      '{reader} does not recognize these field names and rejects the rule: "{key}" is a field of {other}.',
    ignored:
      '{reader} ignores these field names, so the rule is empty: "{key}" is a field of {other}.',
  },
  *check(cors, report) {
    const { reader, unknownKeys, storage } = corsDialects[cors.dialect];
    for (const rule of cors.rules) {
      const other = foreignStorage(cors, rule);
      const first = rule.unknown[0]?.member;
      if (other === undefined || first === undefined) continue;
      const data = { reader, key: first.key.value, other: corsStorageNames[other] };
      const title = message("Use the field names of {storage}", {
        storage: corsStorageNames[storage],
      });
      const fixes = safeFix(title, ...renameEdits(cors, rule));
      yield report(unknownKeys, first.key.span, data, { fixes });
    }
  },
});
