import { type ActionDetail } from "../../catalog/service-reference.js";
import { actionNames } from "../../model/policy/action-match.js";
import { addText } from "../../model/policy/edits.js";
import { fitsAny } from "../../model/policy/arn-types.js";
import { type ResourceName, resourceNames } from "../../model/policy/resource.js";
import { type Policy, type Strings } from "../../model/policy/policy.js";
import { isPattern } from "../../model/policy/pattern.js";
import { message } from "../../text/message.js";
import { defineRule, type Fix, reviewFix } from "../rule.js";

export const matchActionToResource = defineRule({
  id: "policy/match-action-to-resource",
  policyTypes: ["bucket", "coreweave-bucket", "identity"],
  severity: "error",
  summary: "Every action must apply to a resource in its statement.",
  rationale:
    'Some S3 actions apply to the bucket and others to its objects. If the ARN that an action needs is missing, S3 rejects the policy with the error "Action does not apply to any resource(s) in statement". IAM accepts the statement, but it allows nothing.',
  certainty: "documented",
  sources: [
    "versitygw-bucket-policy",
    "versitygw-resource-mismatch",
    "s3-actions",
    "parliament-config",
  ],
  equivalents: ["parliament:RESOURCE_MISMATCH", "cfn-lint:I3510"],
  messages: {
    bucket:
      '"{action}" applies to the bucket, but this statement lists only objects. Add the bucket ARN.',
    object:
      '"{action}" applies to objects, but this statement lists no objects. Add an ARN that ends with "/*".',
    none: '"{action}" does not apply to any resource in this statement, so it has no effect.',
    star: '"{action}" cannot be limited to specific resources, so it has no effect unless the resource is "*".',
  },
  *check(policy, report) {
    const { type } = policy;
    const strict = policy.generalPurpose;
    if (type === "bucket" && !strict) return;
    for (const { action, resource, allows } of policy.statements) {
      if (action === undefined || resource === undefined || resource.unknown) continue;
      const resources = resourceNames(resource);
      if (resources.length === 0 || resources.some(({ value, arn }) => value === "*" || !arn))
        continue;
      for (const { action: named, text } of actionNames(action)) {
        const { meant, service } = named;
        // Another rule reports actions of other services in a bucket policy.
        if (type !== "identity" && service !== "s3") continue;
        if (meant.length === 0 || meant.some((each) => fitsAny(each, resources))) {
          continue;
        }
        const data = { action: named.value };
        const [first] = meant;
        if (meant.every(({ resourceTypes }) => resourceTypes.length === 0)) {
          // In a bucket policy such an action is not supported at all, which another rule says.
          if (type === "identity" && !(service === "s3" && resources.some(isEveryBucket))) {
            yield report("star", text.span, data, { severity: "hint" });
          }
          continue;
        }
        const severity = strict ? "error" : allows === false ? "info" : "warning";
        const key = first === undefined ? "none" : kindOf(meant);
        const fixes = key === "none" ? [] : addResource(policy, resource, resources, key);
        yield report(key, text.span, data, { severity, fixes });
      }
    }
  },
});

/** AWS's own examples allow actions without a resource on all buckets so. */
function isEveryBucket({ value }: ResourceName): boolean {
  return /^arn:[^:]*:s3:::\*$/.test(value);
}

function kindOf(actions: readonly ActionDetail[]): "bucket" | "object" | "none" {
  const all = (name: string): boolean =>
    actions.every(({ service, resourceTypes }) => {
      return service === "s3" && resourceTypes.some((type) => type.name === name);
    });
  return all("bucket") ? "bucket" : all("object") ? "object" : "none";
}

/** Adds the bucket of the statement's objects, or the objects of its bucket. */
function addResource(
  policy: Policy,
  element: Strings,
  resources: readonly ResourceName[],
  kind: "bucket" | "object",
): readonly Fix[] {
  const named = resources.find(({ arn }) => arn?.service.value === "s3");
  const slash = named?.value.indexOf("/") ?? -1;
  const bucket = slash < 0 ? named?.value : named?.value.slice(0, slash);
  if (bucket === undefined || isPattern(bucket) || bucket.includes("${")) return [];
  const added = kind === "bucket" ? bucket : `${bucket}/*`;
  return reviewFix(message('Add "{added}"', { added }), addText(policy, element, added));
}
