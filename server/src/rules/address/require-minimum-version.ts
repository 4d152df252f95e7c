import { addressSources } from "../../catalog/address/sources.js";
import { coreweaveVersions } from "../../catalog/address/providers.js";
import { isBefore } from "../../text/version.js";
import { defineRule } from "../rule.js";

export const requireMinimumVersion = defineRule({
  id: "address/require-minimum-version",
  kinds: ["cw"],
  severity: "error",
  summary: "The W&B server and its chart must be new enough for CoreWeave buckets.",
  rationale:
    "Earlier servers do not know the scheme, and earlier charts do not give the server its identity.",
  certainty: "documented",
  sources: [
    addressSources.wandbCoreweaveVersions,
    addressSources.wandbReleases,
    addressSources.wandbByob,
  ],
  messages: {
    chart:
      "CoreWeave buckets need chart {needed} or newer on a Self-Managed instance; yours is {version}.",
    early: "W&B asks for server {needed} or newer for CoreWeave buckets; yours is {version}.",
    old: 'A W&B server {version} does not know "cw://"; {needed} or newer does.',
  },
  *check({ head }, report, { serverVersion = "", chartVersion = "", deployment }) {
    const { announced, server, chart } = coreweaveVersions;
    const data = { needed: server, version: serverVersion };
    if (isBefore(serverVersion, announced)) yield report("old", head.span, data);
    else if (isBefore(serverVersion, server))
      yield report("early", head.span, data, { severity: "warning" });
    if (deployment === "self-managed" && isBefore(chartVersion, chart)) {
      yield report("chart", head.span, { needed: chart, version: chartVersion });
    }
  },
});
