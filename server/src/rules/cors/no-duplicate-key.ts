import { azureDialects, gcsDialects } from "../../catalog/cors/dialects.js";
import { corsSources } from "../../catalog/cors/sources.js";
import { defineRule } from "../rule.js";

export const noDuplicateKey = defineRule({
  id: "cors/no-duplicate-key",
  dialects: ["s3", "s3-cli", "cloudformation", "terraform-aws", ...gcsDialects, ...azureDialects],
  severity: "warning",
  summary: "A rule must not have a field twice.",
  rationale: "JSON's readers keep one of the two, most often the last, and drop the other unseen.",
  certainty: "verified",
  sources: [corsSources.s3Cors],
  editorReports: "json-syntax",
  messages: { repeated: '"{key}" is in this rule already; most readers keep only the last one.' },
  *check({ rules }, report) {
    for (const member of rules.flatMap(({ repeated }) => repeated)) {
      yield report("repeated", member.key.span, { key: member.key.value });
    }
  },
});
