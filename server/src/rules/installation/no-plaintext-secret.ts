import { isNamed } from "../../model/installation/chart-bucket.js";
import { isRowOfMarks } from "../../syntax/placeholders.js";
import { defineRule } from "../rule.js";

export const noPlaintextSecret = defineRule({
  id: "installation/no-plaintext-secret",
  severity: "warning",
  summary: "The chart values must not contain a bucket's secret key in plain text.",
  rationale:
    "Values are kept in version control and in the release record in the cluster. The chart can read the keys from a Kubernetes Secret instead.",
  certainty: "inferred",
  sources: ["wandb-helm-values", "wandb-helm-bucket"],
  messages: {
    plain:
      'Anyone who can read this file can read the key. Use "secret.secretName" to read it from a Kubernetes Secret instead.',
  },
  *check({ buckets = [] }, report) {
    for (const { scheme, fields } of buckets.filter(isNamed)) {
      const key = scheme === "az" ? fields.accessKey : fields.secretKey;
      if (scheme === "gs" || key === undefined || key.partial || key.text === "") continue;
      if (isRowOfMarks(key.text)) continue;
      yield report("plain", key.span, {});
    }
  },
});
