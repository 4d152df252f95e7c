import { type Source } from "../source.js";

/** What an element of a policy is, in a sentence or two of Markdown. */
export interface PolicyElementFact {
  readonly text: string;
  readonly source: Source;
}

const elements = (anchor: string, title: string): Source => ({
  title: `IAM JSON policy elements: ${title}`,
  url: `https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_${anchor}.html`,
  date: "2026",
});

/** By the element's name. */
export const policyElements: Readonly<Record<string, PolicyElementFact>> = {
  Version: {
    text: "The version of the policy language, not of this document. `2012-10-17` is the newest; without it, variables such as `${aws:username}` are plain text. CoreWeave requires it.",
    source: elements("version", "Version"),
  },
  Id: {
    text: "A name for the whole policy. Nothing is decided by it; policies of users and roles must not have one.",
    source: elements("id", "Id"),
  },
  Statement: {
    text: "What the policy says: one statement or a list of them. Any explicit `Deny` wins; what no statement allows is denied.",
    source: elements("statement", "Statement"),
  },
  Sid: {
    text: "A name for the statement. Policies of users and roles, and CoreWeave's, take letters and digits only and each name once; S3 and KMS are more tolerant.",
    source: elements("sid", "Sid"),
  },
  Effect: {
    text: "`Allow` or `Deny`, spelled exactly so.",
    source: elements("effect", "Effect"),
  },
  Principal: {
    text: 'Who the statement is about. `"*"` is everybody, an ARN ending in `:root` is a whole account. Wildcards within an ARN are not possible in AWS.',
    source: elements("principal", "Principal"),
  },
  NotPrincipal: {
    text: "Everybody but these. Under `Allow` that is nearly the whole world.",
    source: elements("notprincipal", "NotPrincipal"),
  },
  Action: {
    text: "What may be done, each as `service:Name`; letter case does not matter, `*` and `?` match. Each action needs a fitting resource in the same statement.",
    source: elements("action", "Action"),
  },
  NotAction: {
    text: "Every action but these.",
    source: elements("notaction", "NotAction"),
  },
  Resource: {
    text: "What it may be done to. A bucket needs two ARNs: `arn:aws:s3:::bucket` for actions on the bucket and `arn:aws:s3:::bucket/*` for actions on its objects. In a key policy `*` means this key.",
    source: elements("resource", "Resource"),
  },
  NotResource: {
    text: "Everything but these resources.",
    source: elements("notresource", "NotResource"),
  },
  Condition: {
    text: "When the statement counts: operators, each with keys and the values they are compared with. All operators and keys must agree; of a key's values, one is enough.",
    source: elements("condition", "Condition"),
  },
  AWS: {
    text: "Principals of AWS: an ARN, or twelve digits for a whole account.",
    source: elements("principal", "Principal"),
  },
  Service: {
    text: "A service of AWS, such as `s3.amazonaws.com`. Guard it with `aws:SourceArn` or `aws:SourceAccount`.",
    source: elements("principal", "Principal"),
  },
  Federated: {
    text: "An identity provider. It counts in a role's trust policy only.",
    source: elements("principal", "Principal"),
  },
  CanonicalUser: {
    text: "An AWS account by its canonical id of 64 hexadecimal digits. S3 only.",
    source: elements("principal", "Principal"),
  },
  CW: {
    text: "Principals of CoreWeave. W&B's are `arn:aws:iam::wandb:static/wandb-integration-public` (Multi-tenant Cloud) and `arn:aws:iam::wandb:static/wandb-integration` (Dedicated Cloud, Self-Managed).",
    source: {
      title: "wandb/docs, pull request 1573",
      url: "https://github.com/wandb/docs/pull/1573",
      date: "2025-09-04",
    },
  },
};
