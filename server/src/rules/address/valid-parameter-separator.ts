import { replacePart } from "../../model/address/edits.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const validParameterSeparator = defineRule({
  id: "address/valid-parameter-separator",
  severity: "error",
  summary: "Parameters must start with `?` and be separated by `&`.",
  rationale:
    "Go splits a query only at `&`. The text after a second `?` becomes part of the value before it, and a pair with a `;` is silently dropped.",
  certainty: "verified",
  sources: ["go-url", "wandb-byob"],
  messages: {
    question:
      'A second "?" is not a separator, so the server reads "{name}" as part of the value before it.',
    semicolon: '";" is not a separator, so the server discards "{name}".',
    start: 'Parameters must start with "?", so the server reads "{name}" as part of the path.',
  },
  *check(address, report) {
    for (const [index, { separator, name }] of address.parameters.entries()) {
      const right = index === 0 ? "?" : "&";
      if (separator.text === right || (name.text === "" && separator.text === "&")) continue;
      const key = index === 0 ? "start" : separator.text === "?" ? "question" : "semicolon";
      const fixes = safeFix(
        message('Replace "{wrong}" with "{right}"', { wrong: separator.text, right }),
        replacePart(address, separator, right),
      );
      yield report(key, separator.span, { name: name.text }, { fixes });
    }
  },
});
