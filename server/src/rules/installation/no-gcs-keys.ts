import { isGiven, isNamed } from "../../model/installation/chart-bucket.js";
import { defineRule } from "../rule.js";

export const noGcsKeys = defineRule({
  id: "installation/no-gcs-keys",
  severity: "warning",
  summary: "In the chart values, a Cloud Storage bucket must not have keys.",
  rationale:
    "The chart does not add credentials to a Cloud Storage address. W&B uses the workload identity of the cluster.",
  certainty: "verified",
  sources: ["wandb-helm-bucket"],
  messages: {
    unread: 'The chart does not use keys for Cloud Storage, so it ignores "{key}".',
  },
  *check({ buckets = [] }, report) {
    for (const { scheme, fields } of buckets.filter(isNamed)) {
      const key = [fields.accessKey, fields.secretKey].find(isGiven);
      if (scheme !== "gs" || key === undefined) continue;
      yield report("unread", key.keySpan, { key: key.member.key.value });
    }
  },
});
