import { sources } from "../sources.js";
import { type Certainty, type Source } from "../source.js";

export type Deployment = "multi-tenant" | "dedicated" | "self-managed";

/** Who accesses a customer's bucket on W&B's behalf. */
export interface WandbPrincipal {
  readonly arn: string;
  readonly deployments: readonly Deployment[];
  /** Twelve digits in AWS; CoreWeave has a name there. */
  readonly account: string;
  /** The name of the role, where it is one. */
  readonly role: string | undefined;
  readonly source: Source;
  readonly certainty: Certainty;
}

/** A Self-Managed deployment has the customer's own identity, which no page can name. */
export const awsPrincipals: readonly WandbPrincipal[] = [
  {
    arn: "arn:aws:iam::725579432336:role/WandbIntegration",
    deployments: ["multi-tenant"],
    account: "725579432336",
    role: "WandbIntegration",
    source: sources["wandb-byob"],
    certainty: "verified",
  },
  {
    arn: "arn:aws:iam::830241207209:root",
    deployments: ["dedicated"],
    account: "830241207209",
    role: undefined,
    source: sources["wandb-byob"],
    certainty: "verified",
  },
];

export const coreweavePrincipals: readonly WandbPrincipal[] = [
  {
    arn: "arn:aws:iam::wandb:static/wandb-integration-public",
    deployments: ["multi-tenant"],
    account: "wandb",
    role: undefined,
    source: sources["wandb-coreweave-principals"],
    certainty: "verified",
  },
  {
    arn: "arn:aws:iam::wandb:static/wandb-integration",
    deployments: ["dedicated", "self-managed"],
    account: "wandb",
    role: undefined,
    source: sources["wandb-coreweave-principals"],
    certainty: "verified",
  },
];

/** What every principal of W&B in CoreWeave's storage starts with. */
export const coreweavePrincipalPrefix = "arn:aws:iam::wandb:static/";

/** A product's name as users know it. */
export const deploymentNames: Readonly<Record<Deployment, string>> = {
  "multi-tenant": "Multi-tenant Cloud",
  dedicated: "Dedicated Cloud",
  "self-managed": "Self-Managed",
};

/** Words in the placeholders that W&B's page and others have for W&B's principal. */
export const principalPlaceholders: readonly string[] = [
  "aws_principal_and_role_arn",
  "aws_principal_arn",
  "wb-cw-principal",
  "wandb",
];

/** The condition key by which CoreWeave tells one W&B organisation from another. */
export const orgIdKey = "wandb:OrgID";

/** An organisation that stood in a draft of W&B's page; whoever copied it lets a stranger in. */
export const straysInDrafts: readonly string[] = ["b13ad0"];

/** W&B's own names for the statement and the policy that let it in. */
export const wandbNames: readonly string[] = ["wandb", "wandbaccess", "weightsandbiases", "w&b"];
