import { azureDialects, s3Dialects, corsStorageNames } from "../../catalog/cors/dialects.js";
import { mostRules } from "../../catalog/cors/facts.js";
import { defineRule } from "../rule.js";

export const maxRules = defineRule({
  id: "cors/max-rules",
  dialects: [...s3Dialects, ...azureDialects],
  severity: "error",
  summary: "A configuration must not have more rules than its storage service accepts.",
  rationale:
    "S3 accepts up to 100 rules per bucket and Azure up to 5 per service. Both reject a configuration with more.",
  certainty: "verified",
  sources: ["s3-put-cors", "azure-cors"],
  messages: {
    tooMany:
      "This is rule {number}, but {storage} accepts at most {most} rules, so it rejects the configuration.",
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
