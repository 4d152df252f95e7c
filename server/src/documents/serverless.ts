import {
  type ArrayValue,
  itemsOf,
  memberOf,
  type Member,
  type ObjectValue,
  type Tree,
  type Value,
} from "../syntax/value.js";
import { mapTree } from "./map-tree.js";
import { syntheticMember } from "./synthetic.js";

/** What holds a policy's statements in a file of the Serverless Framework. */
export const serverlessService = "serverless";

/** Whether a document is a service of the Serverless Framework on AWS. */
export function isServerless({ root }: Tree): boolean {
  if (memberOf(root, "service") === undefined) return false;
  const provider = memberOf(root, "provider")?.value;
  const name = memberOf(provider, "name")?.value ?? provider;
  return name?.kind === "string" && name.value === "aws";
}

/**
 * A service with the statements of its roles as the policies that the framework makes of them:
 * `provider.iam.role.statements`, and `iamRoleStatements` of the provider and of each function.
 */
export function readServerless(tree: Tree): Tree {
  const included = new Set(
    statementLists(tree).flatMap(({ value }) => itemsOf(value).filter(isIncluded)),
  );
  const read = mapTree(tree, (value) =>
    included.has(value) ? { kind: "unknown", span: value.span } : undefined,
  );
  const policies = new Map<Value, ObjectValue>();
  for (const { key, value } of statementLists(read)) {
    if (value?.kind !== "array" || !value.items.every(mayBeStatement)) continue;
    policies.set(value, policyOf(key.span.start, { key, value, span: value.span }, value));
  }
  return policies.size === 0 ? read : mapTree(read, (value) => policies.get(value));
}

/** A statement that stands in another file: `${file(statements.yml):read}`. */
function isIncluded(value: Value): boolean {
  return value.kind === "string" && /^\$\{.*\}$/.test(value.value);
}

function statementLists({ root }: Tree): readonly Member[] {
  const provider = memberOf(root, "provider")?.value;
  const role = memberOf(memberOf(provider, "iam")?.value, "role")?.value;
  const functions = memberOf(root, "functions")?.value;
  const each = functions?.kind === "object" ? functions.members : [];
  return [
    memberOf(role, "statements"),
    memberOf(provider, "iamRoleStatements"),
    ...each.map(({ value }) => memberOf(value, "iamRoleStatements")),
  ].filter((member) => member !== undefined);
}

function mayBeStatement(value: Value): boolean {
  return value.kind === "object" || value.kind === "unknown";
}

function policyOf(start: number, list: Member, { span }: ArrayValue): ObjectValue {
  const version = syntheticMember({ start, end: start + 1 }, "Version", "2012-10-17");
  const statement = { ...list, key: { ...list.key, value: "Statement" } };
  return { kind: "object", span, members: [version, statement] };
}
