import { azureDialects } from "../../catalog/cors/dialects.js";
import { azureLimits } from "../../catalog/cors/facts.js";
import { fieldsOf } from "../../model/cors/edits.js";
import { defineRule } from "../rule.js";

export const maxListSize = defineRule({
  id: "cors/max-list-size",
  dialects: azureDialects,
  severity: "error",
  summary: "Lists in an Azure rule must not exceed Azure's limits on count and length.",
  rationale:
    "Azure accepts up to 64 origins per rule, 64 header names and 2 header prefixes per list, and 256 characters per entry. It rejects anything beyond these limits.",
  certainty: "documented",
  sources: ["azure-cors"],
  messages: {
    long: "This value has {length} characters, but Azure accepts at most {most}, so it rejects the configuration.",
    origins:
      '"{key}" has {count} origins, but Azure accepts at most {most}, so it rejects the rule.',
    headers:
      '"{key}" has {count} header names, but Azure accepts at most {most}, so it rejects the rule.',
    prefixes:
      '"{key}" has {count} header prefixes, but Azure accepts at most {most}, so it rejects the rule.',
  },
  *check({ rules }, report) {
    const { origins, literalHeaders, prefixHeaders, length } = azureLimits.value;
    for (const field of rules.flatMap(fieldsOf)) {
      const key = field.member.key.value;
      if (field.role === "methods") continue;
      const isPrefix = (text: string): boolean => text.length > 1 && text.endsWith("*");
      const prefixes = field.items.filter(({ value }) => isPrefix(value)).length;
      const data = (count: number, most: number) => ({
        key,
        count: String(count),
        most: String(most),
      });
      if (field.role === "origins") {
        const count = field.items.length;
        if (count > origins) yield report("origins", field.keySpan, data(count, origins));
      } else {
        const names = field.items.length - prefixes;
        if (names > literalHeaders) {
          yield report("headers", field.keySpan, data(names, literalHeaders));
        }
        if (prefixes > prefixHeaders) {
          yield report("prefixes", field.keySpan, data(prefixes, prefixHeaders));
        }
      }
      for (const { value, span, partial } of field.items) {
        if (partial || value.length <= length) continue;
        yield report("long", span, { length: String(value.length), most: String(length) });
      }
    }
  },
});
