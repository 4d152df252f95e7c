import { wandbKinds, partOf } from "../../model/address/address.js";
import { replacePart } from "../../model/address/edits.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix, safeFix } from "../rule.js";

export const validSchemeSeparator = defineRule({
  id: "address/valid-scheme-separator",
  kinds: wandbKinds,
  severity: "error",
  summary: "The scheme must be followed by exactly two slashes.",
  rationale:
    "Without two slashes, the Go parser does not find a host. With three, the host is empty and the bucket becomes part of the path.",
  certainty: "verified",
  sources: ["go-url"],
  messages: {
    few: '"{scheme}:" must be followed by "//". Without it, the server does not find a host or a bucket.',
    colon:
      'A colon is missing between "{scheme}" and "//", so the server does not find a host or a bucket.',
    many: "The third slash makes the host empty, so the server reads the bucket as a path.",
  },
  *check(address, report) {
    const { scheme, tokens } = address;
    if (scheme === undefined) return;
    const separator = partOf(address, tokens.separator.start, tokens.separator.end);
    if (separator.text === "://") return;
    const edit = replacePart(address, separator, "://");
    if (separator.text.startsWith(":///")) {
      const fixes = reviewFix(message("Keep two slashes"), edit);
      yield report("many", separator.span, {}, { fixes, severity: "warning" });
      return;
    }
    // A lone "s3:" is an address that somebody is typing.
    if (separator.end === address.whole.end) return;
    if (separator.text === "//") {
      const fixes = safeFix(message("Insert the colon"), edit);
      yield report("colon", separator.span, { scheme: scheme.text }, { fixes });
      return;
    }
    const fixes = safeFix(message('Insert "//"'), edit);
    yield report("few", separator.span, { scheme: scheme.text }, { fixes });
  },
});
