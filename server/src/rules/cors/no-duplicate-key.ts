import { dialectsWithout } from "../../catalog/cors/dialects.js";
import { defineRule } from "../rule.js";

export const noDuplicateKey = defineRule({
  id: "cors/no-duplicate-key",
  // XML repeats an element where it means a list.
  dialects: dialectsWithout("s3-xml", "azure-xml"),
  severity: "warning",
  summary: "A rule must not contain the same field twice.",
  rationale: "JSON parsers keep one of the two, usually the last, and silently drop the other.",
  certainty: "verified",
  sources: ["s3-cors"],
  editorReports: "json-syntax",
  messages: {
    repeated: '"{key}" already appears in this rule. Most parsers keep only the last one.',
  },
  *check({ rules }, report) {
    for (const member of rules.flatMap(({ repeated }) => repeated)) {
      yield report("repeated", member.key.span, { key: member.key.value });
    }
  },
});
