import { azureDialects, gcsDialects, corsStorageNames } from "../../catalog/cors/dialects.js";
import { defineRule } from "../rule.js";

export const noPartialWildcardOrigin = defineRule({
  id: "cors/no-partial-wildcard-origin",
  dialects: [...gcsDialects, ...azureDialects],
  severity: "warning",
  summary:
    "A Cloud Storage origin must be exact or `*` alone. An Azure origin can also have `*` as its first label.",
  rationale:
    "S3 documents wildcards anywhere in an origin, and Azure documents one for the subdomains of a host, such as `https://*.example.com`. A pattern that is compared literally never matches, because browsers do not send a `*`.",
  certainty: "documented",
  sources: ["gcs-bucket", "azure-cors"],
  messages: {
    literal: '{storage} supports only exact origins or "*" alone, so "{origin}" never matches.',
    unsure:
      '{storage} documents a wildcard only as the entire origin or for the subdomains of a host, so "{origin}" may never match.',
  },
  *check({ rules, storage }, report) {
    for (const { origins } of rules) {
      for (const { value: origin, span, partial } of origins?.items ?? []) {
        if (partial || origin.trim() === "*" || !origin.includes("*")) continue;
        if (storage === "azure" && /^https?:\/\/\*\.[^*]+$/.test(origin)) continue;
        const data = { storage: corsStorageNames[storage], origin };
        yield storage === "gcs"
          ? report("literal", span, data)
          : report("unsure", span, data, { severity: "info" });
      }
    }
  },
});
