import { foreignPrincipals } from "../../model/access/partition.js";
import { defineRule } from "../rule.js";

export const matchPartition = defineRule({
  id: "policy/match-partition",
  policyTypes: ["bucket", "key"],
  severity: "warning",
  summary: "Principals must be in the same AWS partition as the resources.",
  rationale:
    "Partitions (aws, aws-cn, aws-us-gov, and others) do not share accounts, so a principal in one can never " +
    "access a resource in another.",
  certainty: "documented",
  sources: ["iam-element-principal"],
  messages: {
    foreign: 'Principals in partition "{partition}" cannot access resources in "{resources}".',
  },
  *check(policy, report) {
    for (const { place, partition, resourcePartition } of foreignPrincipals(policy)) {
      yield report("foreign", place.text.span, { partition, resources: resourcePartition });
    }
  },
});
