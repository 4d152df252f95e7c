import { type WandbPermission } from "../../catalog/wandb/permissions.js";
import {
  matchStatement,
  matchWho,
  reachOf,
  type StatementMatch,
  type StatementReach,
} from "../access/statement.js";
import { type Truth } from "../access/truth.js";
import { type Condition, type Policy, type Statement } from "../policy/policy.js";
import { wandbAccess, type WandbAccess } from "./access.js";
import { isMeantForWandb } from "./principal.js";
import { rememberFor } from "../../text/memo.js";

/** A statement that stands between W&B and what it needs. */
export interface WandbObstacle {
  readonly access: WandbAccess;
  readonly statement: Statement;
  /** What it keeps from W&B. */
  readonly permissions: readonly WandbPermission[];
  /** The conditions that it hangs on, none of which can be known; empty where it surely applies. */
  readonly conditions: readonly Condition[];
  /** The conditions that W&B's requests surely meet. */
  readonly met: readonly Condition[];
}

/** Deny statements that hit W&B, surely or under conditions. */
export const denialsOf = rememberFor((policy: Policy): readonly WandbObstacle[] => {
  const found: WandbObstacle[] = [];
  for (const access of wandbAccess(policy)) {
    if (access.subject.certainty === "guess") continue;
    for (const statement of policy.statements) {
      if (statement.allows !== false) continue;
      found.push(...obstacle(policy, access, statement));
    }
  }
  return found;
});

/** Conditions that W&B's requests never meet, so that its own statement allows it nothing. */
export function unmetConditions(policy: Policy): readonly Condition[] {
  const unmet = new Set<Condition>();
  for (const { permissions } of wandbAccess(policy)) {
    for (const { lacks, statements } of permissions) {
      if (lacks !== "condition") continue;
      for (const { conditions } of statements) {
        const first = conditions.find(({ truth }) => truth === "no")?.condition;
        if (first !== undefined) unmet.add(first);
      }
    }
  }
  return [...unmet];
}

/** Statements for W&B whose conditions cannot be known, and which nothing else makes good. */
const conditionalGrantsOf = rememberFor((policy: Policy): readonly WandbObstacle[] => {
  const found: WandbObstacle[] = [];
  for (const access of wandbAccess(policy)) {
    if (access.subject.certainty === "guess") continue;
    for (const statement of access.subject.statements) {
      const needed = access.permissions.filter(
        ({ state, statements }) =>
          state === "unknown" && statements.some((match) => match.statement === statement),
      );
      if (needed.length === 0) continue;
      found.push(
        ...obstacle(
          policy,
          access,
          statement,
          needed.map(({ permission }) => permission),
        ),
      );
    }
  }
  return found;
});

/** Statements that stand between W&B and what it needs: denials, and grants under conditions. */
export function obstaclesOf(policy: Policy): readonly WandbObstacle[] {
  return [...denialsOf(policy), ...conditionalGrantsOf(policy)];
}

function obstacle(
  policy: Policy,
  access: WandbAccess,
  statement: Statement,
  permissions = access.permissions.map(({ permission }) => permission),
): readonly WandbObstacle[] {
  if (matchWho(policy, statement, access.subject.requester).truth !== "yes") return [];
  const reaches = new Map<WandbPermission["on"], StatementReach>();
  const hits = permissions.flatMap((permission) => {
    const { on } = permission;
    const reach = reaches.get(on) ?? reachOf(policy, statement, access.requests[on]);
    reaches.set(on, reach);
    const match = matchFor(reach, permission);
    return match === undefined ? [] : [{ permission, match }];
  });
  // What is sure is told, even where the rest hangs on how a request is made.
  const sure = hits.filter(({ match }) => conditionsOf(match, "unknown").length === 0);
  const told = sure.length > 0 ? sure : hits;
  const [first] = told;
  if (first === undefined) return [];
  return [
    {
      access,
      statement,
      permissions: told.map(({ permission }) => permission),
      conditions: conditionsOf(first.match, "unknown"),
      met: conditionsOf(first.match, "yes"),
    },
  ];
}

function conditionsOf({ conditions }: StatementMatch, wanted: Truth): readonly Condition[] {
  return conditions.filter(({ truth }) => truth === wanted).map(({ condition }) => condition);
}

/** How the statement applies to a request of W&B's, where all but its conditions surely do. */
function matchFor(
  reach: StatementReach,
  { essential }: WandbPermission,
): StatementMatch | undefined {
  const { statement } = reach;
  for (const action of essential) {
    const match = matchStatement(reach, action);
    const sure =
      match.principal.truth === "yes" && match.action === "yes" && match.resource === "yes";
    const read = statement.condition === undefined || statement.conditions.length > 0;
    if (sure && read && match.truth !== "no") return match;
  }
  return undefined;
}

/** Whether a condition lets through only what it lists, as read in a statement of that effect. */
export function isExclusive({ operator, values }: Condition, { allows }: Statement): boolean {
  if (operator.name === "Null") {
    const absent = values.some(
      (value) =>
        (value.kind === "string" && value.value.toLowerCase() === "true") ||
        (value.kind === "boolean" && value.value),
    );
    return allows === true ? !absent : absent;
  }
  const negated = operator.name.includes("Not");
  return allows === true ? !negated : negated;
}

/**
 * Whether a statement stands between W&B's own account and what it needs. A Self-Managed deployment has
 * the customer's, which may well be in the network and the organisation that a condition names.
 */
export function isHostedByWandb({ access: { subject } }: WandbObstacle): boolean {
  return isMeantForWandb(subject.identity);
}

/** The conditions, where every one of them is on one of the keys and lets only what it lists through. */
export function exclusiveConditions(
  { conditions, statement }: WandbObstacle,
  keys: readonly string[],
): readonly Condition[] {
  const apply = conditions.every(
    (condition) => keys.includes(condition.key.toLowerCase()) && isExclusive(condition, statement),
  );
  return apply ? conditions : [];
}
