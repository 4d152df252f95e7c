import { addressSources } from "../../catalog/address/sources.js";
import { s3Kinds } from "../../model/address/address.js";
import { replacePart } from "../../model/address/edits.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const requireCoreweaveScheme = defineRule({
  id: "address/require-coreweave-scheme",
  kinds: s3Kinds,
  severity: "warning",
  summary: "A CoreWeave bucket must be named by a `cw://` address.",
  rationale:
    "W&B treats CoreWeave as a store of its own: with `s3://` it is an S3-compatible endpoint, reached over plain HTTP and with the bucket in the path unless told otherwise, which CoreWeave does not take.",
  certainty: "documented",
  sources: [addressSources.wandbByob, addressSources.wandbOperatorMigration],
  messages: { other: '"{host}" is CoreWeave\'s, for which W&B has the scheme "{scheme}".' },
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
