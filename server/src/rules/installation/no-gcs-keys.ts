import { addressSources } from "../../catalog/address/sources.js";
import { isGiven, isNamed } from "../../model/installation/chart-bucket.js";
import { defineRule } from "../rule.js";

export const noGcsKeys = defineRule({
  id: "installation/no-gcs-keys",
  severity: "warning",
  summary: "In the chart's values a Cloud Storage bucket must have no keys.",
  rationale:
    "The chart puts no credentials into a Cloud Storage address; W&B takes them from the cluster's workload identity.",
  certainty: "verified",
  sources: [addressSources.wandbHelmBucket],
  messages: {
    unread: 'The chart puts no keys into a Cloud Storage address, so "{key}" is not used.',
  },
  *check({ buckets = [] }, report) {
    for (const { scheme, fields } of buckets.filter(isNamed)) {
      const key = [fields.accessKey, fields.secretKey].find(isGiven);
      if (scheme !== "gs" || key === undefined) continue;
      yield report("unread", key.keySpan, { key: key.member.key.value });
    }
  },
});
