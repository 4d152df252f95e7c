import { meetsCondition } from "./condition.js";
import { type Lookup } from "./context.js";
import { matchText, resolveVariables } from "./pattern.js";
import {
  matchNotPrincipal,
  matchPrincipal,
  type PrincipalMatch,
  type Requester,
} from "./principal.js";
import { every, not, type Truth } from "./truth.js";
import {
  hidesConditions,
  type Condition,
  type Policy,
  type Statement,
  type Strings,
} from "../policy/policy.js";

/** One request, ready to be held against statements. */
export interface Request {
  readonly requester: Requester;
  readonly action: string;
  readonly resource: string;
  readonly lookup: Lookup;
}

/** How far a statement applies to a request, element by element. */
export interface StatementMatch {
  readonly statement: Statement;
  readonly truth: Truth;
  readonly principal: PrincipalMatch;
  readonly action: Truth;
  readonly resource: Truth;
  readonly conditions: readonly ConditionMatch[];
}

export interface ConditionMatch {
  readonly condition: Condition;
  readonly truth: Truth;
}

const anyone: PrincipalMatch = { truth: "yes", via: "named" };
const nobody: PrincipalMatch = { truth: "no", via: undefined };

/** How far a statement applies to a request, its action aside: what many actions have in common. */
export interface StatementReach {
  readonly statement: Statement;
  readonly principal: PrincipalMatch;
  readonly resource: Truth;
  /** Read only where an action applies too. */
  readonly conditions: () => readonly ConditionMatch[];
}

export function reachOf(
  policy: Policy,
  statement: Statement,
  { requester, resource, lookup }: Omit<Request, "action">,
): StatementReach {
  const principal = matchWho(policy, statement, requester);
  // Most statements of a long policy are about somebody else.
  if (principal.truth === "no") return { statement, principal, resource: "no", conditions: none };
  const variables = hasVariables(policy) ? lookup : undefined;
  let conditions: readonly ConditionMatch[] | undefined;
  return {
    statement,
    principal,
    resource: matchResource(policy, statement, resource, variables),
    conditions: () =>
      (conditions ??= statement.conditions.map((condition) => ({
        condition,
        truth: meetsCondition(condition, lookup, variables !== undefined),
      }))),
  };
}

const none = (): readonly ConditionMatch[] => [];

export function matchStatement(
  { statement, principal, resource, conditions: read }: StatementReach,
  wanted: string,
): StatementMatch {
  if (principal.truth === "no") {
    return { statement, truth: "no", principal, action: "no", resource: "no", conditions: [] };
  }
  const action = matchAction(statement, wanted);
  if (action === "no") {
    return { statement, truth: "no", principal, action, resource: "no", conditions: [] };
  }
  const applies = every([principal.truth, action, resource]);
  const conditions = applies === "no" ? [] : read();
  const hidden = hidesConditions(statement);
  return {
    statement,
    truth: every([applies, ...conditions.map((match) => match.truth), hidden ? "unknown" : "yes"]),
    principal,
    action,
    resource,
    conditions,
  };
}

/** Whether the statement's actions include the action, by whatever of its two elements. */
export function matchAction({ action, notAction }: Statement, wanted: string): Truth {
  const options = { ignoreCase: true };
  if (action !== undefined) {
    return matchAny(action, (text) => matchText(text, wanted, options));
  }
  if (notAction === undefined) return "no";
  return not(matchAny(notAction, (text) => matchText(text, wanted, options)));
}

export function matchResource(
  policy: Policy,
  { resource, notResource }: Statement,
  wanted: string,
  variables?: Lookup,
): Truth {
  if (resource !== undefined) {
    return matchAny(resource, (text) => matchText(text, wanted, { variables }));
  }
  if (notResource !== undefined) {
    // A statement is void where a variable that it excludes something by has no value.
    if (variables !== undefined && lacksVariable(notResource, variables)) return "no";
    return not(matchAny(notResource, (text) => matchText(text, wanted, { variables })));
  }
  // A trust policy is about the role that it stands in; elsewhere such a statement has no effect.
  return policy.type === "trust" ? "yes" : "no";
}

function lacksVariable({ items }: Strings, variables: Lookup): boolean {
  return items.some(
    ({ value }) =>
      value?.includes("${") === true && resolveVariables(value, variables).state === "missing",
  );
}

/** An identity policy is about whom it is attached to; elsewhere somebody must be named. */
export function matchWho(
  policy: Policy,
  { principal, notPrincipal, allows }: Statement,
  requester: Requester,
): PrincipalMatch {
  if (principal !== undefined) return matchPrincipal(principal, requester);
  if (notPrincipal !== undefined) {
    return {
      truth: matchNotPrincipal(notPrincipal, requester, allows === false),
      via: "everyone",
    };
  }
  return grantsByResource(policy) ? nobody : anyone;
}

/** Whether a policy is attached to a resource, so that its statements name principals. */
export function grantsByResource({ type, statements }: Policy): boolean {
  if (type === "identity") return false;
  if (type !== "minio") return true;
  return statements.some(
    ({ principal, notPrincipal }) => principal !== undefined || notPrincipal !== undefined,
  );
}

function matchAny(strings: Strings, match: (text: Strings["items"][number]) => Truth): Truth {
  let best: Truth = strings.items.length === 0 && strings.unknown ? "unknown" : "no";
  for (const item of strings.items) {
    const found = match(item);
    if (found === "yes") return found;
    if (found === "unknown") best = found;
  }
  return best;
}

/** Only the current version of the language has variables; before, `${…}` is plain text. */
export function hasVariables({ version }: Policy): boolean {
  return version?.value?.kind !== "string" || version.value.value === "2012-10-17"
    ? version?.value !== undefined
    : false;
}
