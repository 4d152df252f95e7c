import { fieldsOf } from "../../model/cors/edits.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const requireShellQuotes = defineRule({
  id: "cors/require-shell-quotes",
  dialects: ["azure-cli"],
  severity: "warning",
  summary: "In a shell command, `*` must be in quotes.",
  rationale:
    "A shell expands an unquoted `*` to the names of the files in the current directory, so the rule gets those names instead of the wildcard.",
  certainty: "verified",
  sources: ["shell-quoting", "azure-cli-cors"],
  messages: {
    expanded:
      'The shell expands this unquoted "*" to the names of the files in the current directory. Put it in quotes.',
  },
  *check({ rules }, report) {
    for (const { node } of rules.flatMap(fieldsOf).flatMap(({ items }) => items)) {
      if (node.kind !== "string" || node.value !== "*") continue;
      const { start, end } = node.span;
      if (end - start !== node.value.length) continue;
      const fixes = safeFix(message("Put it in quotes"), { span: node.span, newText: "'*'" });
      yield report("expanded", node.span, {}, { fixes });
    }
  },
});
