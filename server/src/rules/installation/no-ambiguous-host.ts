import { hasEndpoint, isGiven } from "../../model/installation/chart-bucket.js";
import { message } from "../../text/message.js";
import { replaceText } from "../../text/source-text.js";
import { defineRule, reviewFix } from "../rule.js";

export const noAmbiguousHost = defineRule({
  id: "installation/no-ambiguous-host",
  severity: "warning",
  summary: "The `name` of an S3-compatible bucket must separate the endpoint from the bucket.",
  rationale:
    "Without a port or a slash, the operator reads the entire name as a bucket, and the path as a prefix in it.",
  certainty: "verified",
  sources: ["wandb-operator-migration", "wandb-helm-bucket"],
  messages: {
    host: 'The operator reads "{name}" as a bucket name. If it is an endpoint, add its port or a slash and the bucket name.',
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
              message("Add the bucket name after the endpoint"),
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
