import { createDecoding } from "../syntax/decoding.js";
import {
  itemsOf,
  memberOf,
  type Computed,
  type StringValue,
  type Tree,
  type UnknownValue,
  type Value,
} from "../syntax/value.js";
import { type SourceText } from "../text/source-text.js";
import { type Span } from "../text/span.js";
import { holdsSymbol, isLookup, symbolOf } from "../text/symbol.js";
import { mapTree } from "./map-tree.js";

/** What a computed value stands for as far as its document says: a text, perhaps with symbols, or a list. */
export type Known = string | readonly (Known | undefined)[];

/** What a language's references and functions stand for; nothing where another document decides. */
export interface Scope {
  reference(path: string, evaluator: Evaluator): Known | undefined;
  call(name: string, parameters: readonly Value[], evaluator: Evaluator): Known | undefined;
  /** What an interpolation gives; `text` has its marks. */
  interpolation(text: string, evaluator: Evaluator): Known | undefined;
}

/** Tells what things stand for. */
export interface Evaluator {
  /** A value, whether it is written or computed. */
  value(value: Value): Known | undefined;
  reference(path: string): Known | undefined;
}

export function createEvaluator(scope: Scope): Evaluator {
  const pending = new Set<string>();
  const references = new Map<string, Known | undefined>();
  /** A reference that leads back to itself stands for nothing. */
  const reference = (path: string): Known | undefined => {
    if (references.has(path)) return references.get(path);
    if (pending.has(path)) return undefined;
    pending.add(path);
    const known = scope.reference(path, evaluator);
    pending.delete(path);
    references.set(path, known);
    return known;
  };
  const compute = (computed: Computed): Known | undefined =>
    computed.kind === "reference"
      ? reference(computed.path)
      : scope.call(computed.name, computed.parameters, evaluator);
  const valueOf = (value: Value): Known | undefined => {
    switch (value.kind) {
      case "string":
        return value.holes.length === 0 ? value.value : filled(value);
      case "number":
      case "boolean":
        return String(value.value);
      case "array":
        return value.items.map(valueOf);
      case "unknown":
        return value.computed && compute(value.computed);
      case "object":
      case "null":
        return undefined;
    }
  };
  const filled = ({ value, holes }: StringValue): Known | undefined => {
    let text = "";
    let offset = 0;
    for (const { start, end } of holes) {
      const known = scope.interpolation(value.slice(start, end), evaluator);
      if (typeof known !== "string") return undefined;
      text += value.slice(offset, start) + known;
      offset = end;
    }
    return text + value.slice(offset);
  };
  const evaluator: Evaluator = { value: valueOf, reference };
  return evaluator;
}

/**
 * A policy's tree with what its references stand for in their place. A symbol and a name that is
 * written out may be the same bucket's, so where statements that are read together have both, symbols
 * stay unknown: all of a policy that says who, and each statement of one that does not.
 */
export function resolveReferences(tree: Tree, scope: Scope): Tree {
  const { root } = tree;
  if (root === undefined) return tree;
  const evaluator = createEvaluator(scope);
  const found = new Map<Value, Value | undefined>();
  const unclear = new Set<Value>();
  const statements = itemsOf(memberOf(root, "Statement")?.value);
  const isIdentity = statements.length > 0 && !statements.some(hasPrincipal);
  const apart = new Set<Value>(isIdentity ? statements : []);
  for (const group of [root, ...apart]) {
    const names = new Set<string>();
    const symbolic: Value[] = [];
    visit(group, (value) => {
      if (group === root && apart.has(value)) return false;
      if (!found.has(value)) found.set(value, resolve(value, scope, evaluator));
      const resolved = found.get(value);
      // What is in a list is visited by itself.
      const items =
        resolved === undefined && value.kind === "array" ? [] : itemsOf(resolved ?? value);
      for (const item of items) {
        if (item.kind !== "string") continue;
        const name = bucketForm.exec(item.value)?.[1];
        if (name !== undefined) names.add(name);
        if (resolved !== undefined && holdsSymbol(item.value)) symbolic.push(value);
      }
      return resolved === undefined;
    });
    if (isMixed(names)) for (const value of symbolic) unclear.add(value);
  }
  return mapTree(tree, (value) => (unclear.has(value) ? undefined : found.get(value)));
}

function hasPrincipal(statement: Value): boolean {
  return ["Principal", "NotPrincipal"].some((name) => memberOf(statement, name) !== undefined);
}

/** Whether some of the names are written out and others are symbols, or may be the same bucket's. */
function isMixed(names: ReadonlySet<string>): boolean {
  const symbols = [...names].filter(holdsSymbol);
  return (
    symbols.length > 0 &&
    (symbols.length < names.size || (symbols.length > 1 && symbols.some(isLookup)))
  );
}

/** Shows a value and all that is in it, as long as the answer is that there is more to see. */
function visit(value: Value, show: (value: Value) => boolean): void {
  if (!show(value)) return;
  if (value.kind === "array") for (const item of value.items) visit(item, show);
  if (value.kind !== "object") return;
  for (const { value: held } of value.members) if (held !== undefined) visit(held, show);
}

/** The name of the bucket in an ARN, unless it is a pattern. */
const bucketForm = /^arn:[^:]*:s3:::([^/*?]+)(?:\/|$)/;

function resolve(value: Value, scope: Scope, evaluator: Evaluator): Value | undefined {
  if (value.kind === "string" && value.holes.length > 0) return fill(value, scope, evaluator);
  if (value.kind !== "unknown" || value.computed === undefined) return undefined;
  const known = evaluator.value(value);
  return known === undefined ? undefined : knownValue(known, value);
}

/** A string with what its interpolations stand for; nothing where one is not known. */
function fill(value: StringValue, scope: Scope, evaluator: Evaluator): StringValue | undefined {
  const decoding = createDecoding(value.content);
  let offset = 0;
  for (const { start, end } of value.holes) {
    const known = scope.interpolation(value.value.slice(start, end), evaluator);
    if (typeof known !== "string") return undefined;
    decoding.copy(offset, start);
    decoding.put(known, start, end);
    offset = end;
  }
  decoding.copy(offset, value.value.length);
  const content = decoding.finish(value.value.length, (text) => text);
  return { ...value, value: content.value, content, holes: [], isResolved: true };
}

function knownValue(known: Known, at: UnknownValue): Value | undefined {
  if (typeof known === "string") return known === "" ? undefined : computedString(known, at.span);
  if (known.length === 0) return undefined;
  const items = known.map((item): Value => {
    const value = item === undefined ? undefined : knownValue(item, at);
    return value ?? { kind: "unknown", span: at.span };
  });
  return { kind: "array", span: at.span, items };
}

/** A string that is written elsewhere, so that no part of it can be changed here. */
function computedString(value: string, span: Span): StringValue {
  const { start, end } = span;
  const content: SourceText = {
    value,
    segments: [{ at: 0, length: value.length, documentAt: start, documentLength: end - start }],
    end,
    encode: (text) => text,
    // No fix can write a symbol.
    rewrite: { span, write: () => symbolOf(value) },
  };
  return { kind: "string", span, value, content, holes: [], isResolved: true };
}
