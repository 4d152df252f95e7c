import { type WandbPermission } from "../../catalog/wandb/permissions.js";
import { quotedList } from "../../text/list.js";
import { type Edit } from "../../text/span.js";
import { matchResource } from "../access/statement.js";
import { covers } from "../policy/pattern.js";
import { addStrings, type Change, replaceAllOf } from "../policy/edits.js";
import { type Statement } from "../policy/policy.js";
import { type PermissionAccess, type WandbAccess } from "./access.js";

/** The statement that a permission belongs into: the first for W&B that reaches its resource. */
export function statementFor(
  { policy, subject, resources }: WandbAccess,
  { on }: WandbPermission,
): Statement | undefined {
  return subject.statements.find(
    (statement) =>
      statement.action !== undefined && matchResource(policy, statement, resources[on]) !== "no",
  );
}

/** Adds actions to the statements that they belong into; one that is there in part is widened. */
export function grantPermissions(
  access: WandbAccess,
  permissions: readonly WandbPermission[],
): Change {
  const wanted = new Map<Statement, string[]>();
  const widened: (Edit | undefined)[] = [];
  for (const permission of permissions) {
    const statement = statementFor(access, permission);
    if (statement === undefined) return [undefined];
    const narrower = statement.action?.items.find(
      ({ value }) => value !== undefined && covers(permission.action, value, { ignoreCase: true }),
    );
    if (narrower !== undefined && statement.action?.list !== undefined) {
      widened.push(replaceAllOf(narrower, permission.action));
      continue;
    }
    const actions = wanted.get(statement) ?? [];
    wanted.set(statement, [...actions, permission.action]);
  }
  const added = [...wanted].map(([{ action }, actions]) =>
    addStrings(access.policy, action, actions),
  );
  return [...widened, ...added];
}

/** The missing permissions, by what they lack. */
export function missingOf(
  { permissions }: WandbAccess,
  lacks: PermissionAccess["lacks"],
): readonly WandbPermission[] {
  return permissions
    .filter((access) => access.state === "missing" && access.lacks === lacks)
    .map(({ permission }) => permission);
}

/** `"a", "b", and 3 more`, as a message lists actions. */
export function listActions(permissions: readonly WandbPermission[]): string {
  const names = permissions.map(({ action }) => action);
  return quotedList(names, "and", 3);
}
