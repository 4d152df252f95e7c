import { s3Kinds } from "../../model/address/address.js";
import { replacePart } from "../../model/address/edits.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const requireCoreweaveScheme = defineRule({
  id: "address/require-coreweave-scheme",
  kinds: s3Kinds,
  severity: "warning",
  summary: "A CoreWeave bucket must have a `cw://` address.",
  rationale:
    "W&B handles CoreWeave as a separate provider. With `s3://`, W&B would use it as an S3-compatible endpoint, by default with plain HTTP and path-style requests, which CoreWeave does not accept.",
  certainty: "documented",
  sources: ["wandb-byob", "wandb-operator-migration"],
  messages: {
    other: '"{host}" is a CoreWeave endpoint. Use the scheme "{scheme}" for CoreWeave buckets.',
  },
  *check(address, report) {
    const { scheme, endpoint, host } = address;
    if (scheme === undefined || endpoint?.service !== "coreweave") return;
    const fixes = safeFix(
      message('Replace "{scheme}" with "{known}"', { scheme: scheme.text, known: "cw" }),
      replacePart(address, scheme, "cw"),
    );
    yield report("other", scheme.span, { host: host.text, scheme: "cw" }, { fixes });
  },
});
