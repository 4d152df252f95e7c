import { isGiven } from "../../model/installation/chart-bucket.js";
import { defineRule } from "../rule.js";

export const requireContainer = defineRule({
  id: "installation/require-container",
  severity: "error",
  summary: "An Azure bucket in the chart values must have its container in `path`.",
  rationale:
    "The chart generates `az://<name>/<path>`, where the name is the storage account and the path starts with the container.",
  certainty: "verified",
  sources: ["wandb-helm-bucket"],
  messages: {
    absent: '"path" must start with the container. Without it, the address has no container.',
  },
  *check({ buckets = [] }, report) {
    for (const { scheme, fields } of buckets) {
      const { name, path } = fields;
      if (scheme !== "az" || !isGiven(name) || name.partial || isGiven(path)) continue;
      if (!name.text.includes("/")) yield report("absent", name.span, {});
    }
  },
});
