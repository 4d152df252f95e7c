import { wandbKinds } from "../../model/address/address.js";
import { replacePart } from "../../model/address/edits.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const requireIpv6Brackets = defineRule({
  id: "address/require-ipv6-brackets",
  kinds: wandbKinds,
  severity: "warning",
  summary: "A host must not contain colons except in an IPv6 address in brackets.",
  rationale: "Go before 1.26 reads the last number as a port. Newer versions reject such a host.",
  certainty: "verified",
  sources: ["go-host-colons", "go-url"],
  messages: {
    colons:
      "A host can have only one colon, before its port. Newer W&B servers reject this address.",
    ipv6: "An IPv6 address must be in brackets. Without them, the server reads its last part as a port.",
  },
  *check(address, report) {
    const { host } = address;
    if (host.partial || host.text.startsWith("[")) return;
    if (host.text.indexOf(":") === host.text.lastIndexOf(":")) return;
    if (!/^[0-9a-f:.]+$/i.test(host.text)) {
      yield report("colons", host.span, {});
      return;
    }
    const fixes = reviewFix(message("Add brackets"), replacePart(address, host, `[${host.text}]`));
    yield report("ipv6", host.span, {}, { fixes });
  },
});
