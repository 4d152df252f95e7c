import { sources } from "../sources.js";
import { type Source } from "../source.js";

/** What an element of a policy is, in a sentence or two of Markdown. */
export interface PolicyElementFact {
  readonly text: string;
  readonly source: Source;
}

/** By the element's name. */
export const policyElements: Readonly<Record<string, PolicyElementFact>> = {
  Version: {
    text: "The version of the policy language, not of this document. `2012-10-17` is the latest. Without it, variables such as `${aws:username}` are plain text. CoreWeave requires it.",
    source: sources["iam-element-version"],
  },
  Id: {
    text: "An identifier for the policy, which does not affect permissions. It is not allowed in identity-based policies.",
    source: sources["iam-element-id"],
  },
  Statement: {
    text: "One statement or a list of statements. An explicit `Deny` overrides any `Allow`. Anything that no statement allows is denied.",
    source: sources["iam-element-statement"],
  },
  Sid: {
    text: "An identifier for the statement. In identity-based policies, trust policies, and CoreWeave policies it must be unique and contain only letters and digits. S3 and KMS are less strict.",
    source: sources["iam-element-sid"],
  },
  Effect: {
    text: "`Allow` or `Deny`. The values are case-sensitive.",
    source: sources["iam-element-effect"],
  },
  Principal: {
    text: 'The principals that the statement applies to. `"*"` is anyone, and an ARN that ends in `:root` is a whole account. AWS does not support wildcards within a principal ARN.',
    source: sources["iam-element-principal"],
  },
  NotPrincipal: {
    text: "All principals except the listed ones. With `Allow`, that includes anonymous users.",
    source: sources["iam-element-not-principal"],
  },
  Action: {
    text: "The actions, each in the form `service:Name`. They are case-insensitive, and `*` and `?` are wildcards. Each action must apply to a resource in the same statement.",
    source: sources["iam-element-action"],
  },
  NotAction: {
    text: "All actions except the listed ones.",
    source: sources["iam-element-not-action"],
  },
  Resource: {
    text: "The resources that the statement applies to. A bucket needs two ARNs: `arn:aws:s3:::bucket` for actions on the bucket and `arn:aws:s3:::bucket/*` for actions on its objects. In a key policy, `*` means this key.",
    source: sources["iam-element-resource"],
  },
  NotResource: {
    text: "All resources except the listed ones.",
    source: sources["iam-element-not-resource"],
  },
  Condition: {
    text: "When the statement applies: operators, each with condition keys and the values to compare. All operators and keys must match. For each key, one matching value is enough.",
    source: sources["iam-element-condition"],
  },
  AWS: {
    text: "AWS principals: an ARN, or a 12-digit account ID for a whole account.",
    source: sources["iam-element-principal"],
  },
  Service: {
    text: "An AWS service, such as `s3.amazonaws.com`. Restrict it with `aws:SourceArn` or `aws:SourceAccount`.",
    source: sources["iam-element-principal"],
  },
  Federated: {
    text: "An identity provider. It is allowed only in a role trust policy.",
    source: sources["iam-element-principal"],
  },
  CanonicalUser: {
    text: "The canonical user ID of an AWS account, which has 64 hexadecimal digits. Only S3 supports it.",
    source: sources["iam-element-principal"],
  },
  CW: {
    text: "CoreWeave principals. The W&B principals are `arn:aws:iam::wandb:static/wandb-integration-public` (Multi-tenant Cloud) and `arn:aws:iam::wandb:static/wandb-integration` (Dedicated Cloud, Self-Managed).",
    source: sources["wandb-coreweave-principals"],
  },
};
