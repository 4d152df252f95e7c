import { addressSources } from "../../catalog/address/sources.js";
import { azureIdentityChart } from "../../catalog/installation/chart-bucket.js";
import { isBefore } from "../../text/version.js";
import { defineRule } from "../rule.js";

export const requireMinimumVersion = defineRule({
  id: "installation/require-minimum-version",
  severity: "error",
  summary: "The chart must be new enough for Azure's workload identity.",
  rationale: "Earlier charts read none of these values and say nothing about them.",
  certainty: "documented",
  sources: [addressSources.wandbAzureIdentity, addressSources.wandbHelmValues],
  messages: { old: 'Chart {version} does not read "{key}"; {needed} or newer does.' },
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
