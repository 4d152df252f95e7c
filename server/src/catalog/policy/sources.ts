import { type Source } from "../source.js";

export const accessAnalyzerChecks: Source = {
  title: "IAM Access Analyzer policy check reference",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html",
  date: "2026-06",
};

export const policyGrammar: Source = {
  title: "Grammar of the IAM JSON policy language",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html",
  date: "2026",
};

export const policyElements: Source = {
  title: "IAM JSON policy element reference",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html",
  date: "2026",
};

export const versionElement: Source = {
  title: "IAM JSON policy elements: Version",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html",
  date: "2026",
};

export const sidElement: Source = {
  title: "IAM JSON policy elements: Sid",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html",
  date: "2026",
};

export const resourceElement: Source = {
  title: "IAM JSON policy elements: Resource",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html",
  date: "2026",
};

export const notResourceElement: Source = {
  title: "IAM JSON policy elements: NotResource",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html",
  date: "2026",
};

export const principalElement: Source = {
  title: "IAM JSON policy elements: Principal",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html",
  date: "2026",
};

export const policyVariables: Source = {
  title: "IAM policy elements: Variables and tags",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html",
  date: "2026",
};

export const iamIdentifiers: Source = {
  title: "IAM identifiers",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html",
  date: "2026",
};

export const iamQuotas: Source = {
  title: "IAM and AWS STS quotas",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html",
  date: "2026",
};

export const bucketPolicies: Source = {
  title: "Policies and permissions in Amazon S3",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-policy-language-overview.html",
  date: "2026",
};

export const s3Actions: Source = {
  title: "Actions, resources, and condition keys for Amazon S3",
  url: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_s3.html",
  date: "2026-09",
};

export const serviceAuthorization: Source = {
  title: "Actions, resources, and condition keys for AWS services",
  url: "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html",
  date: "2026-09",
};

export const kmsQuotas: Source = {
  title: "AWS KMS: Resource quotas",
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html",
  date: "2026",
};

export const keyPolicyOverview: Source = {
  title: "AWS KMS: Creating a key policy",
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html",
  date: "2026",
};

export const versityPolicy: Source = {
  title: "versitygw: bucket policy validation, with the wording of Amazon S3",
  url: "https://github.com/versity/versitygw/blob/main/auth/bucket_policy.go",
  date: "2026",
};

export const versityMismatch: Source = {
  title: "versitygw, issue 645",
  url: "https://github.com/versity/versitygw/issues/645",
  date: "2024",
};

export const cfnLintResourcePolicy: Source = {
  title: "cfn-lint: E3514, ARNs of resource policies",
  url: "https://github.com/aws-cloudformation/cfn-lint/blob/main/docs/rules.md",
  date: "2026-08",
};

export const parliamentConfig: Source = {
  title: "parliament: findings",
  url: "https://github.com/duo-labs/parliament/blob/main/parliament/config.yaml",
  date: "2025-04",
};

export const arnFormat: Source = {
  title: "Identify AWS resources with Amazon Resource Names (ARNs)",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html",
  date: "2026",
};

export const passRole: Source = {
  title: "Grant a user permissions to pass a role to an AWS service",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html",
  date: "2026",
};

export const linkedRoles: Source = {
  title: "Create a service-linked role",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html",
  date: "2026",
};
