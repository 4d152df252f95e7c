import { nameRules } from "../../catalog/bucket-names.js";
import { findNameFormFault, mayBeOldName } from "../../model/bucket-name.js";
import { isBucketArn } from "../../model/policy/arn.js";
import { type Policy } from "../../model/policy/policy.js";
import { resourceNames, splitBucket } from "../../model/policy/resource.js";
import { holdsSymbol } from "../../text/symbol.js";
import { locate } from "../../text/source-text.js";
import { type Span } from "../../text/span.js";
import { defineRule } from "../rule.js";

export const validBucketName = defineRule({
  id: "policy/valid-bucket-name",
  policyTypes: ["bucket", "coreweave-bucket", "identity"],
  severity: "warning",
  summary: "An S3 ARN must contain a name that a bucket can have.",
  rationale: "S3 accepts the ARN, but no bucket has the name, so the statement applies to nothing.",
  certainty: "documented",
  sources: ["s3-bucket-names", "coreweave-buckets"],
  notInExamples: true,
  messages: {
    length:
      'Bucket names have {minimum} to {maximum} characters, so no bucket can be named "{bucket}" and this ARN matches nothing.',
    character: 'Bucket names cannot contain "{character}", so this ARN does not match any bucket.',
    edge: 'Bucket names must start and end with a letter or digit, but "{bucket}" does not, so this ARN does not match any bucket.',
    address:
      '"{bucket}" is an IP address, which cannot be a bucket name, so this ARN does not match any bucket.',
  },
  *check(policy, report) {
    const naming = policy.type === "coreweave-bucket" ? "coreweave" : "aws";
    const { minimum, maximum } = nameRules[naming];
    for (const { span, at, bucket, isWhole } of bucketsOf(policy)) {
      const fault = findNameFormFault(isWhole ? bucket : bucket.replaceAll(/[*?]/g, "a"), naming);
      if (fault === undefined || (!isWhole && fault.type !== "character")) continue;
      if (naming === "aws" && fault.type !== "ip-address" && mayBeOldName(bucket)) continue;
      const place = at(fault.span);
      switch (fault.type) {
        case "length":
          yield report("length", span, {
            bucket,
            minimum: String(minimum),
            maximum: String(maximum),
          });
          break;
        case "ip-address":
          yield report("address", span, { bucket });
          break;
        case "edge":
          yield report("edge", span, { bucket });
          break;
        case "character":
        case "run": {
          const character = bucket.slice(fault.span.start, fault.span.end);
          yield report("character", place, { character });
        }
      }
    }
  },
});

interface NamedBucket {
  readonly bucket: string;
  readonly span: Span;
  /** The place of a stretch of the name. */
  readonly at: (within: Span) => Span;
  /** Whether the name has no wildcard. */
  readonly isWhole: boolean;
}

/** The buckets that S3 ARNs name, without those that a variable or the host decides. */
function* bucketsOf({ statements }: Policy): Iterable<NamedBucket> {
  for (const { resource, notResource } of statements) {
    for (const element of [resource, notResource]) {
      for (const { text, value, arn } of resourceNames(element)) {
        if (!isBucketArn(arn)) continue;
        const { bucket } = splitBucket(arn.resource.value) ?? {};
        // Two ARNs in one and surrounding whitespace are reported as what they are.
        if (bucket === undefined || bucket === "" || /^arn:|:arn:|\s|[${]/.test(bucket)) continue;
        if (holdsSymbol(value) || text.node.kind !== "string") continue;
        const { content } = text.node;
        const { start } = arn.resource;
        yield {
          bucket,
          span: text.span,
          at: (within) => locate(content, start + within.start, start + within.end),
          isWhole: !/[*?]/.test(bucket),
        };
      }
    }
  }
}
