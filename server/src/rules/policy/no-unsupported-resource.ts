import { isArnService } from "../../catalog/service-reference.js";
import { replaceByTexts } from "../../model/policy/edits.js";
import { bucketOf, type ResourceName, resourceNames } from "../../model/policy/resource.js";
import { type Policy, type Strings } from "../../model/policy/policy.js";
import { message } from "../../text/message.js";
import { defineRule, type Fix, reviewFix } from "../rule.js";

export const noUnsupportedResource = defineRule({
  id: "policy/no-unsupported-resource",
  policyTypes: ["bucket", "key"],
  severity: "error",
  summary: "A policy must contain only resources that it can be attached to.",
  rationale:
    'S3 rejects a bucket policy with the error "Policy has invalid resource" if it contains a resource other than its bucket and the objects in it.',
  certainty: "documented",
  sources: ["versitygw-bucket-policy", "cfn-lint-resource-policy", "access-analyzer-checks"],
  acrossStatements: true,
  messages: {
    star: 'S3 rejects the resource "*" in a bucket policy. List the bucket and its objects instead.',
    bucket: '"{resource}" is not a bucket or an object, so S3 rejects this bucket policy.',
    key: '"{resource}" is not a KMS key, so this statement has no effect on the key.',
  },
  *check(policy, report) {
    const bucket = policy.generalPurpose;
    if (policy.type === "bucket" && !bucket) return;
    const service = bucket ? "s3" : "kms";
    for (const { resource, notResource } of policy.statements) {
      for (const element of [resource, notResource]) {
        for (const name of resourceNames(element)) {
          const { value, arn, text } = name;
          if (value === "*" && bucket) {
            yield report(
              "star",
              text.span,
              {},
              {
                equivalents: ["cfn-lint:E3514"],
                fixes: nameBucket(policy, element, name),
              },
            );
          } else if (arn !== undefined && arn.service.value !== service) {
            if (!isArnService(arn.service.value)) continue;
            yield report(
              bucket ? "bucket" : "key",
              text.span,
              { resource: value },
              {
                severity: bucket ? "error" : "warning",
                equivalents: ["access-analyzer:UNSUPPORTED_RESOURCE_ARN_IN_POLICY"],
              },
            );
          }
        }
      }
    }
  },
});

function nameBucket(
  policy: Policy,
  element: Strings | undefined,
  { text }: ResourceName,
): readonly Fix[] {
  const bucket = bucketOf(policy);
  if (bucket === undefined || element === undefined) return [];
  return reviewFix(
    message("Replace with the bucket and its objects"),
    ...replaceByTexts(policy, element, text, [bucket.arn, `${bucket.arn}/*`]),
  );
}
