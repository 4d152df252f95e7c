import { type RequestContext } from "./context.js";
import { matchText } from "./pattern.js";
import { not, some, truth, type Truth } from "./truth.js";
import { remember, rememberFor } from "../../text/memo.js";
import { readArn } from "../policy/arn.js";
import { type PrincipalEntry, type Principals, type Text } from "../policy/policy.js";

/** Who makes a request, as far as its principal's text tells. */
export interface Requester {
  readonly text: string;
  readonly kind:
    | "anonymous"
    | "account" // the account itself, as its root
    | "role"
    | "session" // a session of a role
    | "user"
    | "federated-user"
    | "service"
    | "unknown"; // another vendor's, or a text that is not known yet
  readonly partition: string | undefined;
  /** Twelve digits, or another vendor's organisation. */
  readonly account: string | undefined;
  /** The last part of the name: a role's or a user's without its path. */
  readonly name: string | undefined;
  /** Says of texts that cannot be compared whether they stand for this requester. */
  readonly judge?: (text: Text) => Truth | undefined;
}

/** Whether a Principal element includes the requester, and by what. */
export interface PrincipalMatch {
  readonly truth: Truth;
  /** `account`: only the account is named, whose own IAM policies then decide. */
  readonly via: "everyone" | "named" | "account" | undefined;
}

const noMatch: PrincipalMatch = { truth: "no", via: undefined };

export function readRequester(text: string): Requester {
  return requesterOf(text);
}

const requesterOf = remember((text): Requester => {
  const plain = { text, partition: undefined, account: undefined, name: undefined };
  if (text === "*" || text === "") return { ...plain, kind: "anonymous" };
  if (isAccountId(text)) return { ...plain, kind: "account", account: text };
  const arn = readArn(text);
  if (arn === undefined) {
    return { ...plain, kind: text.includes(".amazon") ? "service" : "unknown" };
  }
  const [type = "", ...rest] = arn.resource.value.split("/");
  const found = (kind: Requester["kind"], name: string | undefined): Requester => ({
    text,
    kind,
    partition: arn.partition.value,
    account: arn.account.value === "" ? undefined : arn.account.value,
    name,
  });
  if (!isAccountId(arn.account.value)) return found("unknown", rest.at(-1));
  if (arn.service.value === "iam") {
    if (arn.resource.value === "root") return found("account", undefined);
    if (type === "role" || type === "user") return found(type, rest.at(-1));
  }
  if (arn.service.value === "sts") {
    if (type === "assumed-role") return found("session", rest[0]);
    if (type === "federated-user") return found("federated-user", rest.at(-1));
  }
  return found("unknown", rest.at(-1));
});

/** What a request tells of its principal on its own. */
export function principalContext({ text, kind, partition, account }: Requester): RequestContext {
  if (kind === "unknown" || kind === "service") return {};
  if (kind === "anonymous") {
    return {
      "aws:PrincipalArn": null,
      // Every request carries these two, whoever makes it.
      "aws:PrincipalAccount": "anonymous",
      "aws:PrincipalType": "Anonymous",
      "aws:PrincipalOrgID": null,
      "aws:PrincipalIsAWSService": false,
      "aws:username": null,
    };
  }
  const known: RequestContext = {
    "aws:PrincipalAccount": account ?? null,
    "kms:CallerAccount": account ?? null,
    "aws:PrincipalIsAWSService": false,
  };
  switch (kind) {
    case "account":
      // Whoever in the account makes the request has an ARN and a type of their own.
      return known;
    case "role":
      return {
        ...known,
        "aws:PrincipalType": "AssumedRole",
        "aws:PrincipalArn": text,
        "aws:username": null,
      };
    case "session":
      // The role's ARN holds its path, which a session's does not tell.
      return { ...known, "aws:PrincipalType": "AssumedRole", "aws:username": null };
    case "user":
      return {
        ...known,
        "aws:PrincipalType": "User",
        "aws:PrincipalArn": text,
        "aws:username": text.slice(text.lastIndexOf("/") + 1),
      };
    case "federated-user":
      return {
        ...known,
        "aws:PrincipalType": "FederatedUser",
        "aws:PrincipalArn": text,
        "aws:username": null,
      };
    default:
      return partition === undefined ? {} : known;
  }
}

