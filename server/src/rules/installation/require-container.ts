import { addressSources } from "../../catalog/address/sources.js";
import { isGiven } from "../../model/installation/chart-bucket.js";
import { defineRule } from "../rule.js";

export const requireContainer = defineRule({
  id: "installation/require-container",
  severity: "error",
  summary: "An Azure bucket in the chart's values must have its container in `path`.",
  rationale:
    "The chart makes `az://<name>/<path>`, in which the name is the storage account and the path begins with the container.",
  certainty: "verified",
  sources: [addressSources.wandbHelmBucket],
  messages: { absent: 'The container belongs in "path"; without it the address names none.' },
  *check({ buckets = [] }, report) {
    for (const { scheme, fields } of buckets) {
      const { name, path } = fields;
      if (scheme !== "az" || !isGiven(name) || name.partial || isGiven(path)) continue;
      if (!name.text.includes("/")) yield report("absent", name.span, {});
    }
  },
});
