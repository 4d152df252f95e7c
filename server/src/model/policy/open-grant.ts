import { type ActionName, actionNames, includesAction } from "./action-match.js";
import { resourceNames } from "./resource.js";
import { type Policy, type Statement } from "./policy.js";
import { rememberFor } from "../../text/memo.js";

/** Actions that an identity is allowed on whatever resource, with no condition. */
export const openActions = rememberFor(({ statements }: Policy): readonly ActionName[] =>
  statements.flatMap((statement) => (isOpen(statement) ? actionNames(statement.action) : [])),
);

/** Whether a policy is an administrator's, who needs no other way to any permission. */
export function isAdministrators(policy: Policy): boolean {
  return openActions(policy).some(({ action: { value } }) => value === "*" || value === "iam:*");
}

/** Where one of the actions is allowed: by its own name rather than by a pattern. */
export function grantOf(actions: readonly ActionName[], wanted: string): ActionName | undefined {
  const granting = actions.filter((each) => includesAction(each, wanted));
  return granting.find(({ action }) => !action.pattern) ?? granting[0];
}

/** Whether a resource stands for everything of its service, if not for everything. */
export function isEffectivelyStar({
  value,
  arn,
}: ReturnType<typeof resourceNames>[number]): boolean {
  if (value === "*" || arn === undefined) return false;
  return [arn.region, arn.account].every((field) => /^\**$/.test(field.value))
    ? /^[*?/]*\*[*?/]*$/.test(arn.resource.value)
    : false;
}

function isOpen({ allows, condition, resource }: Statement): boolean {
  return (
    allows === true &&
    condition === undefined &&
    resourceNames(resource).some((name) => name.value === "*" || isEffectivelyStar(name))
  );
}
