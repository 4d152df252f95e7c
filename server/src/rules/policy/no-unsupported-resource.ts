import {
  accessAnalyzerChecks,
  cfnLintResourcePolicy,
  versityPolicy,
} from "../../catalog/policy/sources.js";
import { isArnService } from "../../catalog/service-reference.js";
import { replaceByTexts } from "../../model/policy/edits.js";
import { bucketOf, type ResourceName, resourceNames } from "../../model/policy/resource.js";
import { type Policy, type Strings } from "../../model/policy/policy.js";
import { message } from "../../text/message.js";
import { defineRule, type Fix, reviewFix } from "../rule.js";

export const noUnsupportedResource = defineRule({
  id: "policy/no-unsupported-resource",
  severity: "error",
  summary: "A policy must name only resources of what it is attached to.",
  rationale:
    'S3 answers "Policy has invalid resource" where a bucket policy names anything but ARNs of its bucket and of the objects in it.',
  certainty: "documented",
  sources: [versityPolicy, cfnLintResourcePolicy, accessAnalyzerChecks],
  acrossStatements: true,
  messages: {
    star: '"*" is no resource of a bucket policy, so S3 refuses it; name the bucket and its objects.',
    bucket: '"{resource}" is no bucket and no object, so S3 refuses this bucket policy.',
    key: '"{resource}" is no KMS key, so this statement has no effect on the key.',
  },
  *check(policy, report) {
    const bucket = policy.generalPurpose;
    if (!bucket && policy.type !== "key") return;
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
    message("Name the bucket and its objects"),
    ...replaceByTexts(policy, element, text, [bucket.arn, `${bucket.arn}/*`]),
  );
}
