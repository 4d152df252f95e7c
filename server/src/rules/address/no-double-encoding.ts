import { partOf } from "../../model/address/address.js";
import { replacePart } from "../../model/address/edits.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const noDoubleEncoding = defineRule({
  id: "address/no-double-encoding",
  severity: "warning",
  summary: "The access key and the secret must be percent-encoded only once.",
  rationale: "The server decodes once, so a secret that was encoded twice still contains escapes.",
  certainty: "inferred",
  sources: ["go-url"],
  messages: {
    twice: '"{escape}" decodes to "{decoded}", so this text appears to be encoded twice.',
  },
  *check(address, report) {
    for (const part of [address.user, address.password]) {
      if (part === undefined) continue;
      const starts = [...part.text.matchAll(/%25[0-9A-Fa-f]{2}/g)].map(
        ({ index }) => part.start + index,
      );
      const [first] = starts;
      if (first === undefined) continue;
      const escape = partOf(address, first, first + 5);
      const edits = starts.map((start) =>
        replacePart(
          address,
          { start, end: start + 5 },
          "%" + address.text.value.slice(start + 3, start + 5),
        ),
      );
      const fixes = reviewFix(message("Decode once"), ...edits);
      yield report("twice", escape.span, { escape: escape.text, decoded: escape.value }, { fixes });
    }
  },
});
