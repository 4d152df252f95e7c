import { coreweaveEndpoint } from "../../catalog/address/providers.js";
import { isGiven } from "../../model/installation/chart-bucket.js";
import { message } from "../../text/message.js";
import { replaceText } from "../../text/source-text.js";
import { defineRule, reviewFix } from "../rule.js";

export const requireCoreweaveEndpoint = defineRule({
  id: "installation/require-coreweave-endpoint",
  severity: "warning",
  summary: "A CoreWeave bucket with keys must have its endpoint in `name`.",
  rationale:
    "With keys, the chart generates `cw://<key>:<secret>@<name>`, where the documented address has the CoreWeave endpoint. Without keys, the W&B integration finds the bucket by its name.",
  certainty: "inferred",
  sources: ["wandb-helm-bucket", "wandb-byob"],
  messages: {
    absent: 'An address with keys requires the CoreWeave endpoint: "{endpoint}/{name}".',
  },
  *check({ buckets = [] }, report) {
    for (const { scheme, fields, hasSecret } of buckets) {
      const { name, accessKey, secretKey } = fields;
      if (scheme !== "cw" || name?.node === undefined || name.partial || name.text === "") continue;
      if (!hasSecret && !(isGiven(accessKey) && isGiven(secretKey))) continue;
      if (/[./:]/.test(name.text)) continue;
      const data = { endpoint: coreweaveEndpoint, name: name.text };
      const edit = replaceText(name.node.content, 0, 0, `${coreweaveEndpoint}/`);
      const fixes = reviewFix(message('Add "{endpoint}/" before the name', data), edit);
      yield report("absent", name.span, data, { fixes });
    }
  },
});
