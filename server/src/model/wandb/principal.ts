import {
  awsPrincipals,
  coreweavePrincipalPrefix,
  coreweavePrincipals,
  principalPlaceholders,
  type Deployment,
  type WandbPrincipal,
} from "../../catalog/wandb/principals.js";
import { remember } from "../../text/memo.js";
import { nearest } from "../../text/nearest.js";
import { readRequester } from "../access/principal.js";
import { policyPlaceholders } from "../policy/placeholders.js";
import { type Policy, type Text } from "../policy/policy.js";

/** Who a principal of a policy is to W&B. */
export type PrincipalIdentity =
  /** W&B's own account, be it the documented principal or another in it. */
  | { readonly kind: "wandb"; readonly principal: WandbPrincipal }
  /** Nobody that exists: W&B's principal with a slip. */
  | { readonly kind: "slip"; readonly principal: WandbPrincipal; readonly slip: Slip }
  /** To be filled in with W&B's principal, by the placeholder's name. */
  | { readonly kind: "wandb-placeholder" }
  | { readonly kind: "placeholder" }
  | { readonly kind: "everyone" }
  | { readonly kind: "other" };

/** Whether a principal is W&B's own, or is to be. */
export function isMeantForWandb({ kind }: PrincipalIdentity): boolean {
  return kind === "wandb" || kind === "slip" || kind === "wandb-placeholder";
}

export type Slip =
  | "account" // a digit off
  | "role" // another name in W&B's account
  | "foreign-role" // W&B's role's name in a stranger's account
  | "doubled" // an ARN within an ARN
  | "name"; // CoreWeave: no principal has this name

/** The principals of W&B that a policy of this type can name. */
export function principalsFor({ type }: Policy): readonly WandbPrincipal[] {
  return type === "coreweave-bucket" ? coreweavePrincipals : awsPrincipals;
}

/** The principal of W&B for a deployment, where a page names one. */
export function principalOf(
  policy: Policy,
  deployment: Deployment | undefined,
): WandbPrincipal | undefined {
  if (deployment === undefined) return undefined;
  return principalsFor(policy).find(({ deployments }) => deployments.includes(deployment));
}

/** Says who a principal is, by its text alone. */
export function identifyPrincipal(text: Text): PrincipalIdentity {
  const { value } = text;
  if (value === undefined) return { kind: text.partial ? "placeholder" : "other" };
  if (value === "*") return { kind: "everyone" };
  if (value.startsWith(coreweavePrincipalPrefix)) return identifyCoreweave(value);
  if (text.partial) {
    const whole = withPartition(text, value);
    if (whole !== undefined) return identifyAws(whole);
    const names = policyPlaceholders(value).map(({ name }) => name.toLowerCase());
    const isWandb = principalPlaceholders.some((known) =>
      names.some((name) => name.includes(known)),
    );
    return { kind: isWandb ? "wandb-placeholder" : "placeholder" };
  }
  return identifyAws(value);
}

const partitionLeftOpen = /^arn:\$\{[^}]*\}(?<rest>:(?:iam|sts)::\d{12}:[\w+=,.@/-]+)$/;

/** An ARN of which only the partition is filled in by its host; W&B's accounts are in the first one. */
function withPartition({ node }: Text, value: string): string | undefined {
  const rest = partitionLeftOpen.exec(value)?.groups?.["rest"];
  if (rest === undefined || node.kind !== "string") return undefined;
  const start = value.length - rest.length;
  return node.holes.every((hole) => hole.end <= start) ? `arn:aws${rest}` : undefined;
}

function identifyCoreweave(value: string): PrincipalIdentity {
  const rest = value.slice(coreweavePrincipalPrefix.length);
  const fallback = coreweavePrincipals.at(-1);
  if (fallback === undefined) return { kind: "other" };
  if (rest.startsWith("arn:")) {
    const meant = coreweavePrincipals.find(({ arn }) => arn === rest);
    return { kind: "slip", principal: meant ?? fallback, slip: "doubled" };
  }
  const known = coreweavePrincipals.find(({ arn }) => arn === value);
  if (known !== undefined) return { kind: "wandb", principal: known };
  if (policyPlaceholders(rest).length > 0) return { kind: "wandb-placeholder" };
  const close = nearest(
    value,
    coreweavePrincipals.map(({ arn }) => arn),
  );
  const meant = coreweavePrincipals.find(({ arn }) => arn === close);
  return { kind: "slip", principal: meant ?? fallback, slip: "name" };
}

const identifyAws = remember((value): PrincipalIdentity => {
  const { kind, account, name } = readRequester(value);
  if (account === undefined) return { kind: "other" };
  for (const principal of awsPrincipals) {
    if (account !== principal.account) continue;
    const misnamed =
      principal.role !== undefined &&
      (kind === "role" || kind === "user") &&
      name !== undefined &&
      (kind === "user" || name !== principal.role) &&
      nearest(name, [principal.role]) !== undefined;
    return misnamed ? { kind: "slip", principal, slip: "role" } : { kind: "wandb", principal };
  }
  for (const principal of awsPrincipals) {
    if (isOneSlipAway(account, principal.account)) {
      return { kind: "slip", principal, slip: "account" };
    }
    if (principal.role !== undefined && kind === "role" && name === principal.role) {
      return { kind: "slip", principal, slip: "foreign-role" };
    }
  }
  return { kind: "other" };
});

/** Whether two numbers of one length differ in one digit, or by two neighbours swapped. */
function isOneSlipAway(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const off: number[] = [];
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) off.push(index);
  const [first, second] = off;
  if (off.length === 1) return true;
  return (
    off.length === 2 &&
    first !== undefined &&
    second === first + 1 &&
    a[first] === b[second] &&
    a[second] === b[first]
  );
}
