import { readArn } from "./arn.js";
import { type PrincipalEntry, type Statement, type Text } from "./policy.js";

/** An identity provider as a trust policy names it. */
export interface Provider {
  readonly kind: "oidc" | "saml";
  /** The issuer without its scheme, with which an OpenID Connect provider's condition keys begin. */
  readonly host: string;
}

/** Reads a Federated principal; nothing where it is neither a domain nor a provider's ARN. */
export function readProvider(text: string): Provider | undefined {
  if (!text.startsWith("arn:")) {
    const [domain = ""] = text.split("/", 1);
    const labels = domain.split(".");
    const isDomain = labels.length > 1 && labels.every((label) => /^[0-9A-Za-z-]+$/.test(label));
    return isDomain ? { kind: "oidc", host: text } : undefined;
  }
  const arn = readArn(text);
  if (arn?.service.value !== "iam") return undefined;
  const slash = arn.resource.value.indexOf("/");
  const host = arn.resource.value.slice(slash + 1);
  if (slash < 0 || host === "") return undefined;
  switch (arn.resource.value.slice(0, slash)) {
    case "oidc-provider":
      return { kind: "oidc", host };
    case "saml-provider":
      return { kind: "saml", host };
    default:
      return undefined;
  }
}

/** A Federated principal of a statement whose name is known. */
export interface FederatedPrincipal {
  readonly item: Text;
  readonly text: string;
  readonly provider: Provider | undefined;
}

export function federatedPrincipals({ principal }: Statement): readonly FederatedPrincipal[] {
  return principalItems(principal?.entries ?? [], "Federated").flatMap((item) =>
    item.value === undefined || item.partial
      ? []
      : [{ item, text: item.value, provider: readProvider(item.value) }],
  );
}

/** The values under one key of a Principal. */
export function principalItems(entries: readonly PrincipalEntry[], key: string): readonly Text[] {
  return entries.filter((entry) => entry.key === key).flatMap(({ items }) => items);
}

/** A role or one of its sessions, which both are principals. */
export interface RoleReference {
  readonly account: string;
  readonly role: string;
  readonly session: boolean;
}

/** Reads the ARN of a role or of a session of one, in the form that is right and in a common slip. */
export function readRole(text: string): RoleReference | undefined {
  const arn = readArn(text);
  if (arn?.service.value !== "iam" && arn?.service.value !== "sts") return undefined;
  const parts = arn.resource.value.split("/");
  const account = arn.account.value;
  const session = parts[0] === "assumed-role";
  if (!session && parts[0] !== "role") return undefined;
  const role = session ? parts[1] : parts.at(-1);
  return role === undefined || role === "" || parts.length < 2
    ? undefined
    : { account, role, session };
}
