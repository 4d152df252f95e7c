import { partitions } from "../regions.js";

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

/** What stands before its ID in the ARN of the identity with which CloudFront used to read buckets. */
export const originAccessIdentity = "CloudFront Origin Access Identity";

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
