import { policyContainers } from "../catalog/policy/containers.js";
import { type PolicyType } from "../model/policy/policy.js";
import { type Surroundings } from "./host.js";

const types: ReadonlyMap<string, PolicyType> = new Map(
  policyContainers
    .flatMap(({ value }) => value)
    .map(({ resource, name, type }) => [`${resource} ${name}`, type]),
);

/** What a policy is by the place that holds it, where no other type can stand. */
export function containedPolicy({ resource, name }: Surroundings): PolicyType | undefined {
  if (resource === undefined || name === undefined) return undefined;
  return types.get(`${resource} ${name}`);
}

/** What a policy most likely is by the service of the resource that holds it. */
export function likelyPolicy(resource: string | undefined): PolicyType | undefined {
  return services.find(([prefix]) => resource?.startsWith(prefix))?.[1];
}

/**
 * Whether a policy belongs to a resource of AWS that has nothing to do with storage, such as a queue or a
 * VPC endpoint: it looks like a bucket policy, and obeys other rules.
 */
export function isForeign(around: Surroundings): boolean {
  const { resource } = around;
  if (resource === undefined || !/^(?:aws_|AWS::)/.test(resource)) return false;
  return containedPolicy(around) === undefined && likelyPolicy(resource) === undefined;
}

const services: readonly (readonly [prefix: string, type: PolicyType])[] = [
  ["AWS::S3::", "bucket"],
  ["AWS::KMS::", "key"],
  ["AWS::IAM::", "identity"],
  ["aws_s3", "bucket"],
  ["aws_kms_", "key"],
  ["aws_iam_", "identity"],
];
