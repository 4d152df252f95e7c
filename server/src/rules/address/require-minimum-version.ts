import { coreweaveVersions } from "../../catalog/address/providers.js";
import { isBefore } from "../../text/version.js";
import { defineRule } from "../rule.js";

export const requireMinimumVersion = defineRule({
  id: "address/require-minimum-version",
  kinds: ["cw"],
  severity: "error",
  summary: "The W&B Server and chart versions must support CoreWeave buckets.",
  rationale:
    "Earlier servers do not support the scheme, and earlier charts do not configure the server's identity.",
  certainty: "documented",
  sources: ["wandb-coreweave-principals", "wandb-releases", "wandb-byob"],
  messages: {
    chart:
      "On Self-Managed, CoreWeave buckets require chart version {needed} or later. Your version is {version}.",
    early: "CoreWeave buckets require W&B Server {needed} or later. Your version is {version}.",
    old: 'W&B Server {version} does not support "cw://". Version {needed} or later is required.',
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
