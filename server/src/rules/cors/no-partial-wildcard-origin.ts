import { azureDialects, gcsDialects, corsStorageNames } from "../../catalog/cors/dialects.js";
import { defineRule } from "../rule.js";

export const noPartialWildcardOrigin = defineRule({
  id: "cors/no-partial-wildcard-origin",
  dialects: [...gcsDialects, ...azureDialects],
  severity: "warning",
  summary: "A Cloud Storage or Azure origin must be an exact origin or `*` alone.",
  rationale:
    "Only S3 documents wildcards within an origin. Cloud Storage and Azure document only exact origins or `*` alone. A pattern compared literally matches no page, because no browser sends a `*`.",
  certainty: "documented",
  sources: ["gcs-bucket", "azure-cors"],
  messages: {
    literal: '{storage} supports only exact origins or "*" alone, so "{origin}" matches no page.',
    unsure:
      '{storage} documents only exact origins or "*" alone, so "{origin}" may not match any page.',
  },
  *check({ rules, storage }, report) {
    for (const { origins } of rules) {
      for (const { value: origin, span, partial } of origins?.items ?? []) {
        if (partial || origin.trim() === "*" || !origin.includes("*")) continue;
        const data = { storage: corsStorageNames[storage], origin };
        // Newer versions of Azure's service may take a subdomain's wildcard.
        yield storage === "gcs"
          ? report("literal", span, data)
          : report("unsure", span, data, { severity: "info" });
      }
    }
  },
});
