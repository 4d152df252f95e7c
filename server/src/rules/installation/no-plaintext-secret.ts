import { addressSources } from "../../catalog/address/sources.js";
import { isNamed } from "../../model/installation/chart-bucket.js";
import { defineRule } from "../rule.js";

export const noPlaintextSecret = defineRule({
  id: "installation/no-plaintext-secret",
  severity: "warning",
  summary: "A bucket's secret key must not stand in clear in the chart's values.",
  rationale:
    "Values live under version control and in the release's record in the cluster. The chart takes the keys from a Secret as well.",
  certainty: "inferred",
  sources: [addressSources.wandbHelmValues, addressSources.wandbHelmBucket],
  messages: {
    plain:
      'Whoever reads this file reads the key too; "secret.secretName" names a Secret that holds it.',
  },
  *check({ buckets = [] }, report) {
    for (const { scheme, fields } of buckets.filter(isNamed)) {
      const key = scheme === "az" ? fields.accessKey : fields.secretKey;
      if (scheme === "gs" || key === undefined || key.partial || key.text === "") continue;
      yield report("plain", key.span, {});
    }
  },
});
