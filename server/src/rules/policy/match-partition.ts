import { iamPrincipal } from "../../catalog/wandb/sources.js";
import { foreignPrincipals } from "../../model/access/partition.js";
import { defineRule } from "../rule.js";

export const matchPartition = defineRule({
  id: "policy/match-partition",
  policyTypes: ["bucket", "key"],
  severity: "warning",
  summary: "Principals must be of the same partition of AWS as the resources.",
  rationale:
    "The partitions (aws, aws-cn, aws-us-gov and others) share no accounts, so a principal of one can never " +
    "use a resource of another.",
  certainty: "documented",
  sources: [iamPrincipal],
  messages: {
    foreign: 'Nobody of partition "{partition}" can use resources of "{resources}".',
  },
  *check(policy, report) {
    for (const { place, partition, resourcePartition } of foreignPrincipals(policy)) {
      yield report("foreign", place.text.span, { partition, resources: resourcePartition });
    }
  },
});
