import { wandbKinds, partOf } from "../../model/address/address.js";
import { replacePart } from "../../model/address/edits.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const noUnencodedHash = defineRule({
  id: "address/no-unencoded-hash",
  kinds: wandbKinds,
  severity: "warning",
  summary: "An address must not contain an unencoded `#`.",
  rationale: "Go discards everything from the first `#` before it reads the address.",
  certainty: "verified",
  sources: ["go-url"],
  messages: { cut: 'The server discards this "#" and everything after it.' },
  *check(address, report) {
    const { fragment, path, parameters } = address;
    if (fragment === undefined) return;
    const hash = partOf(address, fragment.start - 1, fragment.start);
    const isInPath = path.text.length > 1 && parameters.length === 0;
    const fixes = isInPath
      ? reviewFix(message('Encode "#" as "%23"'), replacePart(address, hash, "%23"))
      : reviewFix(
          message('Remove "#" and the text after it'),
          replacePart(address, { start: hash.start, end: fragment.end }, ""),
        );
    yield report("cut", hash.span, {}, { fixes });
  },
});
