import { partitions } from "../../catalog/regions.js";
import { readArn } from "../../model/policy/arn.js";
import { isLiteral } from "../../model/policy/arn-types.js";
import { placeIn, replaceIn } from "../../model/policy/edits.js";
import {
  awsPolicyTypes,
  type Policy,
  principalEntries,
  type Text,
} from "../../model/policy/policy.js";
import { message } from "../../text/message.js";
import { nearest } from "../../text/nearest.js";
import { defineRule, reviewFix } from "../rule.js";

const names = partitions.map(({ id }) => id);

export const knownPartition = defineRule({
  id: "policy/known-partition",
  policyTypes: [...awsPolicyTypes, "coreweave-bucket"],
  severity: "error",
  summary: "An ARN must contain a valid AWS partition, such as `aws` or `aws-us-gov`.",
  rationale: "AWS rejects a policy with an ARN in an unknown partition.",
  certainty: "verified",
  sources: ["aws-partitions", "access-analyzer-checks"],
  equivalents: ["access-analyzer:INVALID_PARTITION"],
  messages: {
    unknown: '"{partition}" is not a valid AWS partition, so the policy is rejected.',
    meant:
      '"{partition}" is not a valid AWS partition, so the policy is rejected. Did you mean "{known}"?',
    empty: '"{arn}" has no partition, so the policy is rejected.',
  },
  *check(policy, report) {
    for (const text of arnTexts(policy)) {
      if (text.value === undefined || text.partial || text.value.startsWith("arn:aws:")) continue;
      const field = readArn(text.value)?.partition;
      if (field === undefined || (field.value !== "" && !isLiteral(field.value))) continue;
      const partition = field.value;
      if (names.includes(partition)) continue;
      const known = partition === "" ? undefined : nearest(partition, names);
      const meant = known ?? "aws";
      const fixes = reviewFix(
        message('Set the partition to "{meant}"', { meant }),
        replaceIn(text, field.start, field.end, meant),
      );
      if (partition === "") {
        yield report("empty", text.span, { arn: text.value }, { fixes });
        continue;
      }
      const place = placeIn(text, field);
      // A partition of AWS's that is new begins like the others.
      const severity = partition.startsWith("aws-") ? "warning" : "error";
      yield known === undefined
        ? report("unknown", place, { partition }, { severity, fixes })
        : report("meant", place, { partition, known }, { severity, fixes });
    }
  },
});

function* arnTexts({ statements }: Policy): Iterable<Text> {
  for (const statement of statements) {
    const { resource, notResource } = statement;
    for (const entry of principalEntries(statement)) {
      if (entry.key === "AWS" || entry.key === "Federated") yield* entry.items;
    }
    for (const element of [resource, notResource]) if (element !== undefined) yield* element.items;
  }
}
