import { removeParameter } from "../../model/address/edits.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const noDuplicateParameter = defineRule({
  id: "address/no-duplicate-parameter",
  severity: "warning",
  summary: "A parameter must appear only once.",
  rationale: "If a parameter appears twice, the server uses the first one.",
  certainty: "verified",
  sources: ["go-url"],
  messages: { again: 'The server uses the first "{name}", so this one has no effect.' },
  *check(address, report) {
    const seen = new Set<string>();
    for (const parameter of address.parameters) {
      const { name } = parameter;
      const isFirst = !seen.has(name.value);
      seen.add(name.value);
      if (name.text === "" || name.partial || isFirst) continue;
      const data = { name: name.value };
      const fixes = safeFix(
        message('Remove the second "{name}"', data),
        removeParameter(address, parameter),
      );
      yield report("again", name.span, data, { fixes, unnecessary: true });
    }
  },
});
