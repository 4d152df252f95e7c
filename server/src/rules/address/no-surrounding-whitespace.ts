import { addressSources } from "../../catalog/address/sources.js";
import { wandbKinds, partOf } from "../../model/address/address.js";
import { replacePart } from "../../model/address/edits.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const noSurroundingWhitespace = defineRule({
  id: "address/no-surrounding-whitespace",
  kinds: wandbKinds,
  severity: "error",
  summary: "An address must not have blanks or quotes around it that are part of the value.",
  rationale:
    "Go refuses an address that starts with a blank or a quote, and takes one at the end for part of the bucket or the last parameter.",
  certainty: "verified",
  sources: [addressSources.goUrl],
  messages: {
    leading:
      "What stands before the scheme is part of the value, so the server refuses the address.",
    trailing:
      "What stands behind the address is part of the value, so the server reads it as such.",
  },
  *check(address, report) {
    const { whole, text } = address;
    const sides = [
      ["leading", partOf(address, 0, whole.start)],
      ["trailing", partOf(address, whole.end, text.value.length)],
    ] as const;
    for (const [key, padding] of sides) {
      if (padding.text === "") continue;
      const fixes = safeFix(message("Remove blanks and quotes"), replacePart(address, padding, ""));
      yield report(key, padding.span, {}, { fixes });
    }
  },
});
