import { readArn, type Arn } from "./arn.js";
import { originAccessIdentity } from "../../catalog/policy/service-principals.js";
import { isPattern } from "./pattern.js";

interface Common {
  readonly equivalents?: readonly string[];
  /** The principal that is meant, where that is plain. */
  readonly replacement?: string;
}

/** What is wrong with the text of a principal. */
export type PrincipalFault =
  | (Common & { readonly key: "account"; readonly account: string })
  | (Common & {
      readonly key:
        | "wildcard"
        | "name"
        | "fields"
        | "region"
        | "service"
        | "session"
        | "session-service"
        | "group"
        | "kind"
        | "canonical"
        | "origin-access-identity";
    });

/** Judges the text of a principal of the kind `AWS`, `Service` or `CanonicalUser`. */
export function judgePrincipal(kind: string, text: string): PrincipalFault | undefined {
  if (kind === "CanonicalUser") {
    return /^[0-9a-f]{64}$/i.test(text) ? undefined : { key: "canonical" };
  }
  if (kind !== "AWS" && kind !== "Service") return undefined;
  if (isPattern(text) && !(kind === "AWS" && text === "*")) {
    return { key: "wildcard", equivalents: ["access-analyzer:UNSUPPORTED_WILDCARD_IN_PRINCIPAL"] };
  }
  if (kind === "Service" || text === "*") return undefined;
  if (text.startsWith("arn:")) return judgeArn(text);
  if (/^\d{12}$/.test(text) || /^(?:AROA|AIDA)[A-Z0-9]{12,}$/.test(text)) return undefined;
  const digits = text.replaceAll("-", "");
  if (/^\d+$/.test(digits)) {
    const account = { key: "account", account: text } as const;
    return digits.length === 12 ? { ...account, replacement: digits } : account;
  }
  const fault = { key: "name", equivalents: ["access-analyzer:INVALID_ARN_PREFIX"] } as const;
  const trimmed = text.trim();
  const isMeant = trimmed !== text && judgePrincipal(kind, trimmed) === undefined;
  return isMeant ? { ...fault, replacement: trimmed } : fault;
}

function judgeArn(text: string): PrincipalFault | undefined {
  const arn = readArn(text);
  if (arn === undefined) {
    return { key: "fields", equivalents: ["access-analyzer:MISSING_ARN_FIELD"] };
  }
  const { service, region, account, resource } = arn;
  if (service.value !== "iam" && service.value !== "sts") return { key: "service" };
  if (region.value !== "") {
    const replacement = text.slice(0, region.start) + text.slice(region.end);
    return { key: "region", replacement, equivalents: ["access-analyzer:ARN_REGION_NOT_ALLOWED"] };
  }
  if (account.value === "cloudfront" && resource.value.startsWith("user/")) {
    return judgeOriginAccessIdentity(arn);
  }
  if (!/^\d{12}$/.test(account.value)) {
    return {
      key: "account",
      account: account.value,
      equivalents: ["access-analyzer:INVALID_ARN_ACCOUNT"],
    };
  }
  return judgeResource(arn);
}

/** The identity with which CloudFront reads a bucket has a name of three words before its ID. */
function judgeOriginAccessIdentity({ text, resource }: Arn): PrincipalFault | undefined {
  const id = resource.value.slice("user/".length);
  if (id.startsWith(`${originAccessIdentity} `)) return undefined;
  const fault = { key: "origin-access-identity" } as const;
  if (!/^E[A-Z0-9]{6,}$/.test(id)) return fault;
  const start = resource.start + "user/".length;
  return { ...fault, replacement: `${text.slice(0, start)}${originAccessIdentity} ${id}` };
}

function judgeResource({ text, service, resource }: Arn): PrincipalFault | undefined {
  const [kind = "", name = "", session = ""] = resource.value.split("/");
  const equivalents = ["access-analyzer:INVALID_ARN_RESOURCE"];
  if (kind === "assumed-role") {
    if (name === "" || session === "") return { key: "session", equivalents };
    if (service.value === "sts") return undefined;
    const replacement = `${text.slice(0, service.start)}sts${text.slice(service.end)}`;
    return { key: "session-service", replacement };
  }
  if (service.value === "sts") {
    return (kind === "federated-user" && name !== "") || resource.value === "self"
      ? undefined
      : { key: "kind", equivalents };
  }
  if (resource.value === "root") return undefined;
  if (kind === "group") return { key: "group", equivalents };
  return (kind === "user" || kind === "role") && name !== ""
    ? undefined
    : { key: "kind", equivalents };
}
