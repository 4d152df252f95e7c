import { partOf, type Address, type Component } from "../../model/address/address.js";
import { replacePart } from "../../model/address/edits.js";
import { message } from "../../text/message.js";
import { type Edit } from "../../text/span.js";
import { defineRule, safeFix } from "../rule.js";

export const preferPercentEncoding = defineRule({
  id: "address/prefer-percent-encoding",
  severity: "info",
  summary: "An `@` or `:` in the access key or the secret should be percent-encoded.",
  rationale:
    "Go splits at the last `@` and the first `:`, so it reads such an address correctly, but other programs may split it at a different character.",
  certainty: "verified",
  sources: ["go-url"],
  messages: { bare: 'Programs other than W&B may split the address at this "{character}".' },
  *check(address, report) {
    if (address.tokens.at === undefined) return;
    for (const part of [address.user, address.password]) {
      const found = part === undefined ? [] : findMarks(address, part);
      const [first] = found;
      if (first === undefined) continue;
      const edits: readonly Edit[] = found.map((mark) =>
        replacePart(address, mark, mark.text === "@" ? "%40" : "%3A"),
      );
      const fixes = safeFix(message('Encode "@" as "%40" and ":" as "%3A"'), ...edits);
      yield report("bare", first.span, { character: first.text }, { fixes });
    }
  },
});

function findMarks(address: Address, part: Component): readonly Component[] {
  const marks: Component[] = [];
  for (let offset = part.start; offset < part.end; offset += 1) {
    const character = address.tokens.masked[offset];
    if (character === "@" || character === ":") marks.push(partOf(address, offset, offset + 1));
  }
  return marks;
}
