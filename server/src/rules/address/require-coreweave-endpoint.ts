import { addressSources } from "../../catalog/address/sources.js";
import { coreweaveCacheEndpoint, coreweaveEndpoint } from "../../catalog/address/providers.js";
import { mayHaveParameter } from "../../model/address/address.js";
import { addParameter, replacePart } from "../../model/address/edits.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix, safeFix } from "../rule.js";

export const requireCoreweaveEndpoint = defineRule({
  id: "address/require-coreweave-endpoint",
  severity: "warning",
  summary: "A CoreWeave address must name the endpoint that W&B supports.",
  rationale:
    "CoreWeave's cache answers inside its own clusters only and over plain HTTP, and browsers and clients reach the bucket as well as the server does. W&B's page names one endpoint.",
  certainty: "documented",
  sources: [addressSources.wandbByob, addressSources.coreweaveEndpoints],
  messages: {
    cache: 'W&B does not support "{host}", which answers inside CoreWeave\'s clusters only.',
    missing:
      'Keys need an endpoint before the bucket; W&B\'s CoreWeave addresses name "{endpoint}".',
    other: '"{host}" is not the endpoint of W&B\'s CoreWeave addresses, which is "{endpoint}".',
  },
  *check(address, report) {
    const { kind, endpoint, host, bucket, tokens } = address;
    if (host.partial || host.text === "") return;
    const data = { host: host.text, endpoint: coreweaveEndpoint };
    const title = message('Use "{endpoint}"', { endpoint: coreweaveEndpoint });
    if (endpoint?.service === "coreweave" && endpoint.form === "cache") {
      const length = coreweaveCacheEndpoint.length;
      const domain = { start: host.end - length, end: host.end };
      const edits = mayHaveParameter(address, "tls") ? [] : [addParameter(address, "tls", "true")];
      const fixes = safeFix(title, replacePart(address, domain, coreweaveEndpoint), ...edits);
      yield report("cache", host.span, { host: host.text }, { fixes, severity: "error" });
      return;
    }
    if (kind !== "cw") return;
    if (endpoint === undefined) {
      // Without keys this is what the Helm chart builds for W&B's own identity.
      if (tokens.at === undefined || bucket?.start !== host.start) return;
      const start = { start: host.start, end: host.start };
      const fixes = reviewFix(title, replacePart(address, start, `${coreweaveEndpoint}/`));
      yield report("missing", host.span, { endpoint: coreweaveEndpoint }, { fixes });
    } else if (endpoint.form !== "named" || endpoint.service !== "coreweave") {
      yield report("other", host.span, data, {
        fixes: reviewFix(title, replacePart(address, host, coreweaveEndpoint)),
      });
    }
  },
});
