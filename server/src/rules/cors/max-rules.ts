import { azureDialects, s3Dialects, corsStorageNames } from "../../catalog/cors/dialects.js";
import { mostRules } from "../../catalog/cors/facts.js";
import { corsSources } from "../../catalog/cors/sources.js";
import { defineRule } from "../rule.js";

export const maxRules = defineRule({
  id: "cors/max-rules",
  dialects: [...s3Dialects, ...azureDialects],
  severity: "error",
  summary: "A configuration must have no more rules than its storage takes.",
  rationale: "S3 takes up to 100 rules a bucket, Azure up to 5 a service. More are refused.",
  certainty: "verified",
  sources: [corsSources.s3PutCors, corsSources.azureCors],
  messages: {
    tooMany:
      "This is rule {number}; {storage} takes at most {most}, so it refuses the configuration.",
  },
  *check({ rules, storage }, report) {
    const most = mostRules[storage]?.value ?? Infinity;
    const first = rules[most];
    if (first === undefined) return;
    yield report("tooMany", first.head, {
      number: String(most + 1),
      storage: corsStorageNames[storage],
      most: String(most),
    });
  },
});
