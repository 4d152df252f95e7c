import { type ResourceTypeDetail } from "../../catalog/service-reference.js";
import { areDifferent } from "../../text/symbol.js";
import { type Arn, isBucketArn, readArn } from "./arn.js";
import { isPattern, overlaps } from "./pattern.js";
import { type KnownResource, type Policy, type Strings, type Text } from "./policy.js";

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
      if (!isBucketArn(arn)) continue;
      const bucket = bucketIn(arn);
      if (bucket === "" || isPattern(bucket) || bucket.includes("${")) continue;
      const name = `arn:${arn.partition.value}:s3:::${bucket}`;
      if (found !== undefined && found !== name) return undefined;
      found = name;
    }
  }
  return found === undefined ? undefined : { arn: found };
}

/** The name before the first slash. */
function bucketIn({ resource: { value } }: Arn): string {
  const slash = value.indexOf("/");
  return slash < 0 ? value : value.slice(0, slash);
}

/** A resource of a bucket policy that is in another bucket than most are. */
export interface StrayBucket {
  readonly text: Text;
  readonly bucket: string;
  /** The bucket that the policy is attached to, or else the one that it names most, or first. */
  readonly own: string;
  /** The same resource in that bucket. */
  readonly replacement: string;
}

/**
 * Resources in another bucket than the policy's own. Where only everybody is let in, the policy may be
 * that of a VPC endpoint, which speaks of many buckets.
 */
export function strayBuckets(policy: Policy): readonly StrayBucket[] {
  const { statements } = policy;
  const named = statements.some(
    ({ principal }) => principal?.entries.some(({ items }) => items.some(isSomebody)) === true,
  );
  if (policy.bucket === undefined && !named) return [];
  if (!policy.generalPurpose) return [];
  const found: { readonly text: Text; readonly arn: Arn; readonly bucket: string }[] = [];
  for (const { resource, notResource } of statements) {
    for (const element of [resource, notResource]) {
      for (const { text, arn } of resourceNames(element)) {
        if (!isBucketArn(arn)) continue;
        const bucket = bucketIn(arn);
        if (bucket === "" || isPattern(bucket) || bucket.includes("${")) continue;
        found.push({ text, arn, bucket });
      }
    }
  }
  const own = policy.bucket ?? commonest(found.map(({ bucket }) => bucket));
  if (own === undefined) return [];
  return found.flatMap(({ text, arn, bucket }) => {
    if (!areDifferent(bucket, own)) return [];
    const { start } = arn.resource;
    const rest = arn.text.slice(start + bucket.length);
    return [{ text, bucket, own, replacement: `${arn.text.slice(0, start)}${own}${rest}` }];
  });
}

/** The text that occurs most, or first; nothing where all are the same. */
function commonest(texts: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  if (counts.size < 2) return undefined;
  return [...counts].reduce((most, each) => (each[1] > most[1] ? each : most))[0];
}

function isSomebody({ value }: Text): boolean {
  return value !== "*";
}

interface BucketSplit {
  readonly bucket: string;
  /** From the slash on; empty for the bucket itself. */
  readonly rest: string;
}

/** `arn:aws:s3:::name/prefix/*` at its first slash that is part of no placeholder. */
export function splitBucket(text: string): BucketSplit | undefined {
  if (text === "" || text === "*") return undefined;
  let depth = 0;
  for (let offset = 0; offset < text.length; offset++) {
    const character = text[offset] ?? "";
    if (character === "{" || character === "<" || character === "(") depth++;
    else if (character === "}" || character === ">" || character === ")") depth--;
    else if (character === "/" && depth <= 0) {
      return { bucket: text.slice(0, offset), rest: text.slice(offset) };
    }
  }
  return { bucket: text, rest: "" };
}
