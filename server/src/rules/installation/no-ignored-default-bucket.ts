import { isNamed } from "../../model/installation/chart-bucket.js";
import { defineRule } from "../rule.js";

export const noIgnoredDefaultBucket = defineRule({
  id: "installation/no-ignored-default-bucket",
  severity: "warning",
  summary: "The chart values must not set both a bucket and a default bucket.",
  rationale:
    "If `bucket` has a name, the chart ignores `defaultBucket`, but the next version of the operator merges the two.",
  certainty: "verified",
  sources: ["wandb-helm-bucket", "wandb-operator-migration"],
  messages: {
    both: 'The chart ignores "defaultBucket" because "bucket" has a name.',
  },
  *check({ buckets = [] }, report) {
    const named = buckets.filter(isNamed);
    const other = named.find(({ key }) => key.value === "defaultBucket");
    if (other === undefined || named.length < 2) return;
    yield report("both", other.key.span, {});
  },
});
