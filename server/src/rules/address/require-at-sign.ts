import { addressSources } from "../../catalog/address/sources.js";
import { wandbKinds, partOf } from "../../model/address/address.js";
import { defineRule } from "../rule.js";

export const requireAtSign = defineRule({
  id: "address/require-at-sign",
  kinds: wandbKinds,
  severity: "error",
  summary: "An `@` must stand between the credentials and the host.",
  rationale:
    "Without it Go takes the key for a host and its secret for a port, which is no number.",
  certainty: "verified",
  sources: [addressSources.goUrl, addressSources.wandbByob],
  messages: {
    open: 'No "@" and host follow the credentials, so the server takes the secret for a port.',
  },
  *check(address, report) {
    const { password, tokens } = address;
    if (password === undefined || tokens.at !== undefined) return;
    if (password.partial) return;
    yield report("open", partOf(address, password.start - 1, password.start).span, {});
  },
});
