import { readCors, recognizeCors } from "../model/cors.js";
import { readPolicy } from "../model/policy.js";
import { recognizePolicy } from "../model/recognize-policy.js";
import { type StringValue, type Tree, type Value } from "../syntax/value.js";
import { type SourceText } from "../text/source-text.js";
import { type HostContext } from "./document.js";
import { type AnyPart } from "./part.js";

/** What a host does with the strings of its tree that belong to no policy or CORS configuration. */
export interface TreeHost {
  /** Set where the tree is a JSON document, so that its places have pointers. */
  readonly json?: Tree;
  /** The text of the tree, where it is sent as it stands. */
  readonly source?: SourceText;
  /** The parts in one string: an address, or an embedded document. `name` is the setting's. */
  readonly readString?: (
    value: StringValue,
    name: StringValue | undefined,
    context: HostContext,
  ) => readonly AnyPart[];
}

/**
 * Finds the parts of a tree of values, whatever host it was read from: policies and CORS
 * configurations at any depth, and what stands in its strings.
 */
export function treeParts(tree: Tree, context: HostContext, host: TreeHost): readonly AnyPart[] {
  const parts: AnyPart[] = [];
  if (tree.root !== undefined) visit(tree, tree.root, undefined, context, host, parts);
  return parts;
}

function visit(
  tree: Tree,
  value: Value,
  name: StringValue | undefined,
  context: HostContext,
  host: TreeHost,
  parts: AnyPart[],
): void {
  switch (value.kind) {
    case "object": {
      const part = structuredPart(tree, value, host);
      if (part !== undefined) {
        parts.push(part);
        return;
      }
      for (const { key, value: child } of value.members) {
        if (child !== undefined) visit(tree, child, key, context, host, parts);
      }
      return;
    }
    case "array": {
      const part = structuredPart(tree, value, host);
      if (part !== undefined) {
        parts.push(part);
        return;
      }
      for (const item of value.items) visit(tree, item, name, context, host, parts);
      return;
    }
    case "string":
      parts.push(...(host.readString?.(value, name, context) ?? []));
      return;
    case "number":
    case "boolean":
    case "null":
    case "unknown":
      return;
  }
}

/** The policy or the CORS configuration that a value is, if it is one. */
export function structuredPart(tree: Tree, value: Value, host: TreeHost): AnyPart | undefined {
  const { json } = host;
  const policy = recognizePolicy(value);
  if (policy !== undefined) {
    const model = readPolicy(
      tree,
      value,
      policy.type,
      value === tree.root ? host.source : undefined,
    );
    const { span } = model;
    const kind = policy.type === "key" ? "key-policy" : "policy";
    return { kind, dialect: policy.type, span, reason: policy.reason, model, json };
  }
  const cors = recognizeCors(value);
  if (cors !== undefined) {
    const model = readCors(tree, value, cors.dialect);
    return {
      kind: "cors",
      dialect: cors.dialect,
      span: model.span,
      reason: cors.reason,
      model,
      json,
    };
  }
  return undefined;
}
