import { wandbKinds, partOf } from "../../model/address/address.js";
import { replacePart } from "../../model/address/edits.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const noSurroundingWhitespace = defineRule({
  id: "address/no-surrounding-whitespace",
  kinds: wandbKinds,
  severity: "error",
  summary: "An address must not have whitespace or quotes around it as part of the value.",
  rationale:
    "Go rejects an address that starts with whitespace or a quote. If they are at the end of the address, Go reads them as part of the bucket name or the last parameter.",
  certainty: "verified",
  sources: ["go-url"],
  messages: {
    leading: "The text before the scheme is part of the value, so the server rejects the address.",
    trailing:
      "The text after the address is part of the value, so the server reads it as part of the address.",
  },
  *check(address, report) {
    const { whole, text } = address;
    const sides = [
      ["leading", partOf(address, 0, whole.start)],
      ["trailing", partOf(address, whole.end, text.value.length)],
    ] as const;
    for (const [key, padding] of sides) {
      if (padding.text === "") continue;
      const fixes = safeFix(
        message("Remove whitespace and quotes"),
        replacePart(address, padding, ""),
      );
      yield report(key, padding.span, {}, { fixes });
    }
  },
});
