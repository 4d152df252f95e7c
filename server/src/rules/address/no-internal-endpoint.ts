import { isNearbyHost } from "../../catalog/address/hosts.js";
import { defineRule } from "../rule.js";

export const noInternalEndpoint = defineRule({
  id: "address/no-internal-endpoint",
  kinds: ["s3-compatible"],
  severity: "info",
  summary: "Browsers and clients must be able to reach the endpoint.",
  rationale:
    "Browsers and clients read and write files through presigned URLs. They cannot resolve a host name that is known only in the W&B server's cluster or on its machine.",
  certainty: "documented",
  sources: ["wandb-operator-connections", "kubernetes-dns"],
  messages: {
    nearby:
      'Browsers and clients also connect to the endpoint, but they may not be able to reach "{host}".',
  },
  *check({ endpoint, host }, report) {
    if (endpoint === undefined || host.partial) return;
    if (host.text !== "" && isNearbyHost(host.value))
      yield report("nearby", host.span, { host: host.text });
  },
});
