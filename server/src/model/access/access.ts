import { crossAccountKeyActions } from "../../catalog/policy/key-actions.js";
import { message, type Message } from "../../text/message.js";
import { lookupIn, type RequestContext } from "./context.js";
import { principalContext, readRequester, type Requester } from "./principal.js";
import {
  grantsByResource,
  matchStatement,
  reachOf,
  type Request,
  type StatementMatch,
  type StatementReach,
} from "./statement.js";
import { readArn } from "../policy/arn.js";
import { matches } from "../policy/pattern.js";
import { type Policy, type Statement } from "../policy/policy.js";

/** What somebody wants to do. */
export interface AccessRequest {
  /** An ARN, an account's twelve digits, a service's name, or `*` for an unsigned request. */
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  /** Condition keys that the request carries; `null` for one that it does not. */
  readonly context?: RequestContext;
  /** Whether the request carries no other keys. Otherwise they are unknown. */
  readonly contextIsComplete?: boolean;
  /** The account that owns the resource, where its ARN does not tell. */
  readonly resourceAccount?: string;
}

/** As far as the policies at hand decide; `unknown` where they leave it to something unseen. */
export type Verdict = "allowed" | "denied" | "unknown";

export interface AccessExplanation {
  readonly verdict: Verdict;
  /** The statements that decide, of whichever policy. */
  readonly decidedBy: readonly DecidingStatement[];
  readonly reasons: readonly Message[];
}

export interface DecidingStatement {
  readonly policy: Policy;
  readonly statement: Statement;
}

/** What one policy says of one request, by itself. */
export interface PolicyAnswer {
  readonly policy: Policy;
  /**
   * `account`: only the requester's account is allowed, whose IAM policies then decide; `none`: no
   * statement allows it.
   */
  readonly grant: "named" | "account" | "none";
  /** Whether the grant hangs on something that cannot be known. */
  readonly grantIsSure: boolean;
  /** Whether a statement denies the request, surely or perhaps. */
  readonly denial: "sure" | "perhaps" | "none";
  readonly allows: readonly StatementMatch[];
  readonly denies: readonly StatementMatch[];
  /** Statements that do not apply. */
  readonly others: readonly StatementMatch[];
}

/** Holds one request against every statement of one policy. */
export function answerOf(policy: Policy, access: AccessRequest): PolicyAnswer {
  return answer(policy, requestOf(access));
}

function requestOf(access: AccessRequest): Request {
  const requester = readRequester(access.principal);
  const given = access.context ?? {};
  const account = access.resourceAccount ?? accountOf(access.resource);
  const implied: RequestContext = account === undefined ? {} : { "aws:ResourceAccount": account };
  return {
    requester,
    action: access.action,
    resource: access.resource,
    lookup: lookupIn(
      [given, principalContext(requester), implied],
      access.contextIsComplete === true ? "absent" : "unknown",
    ),
  };
}

function answer(policy: Policy, request: Request): PolicyAnswer {
  const reaches = policy.statements.map((statement) => reachOf(policy, statement, request));
  return answerAction(policy, reaches, request.action);
}

/** What the statements of a policy say of one action. */
export function answerAction(
  policy: Policy,
  reaches: readonly StatementReach[],
  action: string,
): PolicyAnswer {
  const allows: StatementMatch[] = [];
  const denies: StatementMatch[] = [];
  const others: StatementMatch[] = [];
  for (const reach of reaches) {
    const { statement } = reach;
    const match = matchStatement(reach, action);
    if (match.truth === "no" || statement.allows === undefined) others.push(match);
    else (statement.allows ? allows : denies).push(match);
  }
  const named = allows.filter(({ principal }) => principal.via !== "account");
  const strongest = best(named) ?? best(allows);
  const hidden = hasHiddenStatements(policy);
  return {
    policy,
    grant:
      strongest === undefined
        ? hidden
          ? "named"
          : "none"
        : strongest.principal.via === "account"
          ? "account"
          : "named",
    grantIsSure: strongest === undefined ? !hidden : strongest.truth === "yes",
    denial: denies.some((match) => match.truth === "yes")
      ? "sure"
      : denies.length > 0
        ? "perhaps"
        : "none",
    allows,
    denies,
    others,
  };
}

function best(matches: readonly StatementMatch[]): StatementMatch | undefined {
  return matches.find((match) => match.truth === "yes") ?? matches[0];
}

