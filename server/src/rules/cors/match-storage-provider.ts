import {
  gcsDialects,
  s3Dialects,
  corsDialects,
  corsStorageNames,
} from "../../catalog/cors/dialects.js";
import { corsSources } from "../../catalog/cors/sources.js";
import { foreignStorage, renameEdits } from "../../model/cors/keys.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const matchStorageProvider = defineRule({
  id: "cors/match-storage-provider",
  dialects: [...s3Dialects, ...gcsDialects, "azure", "terraform-azure"],
  severity: "error",
  summary: "A rule must use the names of the storage that reads it.",
  rationale:
    "Amazon S3, Google Cloud Storage and Azure name the same fields differently. A rule in another storage's names is refused, or, by Google, taken for an empty one, which matches no request.",
  certainty: "verified",
  sources: [corsSources.s3Cors, corsSources.gcsBucket, corsSources.azureArm],
  messages: {
    refused: '{reader} knows none of these names: "{key}" is what {other} has, so it refuses them.',
    ignored:
      '{reader} reads none of these names: "{key}" is what {other} has, so the rule is empty.',
  },
  *check(cors, report) {
    const { reader, unknownKeys, storage } = corsDialects[cors.dialect];
    for (const rule of cors.rules) {
      const other = foreignStorage(cors, rule);
      const first = rule.unknown[0]?.member;
      if (other === undefined || first === undefined) continue;
      const data = { reader, key: first.key.value, other: corsStorageNames[other] };
      const title = message("Rename the fields to {storage}'s", {
        storage: corsStorageNames[storage],
      });
      const fixes = safeFix(title, ...renameEdits(cors, rule));
      yield report(unknownKeys, first.key.span, data, { fixes });
    }
  },
});
