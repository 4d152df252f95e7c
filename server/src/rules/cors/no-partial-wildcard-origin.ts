import { azureDialects, gcsDialects, corsStorageNames } from "../../catalog/cors/dialects.js";
import { corsSources } from "../../catalog/cors/sources.js";
import { defineRule } from "../rule.js";

export const noPartialWildcardOrigin = defineRule({
  id: "cors/no-partial-wildcard-origin",
  dialects: [...gcsDialects, ...azureDialects],
  severity: "warning",
  summary: "An origin of Cloud Storage or Azure must be spelt out or be `*` alone.",
  rationale:
    "Only S3 documents a wildcard within an origin. Cloud Storage and Azure document the exact origin or `*` alone; a pattern is compared as it is written, and no browser sends a `*`.",
  certainty: "documented",
  sources: [corsSources.gcsBucket, corsSources.azureCors],
  messages: {
    literal: '{storage} documents no wildcard within an origin, so "{origin}" matches no page.',
    unsure: '{storage} documents no wildcard within an origin; "{origin}" may match no page.',
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