/** Whether a policy holds statements that could not be read, such as references. */
export function hasHiddenStatements({ statement, statements, root }: Policy): boolean {
  if (root === undefined) return true;
  const value = statement?.value;
  if (value === undefined) return statement !== undefined;
  if (value.kind === "array") {
    return value.items.some((item) => item.kind === "unknown" || item.kind === "string");
  }
  return value.kind === "unknown" && statements.length === 0;
}

/**
 * Whether the policies together allow the request: a denial wins; within one account a policy on
 * either side allows, between two accounts both must; a key's or a role's own policy must allow in
 * any case. Policies without principals are taken to be attached to the requester.
 */
export function explainAccess(
  policies: readonly Policy[],
  access: AccessRequest,
): AccessExplanation {
  const request = requestOf(access);
  const answers = policies
    .filter(({ type }) => type !== "coreweave-organization")
    .map((policy) => answer(policy, request));
  const denials = answers.filter(({ denial }) => denial === "sure");
  if (denials.length > 0) {
    return explanation(
      "denied",
      denials,
      (match) => match.denies.filter(({ truth }) => truth === "yes"),
      ({ statement }) =>
        message("Statement {statement} denies the request.", { statement: nameOf(statement) }),
    );
  }
  if (isKeptToAccount(request.requester, access)) {
    const reason = message("KMS accepts {action} only from the key's own account.", {
      action: access.action,
    });
    return { verdict: "denied", decidedBy: [], reasons: [reason] };
  }
  const combined = combine(answers, request.requester, access);
  const doubts = answers.filter(({ denial }) => denial === "perhaps");
  if (combined.verdict !== "denied" && doubts.length > 0) {
    return explanation("unknown", doubts, ({ denies }) => denies, hangsOn("denies"));
  }
  return combined;
}

/** Whether an action on a key is asked for from another account, where KMS takes few. */
function isKeptToAccount(requester: Requester, access: AccessRequest): boolean {
  return (
    access.action.toLowerCase().startsWith("kms:") &&
    isSameAccount(requester, access) === "no" &&
    !crossAccountKeyActions.some((known) => matches(access.action, known, { ignoreCase: true }))
  );
}

function combine(
  answers: readonly PolicyAnswer[],
  requester: Requester,
  access: AccessRequest,
): AccessExplanation {
  const byResource = answers.filter(({ policy }) => grantsByResource(policy));
  const byIdentity = answers.filter(({ policy }) => !grantsByResource(policy));
  const resourceSide = sideOf(byResource);
  const identitySide = sideOf(byIdentity);
  const resourceMustAllow =
    byResource.some(({ policy: { type } }) => type === "key" || type === "trust") ||
    access.action.toLowerCase().startsWith("kms:");
  const sameAccount = isSameAccount(requester, access);

  const allowing = [...byResource, ...byIdentity].filter(({ grant }) => grant !== "none");
  const decide = (verdict: Verdict, ...extra: readonly Message[]): AccessExplanation => {
    const found =
      verdict === "denied"
        ? { verdict, decidedBy: [], reasons: [] }
        : explanation(
            verdict,
            allowing,
            ({ allows }) => allows,
            (match, answerOfIt) =>
              match.truth === "yes"
                ? message("Statement {statement} allows the request.", {
                    statement: nameOf(match.statement),
                  })
                : hangsOn("allows")(match, answerOfIt),
          );
    const reasons = [...found.reasons, ...extra];
    return {
      ...found,
      reasons: reasons.length > 0 ? reasons : [message("No statement allows the request.")],
    };
  };

  if (requester.kind === "anonymous" || byIdentity.length === 0) {
    if (byResource.length === 0) return decide("unknown", message("No policy was provided."));
    switch (resourceSide) {
      case "no":
        return decide("denied");
      case "account":
        return requester.kind === "anonymous"
          ? decide("denied")
          : decide("unknown", leftToAccount(requester));
      case "unknown":
        return decide("unknown");
      case "yes":
        return sameAccount === "yes" || requester.kind === "anonymous"
          ? decide("allowed")
          : decide("allowed", mustAllowToo(requester, sameAccount));
    }
  }
  if (identitySide === "no" && resourceSide === "no") return decide("denied");
  if (byResource.length === 0) {
    if (identitySide === "no") return decide("denied");
    if (resourceMustAllow)
      return decide("unknown", message("The key policy must also allow the request."));
    if (sameAccount === "no") {
      return decide("unknown", message("The bucket policy must also allow the request."));
    }
    return decide(identitySide === "yes" ? "allowed" : "unknown");
  }
  const grantsAlone = resourceSide === "account" ? "no" : resourceSide;
  const grantsWith = resourceSide === "account" ? "yes" : resourceSide;
  const both = bothOf(grantsWith, identitySide);
  const either = resourceMustAllow
    ? eitherOf(grantsAlone, both)
    : eitherOf(grantsAlone, identitySide);
  if (sameAccount === "no") return decide(verdictOf(both));
  if (sameAccount === "yes") return decide(verdictOf(either));
  if (both === "yes" || either === "no") return decide(verdictOf(both));
  return decide(
    "unknown",
    message("The result depends on whether the resource belongs to the principal's account."),
  );
}

