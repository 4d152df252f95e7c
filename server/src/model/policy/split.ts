import { serviceDetail } from "../../catalog/service-reference.js";
import { type Plain } from "../../syntax/value.js";
import { matches } from "./pattern.js";
import { plainValue } from "../plain-value.js";
import { type Policy, type Statement } from "./policy.js";
import { splitBucket } from "./resource.js";
import { type Change } from "./edits.js";

/** One statement as two: the first for the bucket, the second for its objects. */
export interface SplitStatement {
  readonly bucketActions: readonly string[];
  readonly objectActions: readonly string[];
  readonly buckets: readonly string[];
  readonly objects: readonly string[];
}

/** Takes a statement apart by what its actions act on; nothing where that is not all known. */
export function splitStatement(statement: Statement): SplitStatement | undefined {
  const { action, resource } = statement;
  if (action === undefined || resource === undefined || action.unknown) return undefined;
  const bucketActions: string[] = [];
  const objectActions: string[] = [];
  for (const { value } of action.items) {
    const types = new Set(value === undefined ? [] : typesActedOn(value));
    if (value === undefined || (!types.has("bucket") && !types.has("object"))) return undefined;
    if (types.has("bucket")) bucketActions.push(value);
    if (types.has("object")) objectActions.push(value);
  }
  const buckets: string[] = [];
  const objects: string[] = [];
  for (const { value } of resource.items) {
    const split = value === undefined ? undefined : splitBucket(value);
    if (split === undefined || value === undefined || split.bucket.includes("*")) return undefined;
    (split.rest === "" ? buckets : objects).push(value);
  }
  const lists = [bucketActions, objectActions, buckets, objects];
  if (lists.some((list) => list.length === 0)) return undefined;
  return { bucketActions, objectActions, buckets, objects };
}

/** The types of resources that an action of S3, or those of a pattern, act on. */
function typesActedOn(action: string): readonly string[] {
  const actions = serviceDetail("s3")?.actions.values() ?? [];
  return [...actions].flatMap(({ name, resourceTypes }) =>
    matches(action, `s3:${name}`, { ignoreCase: true })
      ? resourceTypes.map((type) => type.name)
      : [],
  );
}

/** Edits that leave the bucket's part where the statement is, and add the objects' part at the end. */
export function splitChange(policy: Policy, statement: Statement): Change {
  const split = splitStatement(statement);
  const { writer } = policy.tree;
  const statements = policy.statement?.value;
  const { action, resource, node } = statement;
  if (split === undefined || statements?.kind !== "array") return [undefined];
  if (action?.value === undefined || resource?.value === undefined) return [undefined];
  const objectPart: Record<string, Plain> = {};
  for (const { key, value } of node.members) {
    const plain = plainValue(value);
    if (plain === undefined) return [undefined];
    objectPart[key.value] =
      key.value === "Action"
        ? split.objectActions
        : key.value === "Resource"
          ? split.objects
          : key.value === "Sid" && typeof plain === "string"
            ? `${plain}Objects`
            : plain;
  }
  return [
    writer.replaceValue(action.value, split.bucketActions),
    writer.replaceValue(resource.value, split.buckets),
    writer.appendItems(statements, [objectPart]),
  ];
}
