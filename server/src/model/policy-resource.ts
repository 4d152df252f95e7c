import { type ResourceTypeDetail } from "../catalog/service-reference.js";
import { type Arn, readArn } from "./arn.js";
import { isPattern, overlaps } from "./pattern.js";
import { type KnownResource, type Policy, type Strings } from "./policy.js";

/** A resource as a policy writes it, known in full. */
export type ResourceName = KnownResource;

/** The resources of an element that are known in full, taken apart once. */
export function resourceNames(element: Strings | undefined): readonly ResourceName[] {
  return element?.resources ?? [];
}

/** Whether a resource of a policy can be one of a type. */
export function fitsType(type: ResourceTypeDetail, value: string, arn: Arn): boolean {
  if (value === "*") return true;
  const wanted = readArn(type.arn);
  if (wanted === undefined) return false;
  if (!meets(wanted.service.value, arn.service.value)) return false;
  const resource = withoutVariables(arn.resource.value);
  if (type.arn.endsWith(":s3:::${BucketName}")) return fitsBucket(resource);
  if (type.arn.endsWith(":s3:::${BucketName}/${ObjectName}")) return fitsObject(resource);
  return meets(withoutVariables(wanted.resource.value), resource);
}

/** No bucket's name has a slash. */
function fitsBucket(resource: string): boolean {
  return !resource.includes("/");
}

/** An object's name follows a slash, which a wildcard may stand for. */
function fitsObject(resource: string): boolean {
  return resource.includes("/") || isPattern(resource);
}

function meets(a: string, b: string): boolean {
  return a === b || a === "*" || b === "*" || overlaps(a, b);
}

/** `${…}` stands for text that is known only with the request. */
export function withoutVariables(text: string): string {
  return text.includes("${") ? text.replaceAll(/\$\{[^}]*\}/g, "*") : text;
}

/** The bucket that all S3 resources of a policy name, if it is one and the same. */
export function bucketOf(policy: Policy): { readonly arn: string } | undefined {
  let found: string | undefined;
  for (const statement of policy.statements) {
    for (const { arn } of resourceNames(statement.resource)) {
      if (arn?.service.value !== "s3" || arn.region.value !== "" || arn.account.value !== "") {
        continue;
      }
      const [bucket = ""] = arn.resource.value.split("/", 1);
      if (bucket === "" || isPattern(bucket) || bucket.includes("${")) continue;
      const name = `arn:${arn.partition.value}:s3:::${bucket}`;
      if (found !== undefined && found !== name) return undefined;
      found = name;
    }
  }
  return found === undefined ? undefined : { arn: found };
}

/**
 * Whether a policy that names S3 belongs to a general purpose bucket, not to an access point or to
 * another kind of bucket, whose resources and actions differ.
 */
export function isBucketPolicy(policy: Policy): boolean {
  if (policy.type !== "bucket") return false;
  const known = policiesOfBuckets.get(policy);
  if (known !== undefined) return known;
  const result = !policy.statements.some(
    ({ resource, notResource, action }) =>
      resourceNames(resource).some(isElsewhere) ||
      resourceNames(notResource).some(isElsewhere) ||
      action?.items.some(
        ({ value }) =>
          value !== undefined &&
          /^s3(?:express|-outposts|-object-lambda|tables|vectors):/i.test(value),
      ),
  );
  policiesOfBuckets.set(policy, result);
  return result;
}

const policiesOfBuckets = new WeakMap<Policy, boolean>();

/** Whether a resource belongs to an access point or to a bucket of another kind. */
function isElsewhere({ arn }: ResourceName): boolean {
  if (arn?.service.value.startsWith("s3") !== true) return false;
  return arn.service.value !== "s3" || arn.resource.value.startsWith("accesspoint/");
}
