import { awsPolicyTypes } from "../../model/policy/policy.js";
import { policySizes } from "../../catalog/policy/grammar.js";
import { policySize, policySizeWithoutSpace } from "../../model/policy/size.js";
import { defineRule, type ReportOptions } from "../rule.js";

export const maxSize = defineRule({
  id: "policy/max-size",
  policyTypes: awsPolicyTypes,
  severity: "error",
  summary: "A policy must not exceed the size limit of its service.",
  rationale:
    "S3 accepts up to 20 KB and KMS up to 32 KB, including whitespace. IAM does not count whitespace. A larger policy is rejected.",
  certainty: "documented",
  sources: ["s3-bucket-policies", "kms-quotas", "iam-quotas", "access-analyzer-checks"],
  messages: {
    long: "The policy has {size} characters, but the limit is {limit}.",
    spaced:
      "The policy has {size} characters, but the limit is {limit}. It fits without whitespace.",
    trust:
      "The policy has {size} characters, but the default quota for a role trust policy is {limit}.",
    managed: "The policy has {size} characters, but the limit for a managed policy is {limit}.",
  },
  *check(policy, report) {
    const { type, head } = policy;
    const numbers = (count: number, limit: number): { size: string; limit: string } => ({
      size: String(count),
      limit: String(limit),
    });
    const as = (code: string, severity: "error" | "warning" | "info"): ReportOptions => ({
      severity,
      equivalents: code === "" ? [] : [`access-analyzer:POLICY_SIZE_EXCEEDS_${code}_QUOTA`],
    });
    const characters = policySize(policy);
    if (type === "bucket" || type === "key") {
      const limit = policySizes[type];
      if (characters <= limit) return;
      const fits = policySizeWithoutSpace(policy) <= limit;
      yield report(
        fits ? "spaced" : "long",
        head,
        numbers(characters, limit),
        as("RESOURCE_POLICY", fits ? "warning" : "error"),
      );
    } else if (type === "trust") {
      if (characters <= policySizes.trust) return;
      const count = policySizeWithoutSpace(policy);
      if (count > policySizes.trust) {
        const data = numbers(count, policySizes.trust);
        yield report("trust", head, data, as("ROLE_TRUST_POLICY", "warning"));
      }
    } else {
      const known = limitOf(policy.container);
      if (characters <= (known ?? policySizes.managed)) return;
      const count = policySizeWithoutSpace(policy);
      if (known !== undefined) {
        if (count <= known) return;
        yield report("long", head, numbers(count, known), as("", "error"));
      } else if (count > policySizes.identity) {
        const data = numbers(count, policySizes.identity);
        yield report("long", head, data, as("IDENTITY_POLICY", "warning"));
      } else if (count > policySizes.managed) {
        yield report("managed", head, numbers(count, policySizes.managed), as("", "info"));
      }
    }
  },
});

/** The limit for a policy of IAM that a resource takes, where its type says what for. */
function limitOf(container: string | undefined): number | undefined {
  switch (container) {
    case "aws_iam_policy":
    case "AWS::IAM::ManagedPolicy":
      return policySizes.managed;
    case "aws_iam_user_policy":
    case "AWS::IAM::UserPolicy":
      return policySizes.user;
    case "aws_iam_group_policy":
    case "AWS::IAM::GroupPolicy":
      return policySizes.group;
    case "aws_iam_role_policy":
    case "AWS::IAM::RolePolicy":
      return policySizes.identity;
    default:
      return undefined;
  }
}