type Side = "yes" | "no" | "unknown" | "account";

function sideOf(answers: readonly PolicyAnswer[]): Side {
  let side: Side = "no";
  for (const { grant, grantIsSure } of answers) {
    if (grant === "named" && grantIsSure) return "yes";
    if (grant === "account" && grantIsSure && side !== "unknown") side = "account";
    else if (grant !== "none" && side === "no") side = "unknown";
  }
  return side;
}

function bothOf(a: Side, b: Side): Side {
  if (a === "no" || b === "no") return "no";
  return a === "yes" && b === "yes" ? "yes" : "unknown";
}

function eitherOf(a: Side, b: Side): Side {
  if (a === "yes" || b === "yes") return "yes";
  return a === "no" && b === "no" ? "no" : "unknown";
}

function verdictOf(side: Side): Verdict {
  return side === "yes" ? "allowed" : side === "no" ? "denied" : "unknown";
}

function isSameAccount(
  { account }: Requester,
  { resource, resourceAccount = accountOf(resource) }: AccessRequest,
): "yes" | "no" | "unknown" {
  if (account === undefined || resourceAccount === undefined) return "unknown";
  return account === resourceAccount ? "yes" : "no";
}

function accountOf(resource: string): string | undefined {
  const account = readArn(resource)?.account.value ?? "";
  return /^\d{12}$/.test(account) ? account : undefined;
}

function leftToAccount({ account }: Requester): Message {
  return message("The result depends on the IAM policies of account {account}.", {
    account: account ?? "?",
  });
}

function mustAllowToo({ account }: Requester, sameAccount: "no" | "unknown"): Message {
  if (account === undefined)
    return message("The principal's own IAM policies must also allow the request.");
  return sameAccount === "no"
    ? message("The IAM policies of account {account} must also allow the request.", { account })
    : message(
        "The IAM policies of account {account} must also allow the request, unless the account owns the resource.",
        { account },
      );
}

function hangsOn(
  what: "allows" | "denies",
): (match: StatementMatch, answerOfIt: PolicyAnswer) => Message {
  return ({ statement, conditions }) => {
    const open = conditions.find(({ truth }) => truth !== "yes");
    const data = { statement: nameOf(statement), key: open?.condition.key ?? "" };
    if (open === undefined) {
      return what === "allows"
        ? message(
            "Statement {statement} may allow the request, depending on a value that is not known yet.",
            {
              statement: data.statement,
            },
          )
        : message(
            "Statement {statement} may deny the request, depending on a value that is not known yet.",
            {
              statement: data.statement,
            },
          );
    }
    return what === "allows"
      ? message(
          'Statement {statement} allows the request if the condition on "{key}" is met.',
          data,
        )
      : message(
          'Statement {statement} denies the request if the condition on "{key}" is met.',
          data,
        );
  };
}

function explanation(
  verdict: Verdict,
  answers: readonly PolicyAnswer[],
  pick: (answerOfIt: PolicyAnswer) => readonly StatementMatch[],
  say: (match: StatementMatch, answerOfIt: PolicyAnswer) => Message,
): AccessExplanation {
  const decidedBy: DecidingStatement[] = [];
  const reasons: Message[] = [];
  for (const found of answers) {
    for (const match of pick(found)) {
      decidedBy.push({ policy: found.policy, statement: match.statement });
      reasons.push(say(match, found));
    }
  }
  return { verdict, decidedBy, reasons };
}

/** What follows the word "statement": its Sid in quotes, or its number where it has none. */
export function nameOf({ sid, index }: Statement): string {
  const value = sid?.value;
  return value?.kind === "string" && value.value !== "" ? `"${value.value}"` : String(index + 1);
}
