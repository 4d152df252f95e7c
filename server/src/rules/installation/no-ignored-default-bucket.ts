import { addressSources } from "../../catalog/address/sources.js";
import { isNamed } from "../../model/installation/chart-bucket.js";
import { defineRule } from "../rule.js";

export const noIgnoredDefaultBucket = defineRule({
  id: "installation/no-ignored-default-bucket",
  severity: "warning",
  summary: "The chart's values must name one bucket, not a default one besides.",
  rationale:
    "As soon as `bucket` has a name the chart reads nothing of `defaultBucket`, whereas the operator's next version puts the two together.",
  certainty: "verified",
  sources: [addressSources.wandbHelmBucket, addressSources.wandbOperatorMigration],
  messages: {
    both: 'The chart reads nothing of "defaultBucket" while "bucket" has a name.',
  },
  *check({ buckets = [] }, report) {
    const named = buckets.filter(isNamed);
    const other = named.find(({ key }) => key.value === "defaultBucket");
    if (other === undefined || named.length < 2) return;
    yield report("both", other.key.span, {});
  },
});
