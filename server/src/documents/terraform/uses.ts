import { type HclTree } from "../../syntax/hcl.js";
import { type ObjectValue, type Value } from "../../syntax/value.js";
import { containedPolicy, isForeign } from "../containers.js";
import { type Surroundings } from "../host.js";

/** Where a policy document is used: the attribute, its resource, and all that the resource says. */
export interface Use extends Surroundings {
  readonly body?: ObjectValue;
}

/**
 * Where the policy documents of a file and the locals that hold some are used, by name. One that is part of
 * another is used where that is; one that serves resources of several kinds is left out.
 */
export function policyUses(tree: HclTree): ReadonlyMap<string, Use> {
  const uses = new Map<string, Use[]>();
  const parts = new Map<string, string[]>();
  for (const { type, labels, body } of tree.blocksIn(tree.root)) {
    if (type.value === "locals") {
      for (const { key, value } of body.members) {
        visitReferences(value, "", (_, document) => {
          add(parts, document, localOf(key.value));
        });
      }
      continue;
    }
    const [first, second] = labels;
    if (first === undefined || second === undefined) continue;
    const isDocument = type.value === "data" && first.value === "aws_iam_policy_document";
    if (type.value !== "resource" && !isDocument) continue;
    visitReferences(body, "", (name, document) => {
      if (isDocument) add(parts, document, second.value);
      else add(uses, document, { name, resource: first.value, body });
    });
  }
  const found = new Map<string, Use>();
  const usesOf = (document: string, seen: ReadonlySet<string>): readonly Use[] => {
    if (seen.has(document)) return [];
    const further = new Set([...seen, document]);
    const whole = parts.get(document) ?? [];
    return [
      ...(uses.get(document) ?? []),
      ...whole.flatMap((each) => usesOf(each, further)).map(({ body: _, ...use }) => use),
    ];
  };
  for (const document of new Set([...uses.keys(), ...parts.keys()])) {
    const all = usesOf(document, new Set()).filter(isTelling);
    const [use, ...others] = all;
    if (use === undefined) continue;
    if (others.some((other) => kindOf(other) !== kindOf(use))) continue;
    // A document that serves several buckets is about none of them alone.
    found.set(document, others.length === 0 ? use : { name: use.name, resource: use.resource });
  }
  return found;
}

function isTelling(use: Use): boolean {
  return containedPolicy(use) !== undefined || isForeign(use);
}

function kindOf(use: Use): string {
  return containedPolicy(use) ?? "foreign";
}

function add<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const found = map.get(key);
  if (found === undefined) map.set(key, [value]);
  else found.push(value);
}

/** Calls back for each policy document that a value refers to, with the name of the attribute. */
function visitReferences(
  value: Value | undefined,
  name: string,
  visit: (name: string, document: string) => void,
): void {
  switch (value?.kind) {
    case "object":
      for (const { key, value: held } of value.members) visitReferences(held, key.value, visit);
      return;
    case "array":
      for (const item of value.items) visitReferences(item, name, visit);
      return;
    case "unknown": {
      const { computed } = value;
      if (computed?.kind === "call") {
        for (const each of computed.parameters) visitReferences(each, name, visit);
      } else if (computed !== undefined) visitPath(computed.path, name, visit);
      return;
    }
    case "string":
      for (const { start, end } of value.holes) {
        visitPath(value.value.slice(start, end).replace(/^\$\{\s*|\s*\}$/g, ""), name, visit);
      }
      return;
    default:
      return;
  }
}

function visitPath(
  path: string,
  name: string,
  visit: (name: string, document: string) => void,
): void {
  const document = /^data\.aws_iam_policy_document\.([\w-]+)(?:\[\d+\])?\.(?:minified_)?json$/.exec(
    path,
  );
  if (document?.[1] !== undefined) visit(name, document[1]);
  else if (/^local\.[\w-]+$/.test(path)) visit(name, path);
}

/** How a local is referred to, and what its use is found by. */
export function localOf(name: string): string {
  return `local.${name}`;
}
