import { s3Dialects } from "../../catalog/cors/dialects.js";
import { longestRuleId } from "../../catalog/cors/facts.js";
import { defineRule } from "../rule.js";

export const validRuleId = defineRule({
  id: "cors/valid-rule-id",
  dialects: s3Dialects,
  severity: "error",
  summary: "A rule ID must be unique and have at most 255 characters.",
  rationale:
    "S3 rejects a longer ID. Two rules with the same ID cannot be distinguished in the S3 console.",
  certainty: "verified",
  sources: ["s3-cors-rule"],
  messages: {
    long: "This ID has {length} characters, but S3 accepts at most {most}, so it rejects the configuration.",
    repeated: '"{id}" is also the ID of another rule, so the two rules cannot be distinguished.',
  },
  *check({ rules }, report) {
    const seen = new Set<string>();
    for (const { id: member } of rules) {
      const node = member?.value;
      if (node?.kind !== "string" || node.holes.length > 0) continue;
      const { value: id, span } = node;
      const most = longestRuleId.value;
      if (id.length > most) {
        yield report("long", span, { length: String(id.length), most: String(most) });
      }
      if (seen.has(id)) yield report("repeated", span, { id }, { severity: "hint" });
      seen.add(id);
    }
  },
});
