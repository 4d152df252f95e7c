import { addressSources } from "../../catalog/address/sources.js";
import { hasEndpoint, isGiven } from "../../model/installation/chart-bucket.js";
import { message } from "../../text/message.js";
import { replaceText } from "../../text/source-text.js";
import { defineRule, reviewFix } from "../rule.js";

export const noAmbiguousHost = defineRule({
  id: "installation/no-ambiguous-host",
  severity: "warning",
  summary: "The `name` of an S3-compatible bucket must tell its endpoint from its bucket.",
  rationale:
    "Without a port and without a slash the operator takes the whole name for a bucket, and the path for a prefix in it.",
  certainty: "verified",
  sources: [addressSources.wandbOperatorMigration, addressSources.wandbHelmBucket],
  messages: {
    host: 'The operator takes "{name}" for a bucket; an endpoint needs its port, or the bucket behind a slash.',
  },
  *check({ buckets = [] }, report) {
    for (const { scheme, fields, hasSecret, node, tree } of buckets) {
      const { name, path, accessKey, secretKey } = fields;
      if (scheme !== "s3" || !isGiven(path) || name === undefined || name.partial) continue;
      if (!name.text.includes(".") || hasEndpoint(name.text)) continue;
      const joined = `${name.text}/${path.text.replace(/^\/+/, "")}`;
      const fixes =
        path.partial || name.node === undefined
          ? []
          : reviewFix(
              message("Name the bucket behind the endpoint"),
              replaceText(name.node.content, 0, name.text.length, joined),
              tree.writer.removeMember(node, path.member),
            );
      // A bucket of AWS may have dots too, and needs no keys.
      const hasKeys = hasSecret || isGiven(accessKey) || isGiven(secretKey);
      const severity = hasKeys ? "warning" : "info";
      yield report("host", name.span, { name: name.text }, { fixes, severity });
    }
  },
});
