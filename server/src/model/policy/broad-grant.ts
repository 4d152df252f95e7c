import { actionNames, includesAction } from "./action-match.js";
import { type Arn } from "./arn.js";
import { type ResourceName, resourceNames } from "./resource.js";
import { type Statement } from "./policy.js";
import { type Span } from "../../text/span.js";

/** How a statement allows one action on every resource, or on all but some. */
export interface BroadGrant {
  readonly how: "named" | "pattern" | "not-action";
  readonly where: "star" | "not-resource";
  readonly action: Span;
  readonly resource: Span;
  /** The resource or the element, as a message names it. */
  readonly named: string;
}

/**
 * The way in which an Allow takes in an action without naming resources. `key` is the condition key
 * that limits it as well; with `IfExists` it does not.
 */
export function broadGrantOf(
  statement: Statement,
  action: string,
  key: string,
): BroadGrant | undefined {
  if (statement.allows !== true || isLimitedBy(statement, key)) return undefined;
  const where = whereOf(statement);
  if (where === undefined) return undefined;
  if (statement.notAction !== undefined) {
    const { notAction } = statement;
    if (notAction.unknown) return undefined;
    if (actionNames(notAction).some((name) => includesAction(name, action))) return undefined;
    return { how: "not-action", action: notAction.keySpan, ...where };
  }
  const names = actionNames(statement.action).filter((name) => includesAction(name, action));
  const exact = names.find((each) => each.action.value.toLowerCase() === action.toLowerCase());
  const name = exact ?? names[0];
  if (name === undefined) return undefined;
  return { how: exact === undefined ? "pattern" : "named", action: name.text.span, ...where };
}

function whereOf({
  resource,
  notResource,
}: Statement): Pick<BroadGrant, "where" | "resource" | "named"> | undefined {
  if (notResource !== undefined) {
    return { where: "not-resource", resource: notResource.keySpan, named: "NotResource" };
  }
  const star = resourceNames(resource).find(takesInEveryRole);
  return star && { where: "star", resource: star.text.span, named: star.value };
}

/** `*`, or an ARN for every role of an account or of all. */
function takesInEveryRole({ value, arn }: ResourceName): boolean {
  if (value === "*") return true;
  return arn !== undefined && /^(?:role\/)?\*+$/.test(arn.resource.value) && mayBeIam(arn);
}

function mayBeIam({ service }: Arn): boolean {
  return service.value === "iam" || service.value === "*";
}

function isLimitedBy({ conditions }: Statement, key: string): boolean {
  return conditions.some(
    ({ operator, key: named, values }) =>
      named.toLowerCase() === key.toLowerCase() &&
      !operator.ifExists &&
      !values.some((value) => value.kind === "string" && value.value.startsWith("*")),
  );
}

/** How Access Analyzer names such a grant, behind the name of the action. */
export const broadGrantCodes = {
  named: { star: "STAR_IN_RESOURCE", "not-resource": "NOT_RESOURCE" },
  pattern: {
    star: "STAR_IN_ACTION_AND_RESOURCE",
    "not-resource": "STAR_IN_ACTION_AND_NOT_RESOURCE",
  },
  "not-action": {
    star: "STAR_IN_RESOURCE_AND_NOT_ACTION",
    "not-resource": "NOT_ACTION_AND_NOT_RESOURCE",
  },
} as const satisfies Record<BroadGrant["how"], Record<BroadGrant["where"], string>>;
