import { addressSources } from "../../catalog/address/sources.js";
import { wandbKinds } from "../../model/address/address.js";
import { replacePart } from "../../model/address/edits.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const requireIpv6Brackets = defineRule({
  id: "address/require-ipv6-brackets",
  kinds: wandbKinds,
  severity: "warning",
  summary: "A host must hold a colon within the brackets of an IPv6 address only.",
  rationale:
    "Older versions of Go take the last number for a port; from 1.26 on Go refuses such a host.",
  certainty: "verified",
  sources: [addressSources.goHostColons, addressSources.goUrl],
  messages: {
    colons: "A host has one colon, before its port; newer servers refuse this one.",
    ipv6: "Without brackets the server takes the end of this IPv6 address for a port.",
  },
  *check(address, report) {
    const { host } = address;
    if (host.partial || host.text.startsWith("[")) return;
    if (host.text.indexOf(":") === host.text.lastIndexOf(":")) return;
    if (!/^[0-9a-f:.]+$/i.test(host.text)) {
      yield report("colons", host.span, {});
      return;
    }
    const fixes = reviewFix(
      message("Put brackets around it"),
      replacePart(address, host, `[${host.text}]`),
    );
    yield report("ipv6", host.span, {}, { fixes });
  },
});
