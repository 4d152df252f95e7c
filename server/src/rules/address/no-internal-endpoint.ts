import { addressSources } from "../../catalog/address/sources.js";
import { isNearbyHost } from "../../catalog/address/hosts.js";
import { defineRule } from "../rule.js";

export const noInternalEndpoint = defineRule({
  id: "address/no-internal-endpoint",
  kinds: ["s3-compatible"],
  severity: "info",
  summary: "The endpoint must be one that browsers and clients reach too.",
  rationale:
    "Files are read and written through signed addresses that the server hands to browsers and clients. A host that is known in the server's cluster or machine alone means nothing to them.",
  certainty: "documented",
  sources: [addressSources.wandbOperatorConnections, addressSources.kubernetesDns],
  messages: { nearby: 'Browsers and clients use the endpoint too, and may not reach "{host}".' },
  *check({ endpoint, host }, report) {
    if (endpoint === undefined || host.partial) return;
    if (host.text !== "" && isNearbyHost(host.value))
      yield report("nearby", host.span, { host: host.text });
  },
});
