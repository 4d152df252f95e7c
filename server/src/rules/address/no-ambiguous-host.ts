import { defineRule } from "../rule.js";

export const noAmbiguousHost = defineRule({
  id: "address/no-ambiguous-host",
  kinds: ["s3"],
  severity: "warning",
  summary:
    "An address with credentials must make clear whether its host is an endpoint or a bucket.",
  rationale:
    "After the credentials, a single name can be an endpoint followed by a bucket, or a bucket followed by a path. Both are written the same way.",
  certainty: "inferred",
  sources: ["wandb-operator-migration", "wandb-helm-bucket"],
  messages: {
    ambiguous:
      '"{host}" can be read as a bucket or as an endpoint. To make it unambiguous, add a port or use the AWS endpoint.',
  },
  *check({ host, tokens }, report) {
    if (tokens.at === undefined || host.partial || host.text === "") return;
    yield report("ambiguous", host.span, { host: host.text });
  },
});
