import { partitions } from "../regions.js";
import { type Source } from "../source.js";

export const servicePrincipalSource: Source = {
  title: "IAM policy validation check reference: Invalid service principal format",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-invalid-service-principal-format",
  date: "2026-06",
};

export const confusedDeputySource: Source = {
  title: "The confused deputy problem",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html",
  date: "2026-06",
};

/** How a service principal's name ends: as Access Analyzer says, with the domain of any partition. */
const servicePrincipalSuffixes: readonly string[] = [
  ".amazon.com",
  ...new Set(partitions.map(({ dnsSuffix }) => `.${dnsSuffix}`)),
];

/** Services whose roles are bound to a resource of the same account, so that no other can use them. */
export const accountBoundServices: readonly string[] = [
  "ec2.amazonaws.com",
  "ec2.amazonaws.com.cn",
  "lambda.amazonaws.com",
  "edgelambda.amazonaws.com",
];

export const rolesAnywherePrincipal = "rolesanywhere.amazonaws.com";

/** What IAM Roles Anywhere must be allowed to do before it can hand out a role. */
export const rolesAnywhereActions: readonly string[] = [
  "sts:AssumeRole",
  "sts:SetSourceIdentity",
  "sts:TagSession",
];

/** The identity provider of GitHub Actions. */
export const githubProvider = "token.actions.githubusercontent.com";

/** Service principals that bucket and key policies name most, for completion. */
export const commonServicePrincipals: readonly string[] = [
  "cloudfront.amazonaws.com",
  "cloudtrail.amazonaws.com",
  "config.amazonaws.com",
  "delivery.logs.amazonaws.com",
  "ec2.amazonaws.com",
  "ecs-tasks.amazonaws.com",
  "eks.amazonaws.com",
  "events.amazonaws.com",
  "firehose.amazonaws.com",
  "glue.amazonaws.com",
  "lambda.amazonaws.com",
  "logging.s3.amazonaws.com",
  "logs.amazonaws.com",
  "pods.eks.amazonaws.com",
  "s3.amazonaws.com",
  "sagemaker.amazonaws.com",
  "sns.amazonaws.com",
  "sqs.amazonaws.com",
];

/**
 * Whether a text has the form of a service principal: lower case, and one of the known endings. A first
 * label in capitals, as in `SERVICE-NAME.amazonaws.com`, stands for one that is still to be named.
 */
export function isServicePrincipal(text: string): boolean {
  return /^(?:[A-Z]+[_-][A-Z_-]+\.)?[a-z0-9.-]*$/.test(text) && hasServiceSuffix(text);
}

/** Whether a text is a service principal with a Region in it, as `kms:ViaService` takes it. */
export function isRegionalServicePrincipal(text: string): boolean {
  const suffix = servicePrincipalSuffixes.find((each) => text.endsWith(each));
  return (
    suffix !== undefined &&
    isServicePrincipal(text) &&
    text.slice(0, -suffix.length).split(".").length > 1
  );
}

/** Whether a text is a service principal of one label before its ending, as `aws:CalledVia` holds it. */
export function isPlainServicePrincipal(text: string): boolean {
  const suffix = servicePrincipalSuffixes.find((each) => text.endsWith(each));
  return (
    suffix !== undefined && isServicePrincipal(text) && !text.slice(0, -suffix.length).includes(".")
  );
}

function hasServiceSuffix(text: string): boolean {
  return servicePrincipalSuffixes.some((each) => text.length > each.length && text.endsWith(each));
}

/** The service principal that a text stands for but for letter case or its ending. */
export function meantServicePrincipal(text: string): string | undefined {
  const lower = text.trim().toLowerCase();
  if (isServicePrincipal(lower)) return lower;
  const bare = lower.split(".", 1)[0] ?? "";
  return commonServicePrincipals.find((each) => each === `${bare}.amazonaws.com`);
}

/** How everyone assumes a role who does not sign in through an identity provider. */
export const assumeRoleAction = "sts:AssumeRole";

/** How a role is assumed by those who sign in through an identity provider. */
export const actionByProvider = {
  oidc: "sts:AssumeRoleWithWebIdentity",
  saml: "sts:AssumeRoleWithSAML",
} as const;

export const trustPolicySource: Source = {
  title: "Update a role trust policy",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html",
  date: "2026-06",
};

export const githubTrustSource: Source = {
  title: "Create a role for OpenID Connect federation: Configuring a role for GitHub OIDC",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html",
  date: "2026-06",
};
