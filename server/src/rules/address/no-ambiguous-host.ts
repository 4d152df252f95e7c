import { addressSources } from "../../catalog/address/sources.js";
import { defineRule } from "../rule.js";

export const noAmbiguousHost = defineRule({
  id: "address/no-ambiguous-host",
  kinds: ["s3"],
  severity: "warning",
  summary: "An address with keys must make clear whether its host is an endpoint or a bucket.",
  rationale:
    "Behind keys a single name may be an endpoint with a bucket after it, or a bucket with a folder after it, and the two are written alike.",
  certainty: "inferred",
  sources: [addressSources.wandbOperatorMigration, addressSources.wandbHelmBucket],
  messages: {
    ambiguous:
      '"{host}" may be read as a bucket or as an endpoint; a port or the AWS endpoint would tell.',
  },
  *check({ host, tokens }, report) {
    if (tokens.at === undefined || host.partial || host.text === "") return;
    yield report("ambiguous", host.span, { host: host.text });
  },
});