/** Whether a `Principal` includes the requester. The strongest of its entries counts. */
export function matchPrincipal(principals: Principals, requester: Requester): PrincipalMatch {
  if (principals.everyone) return { truth: "yes", via: "everyone" };
  let best = noMatch;
  for (const entry of principals.entries) {
    for (const item of entry.items) {
      const match = matchEntry(entry.key, item, requester);
      if (rank(match) > rank(best)) best = match;
    }
    if (entry.items.length === 0 && entry.unknown) best = stronger(best, open);
  }
  const hidden = principals.entries.length === 0 && principals.unknown;
  return hidden ? stronger(best, open) : best;
}

const open: PrincipalMatch = { truth: "unknown", via: undefined };

/**
 * Whether a `NotPrincipal` leaves the requester in. To be exempt from a denial, a role or a user must
 * be listed together with its account, and a session together with both.
 */
export function matchNotPrincipal(
  principals: Principals,
  requester: Requester,
  denies: boolean,
): Truth {
  const itself = matchPrincipal(principals, requester);
  if (!denies) return not(itself.truth);
  if (itself.truth !== "yes" || itself.via === "everyone") return not(itself.truth);
  if (requester.kind === "account" || requester.account === undefined) return "no";
  const account: Requester = {
    ...requester,
    text: requester.account,
    kind: "account",
    name: undefined,
  };
  const accountListed = matchPrincipal(principals, account).truth;
  if (itself.via === "account") return "yes";
  if (requester.kind === "role" && accountListed === "yes") {
    // Requests are made by sessions of the role, and each has to be listed.
    return some([truth(!listsSessionOf(principals, requester)), "unknown"]);
  }
  const isListed = principalTexts(principals).some(({ text }) => text.value === requester.text);
  return requester.kind === "session" && !isListed ? "yes" : not(accountListed);
}

function listsSessionOf(principals: Principals, { account, name }: Requester): boolean {
  return principals.entries.some((entry) =>
    entry.items.some(({ value = "" }) => {
      const listed = readRequester(value);
      return listed.kind === "session" && listed.account === account && listed.name === name;
    }),
  );
}

function matchEntry(key: string, item: Text, requester: Requester): PrincipalMatch {
  const named = (claim: Truth): PrincipalMatch =>
    claim === "no" ? noMatch : { truth: claim, via: "named" };
  const { value } = item;
  const judged = requester.judge?.(item);
  if (judged !== undefined) return named(judged);
  if (value === undefined) return item.partial ? open : noMatch;
  if (value === "*" && (key === "AWS" || key === "CW")) return { truth: "yes", via: "everyone" };
  if (value === requester.text) return named("yes");
  if (key === "CW") return named(matchText(item, requester.text));
  if (key === "CanonicalUser") return requester.kind === "anonymous" ? noMatch : open;
  if (item.partial || requester.kind === "unknown") {
    return requester.kind === "anonymous" ? noMatch : named(matchText(item, requester.text));
  }
  if (key !== "AWS") return noMatch;
  const listed = readRequester(value);
  if (listed.account === undefined || listed.account !== requester.account) return noMatch;
  if (listed.partition !== undefined && requester.partition !== undefined) {
    if (listed.partition !== requester.partition) return noMatch;
  }
  if (listed.kind === "account") {
    return { truth: "yes", via: requester.kind === "account" ? "named" : "account" };
  }
  if (listed.name !== requester.name) return noMatch;
  // A session inherits what its role is given; of a role, only some session may be the listed one.
  if (listed.kind === "role" && requester.kind === "session") return named("yes");
  if (listed.kind === "session" && requester.kind === "role") return named("unknown");
  return noMatch;
}

function rank({ truth: claim, via }: PrincipalMatch): number {
  if (claim === "no") return 0;
  if (claim === "unknown") return 1;
  return via === "account" ? 2 : via === "everyone" ? 3 : 4;
}

function stronger(a: PrincipalMatch, b: PrincipalMatch): PrincipalMatch {
  return rank(b) > rank(a) ? b : a;
}

function isAccountId(text: string): boolean {
  return /^\d{12}$/.test(text);
}

/** Everything that a `Principal` names, in order. */
export function principalTexts(principals: Principals | undefined): readonly NamedPrincipal[] {
  return principals === undefined ? [] : textsOf(principals);
}

const textsOf = rememberFor(({ entries }: Principals): readonly NamedPrincipal[] => {
  const named: NamedPrincipal[] = [];
  for (const entry of entries) for (const text of entry.items) named.push({ entry, text });
  return named;
});

export interface NamedPrincipal {
  readonly entry: PrincipalEntry;
  readonly text: Text;
}
