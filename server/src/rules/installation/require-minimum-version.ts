import { azureIdentityChart } from "../../catalog/installation/chart-bucket.js";
import { isBefore } from "../../text/version.js";
import { defineRule } from "../rule.js";

export const requireMinimumVersion = defineRule({
  id: "installation/require-minimum-version",
  severity: "error",
  summary: "The chart version must support Azure workload identity.",
  rationale: "Earlier charts silently ignore these values.",
  certainty: "documented",
  sources: ["wandb-azure-identity", "wandb-helm-values"],
  messages: {
    old: 'Chart {version} does not support "{key}". Version {needed} or later is required.',
  },
  *check({ buckets = [] }, report, { chartVersion = "" }) {
    const needed = azureIdentityChart.value;
    if (!isBefore(chartVersion, needed)) return;
    const keys = buckets.flatMap(({ fields, identity }) => [
      ...(fields.azureAuthMethod === undefined ? [] : [fields.azureAuthMethod.member.key]),
      ...(identity === undefined ? [] : [identity.key]),
    ]);
    for (const { value, span } of new Set(keys)) {
      yield report("old", span, { version: chartVersion, key: value, needed });
    }
  },
});
