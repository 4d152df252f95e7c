import { coreweaveCacheEndpoint, coreweaveEndpoint } from "../../catalog/address/providers.js";
import { mayHaveParameter } from "../../model/address/address.js";
import { addParameter, replacePart } from "../../model/address/edits.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix, safeFix } from "../rule.js";

export const requireCoreweaveEndpoint = defineRule({
  id: "address/require-coreweave-endpoint",
  severity: "warning",
  summary: "A CoreWeave address must use the endpoint that W&B supports.",
  rationale:
    "The CoreWeave cache endpoint works only inside CoreWeave clusters and over plain HTTP, but browsers and clients need to reach the bucket too. The W&B documentation specifies a single endpoint.",
  certainty: "documented",
  sources: ["wandb-byob", "coreweave-endpoints"],
  messages: {
    cache: 'W&B does not support "{host}" because it works only inside CoreWeave clusters.',
    missing:
      'Credentials must be followed by an endpoint and a bucket. The CoreWeave endpoint for W&B is "{endpoint}".',
    other: '"{host}" is not the CoreWeave endpoint that W&B supports. Use "{endpoint}".',
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
