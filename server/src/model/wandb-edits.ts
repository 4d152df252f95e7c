import { type WandbPermission } from "../catalog/wandb-permissions.js";
import { type Plain } from "../syntax/value.js";
import { type Edit } from "../text/span.js";
import { matchResource } from "./access-statement.js";
import { covers } from "./pattern.js";
import { replaceAllOf } from "./policy-edit.js";
import { type Policy, type Statement, type Strings } from "./policy.js";
import { type PermissionAccess, type WandbAccess } from "./wandb-access.js";

/** Edits that make one change; none where a part of it could not be written. */
export type Change = readonly (Edit | undefined)[];

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

/** Appends to a list, or makes a list of a lone string. */
export function addStrings(
  policy: Policy,
  strings: Strings | undefined,
  added: readonly string[],
): Edit | undefined {
  const { writer } = policy.tree;
  if (strings === undefined) return undefined;
  if (strings.list !== undefined) return writer.appendItems(strings.list, added);
  const [only] = strings.items;
  const { value } = strings;
  if (only === undefined || value?.kind !== "string" || value.holes.length > 0) return undefined;
  return writer.replaceValue(value, [value.value, ...added]);
}

/** Adds a statement behind the last one. */
export function addStatement(policy: Policy, statement: Plain): Edit | undefined {
  const { writer } = policy.tree;
  const value = policy.statement?.value;
  return value?.kind === "array" ? writer.appendItems(value, [statement]) : undefined;
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

/** `"a", "b" and 3 more`, as a message lists actions. */
export function listActions(permissions: readonly WandbPermission[]): string {
  const names = permissions.map(({ action }) => `"${action}"`);
  if (names.length <= 3) return joined(names);
  return `${names.slice(0, 2).join(", ")} and ${String(names.length - 2)} more`;
}

function joined(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}

/** Names one principal where everybody was meant. */
export function replaceEveryone(
  policy: Policy,
  { principal }: Statement,
  arn: string,
): Edit | undefined {
  const value = principal?.value;
  return value === undefined ? undefined : policy.tree.writer.replaceValue(value, { AWS: arn });
}
