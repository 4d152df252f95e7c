import { corsDialects, type CorsDialect, type CorsStorage } from "../../catalog/cors/dialects.js";
import {
  itemsOf,
  type ArrayValue,
  type Member,
  type ObjectValue,
  type Problem,
  type Tree,
  type Value,
} from "../../syntax/value.js";
import { type Span } from "../../text/span.js";
import { findRules, type CorsPlace } from "./recognition.js";
import { headOf, isComputed, readCorsRule, type CorsRule } from "./rule.js";

export { recognizeCors, type CorsPlace } from "./recognition.js";

/** A CORS configuration, one for all dialects. */
export interface Cors {
  readonly dialect: CorsDialect;
  /** Whose server reads the rules. */
  readonly storage: CorsStorage;
  readonly tree: Tree;
  readonly problems: readonly Problem[];
  readonly span: Span;
  /** Where a finding about the whole goes: its first character. */
  readonly head: Span;
  /** What holds the rules: a list, or the lone rule that stands in its place. */
  readonly rulesValue: Value | undefined;
  /** Absent where the rules stand in no list. */
  readonly list: ArrayValue | undefined;
  /** The member that the rules stand in; absent for a bare list. */
  readonly listMember: Member | undefined;
  /** What that member stands in. */
  readonly container: ObjectValue | undefined;
  /** An element without content, which rules are still to be put into. */
  readonly empty: Value | undefined;
  readonly rules: readonly CorsRule[];
  /** Items of the list that are no rules. */
  readonly strays: readonly Value[];
  /** Whether there may be rules that cannot be seen. */
  readonly partial: boolean;
  /** What the document's surroundings tell of the storage. */
  readonly place: CorsPlace | undefined;
}

/** Reads a value that was recognized. Whatever is broken in it is absent from the model. */
export function readCors(tree: Tree, value: Value, dialect: CorsDialect, place?: CorsPlace): Cors {
  const { rulesValue, member, container, empty } = findRules(value, dialect);
  const isOpen = ({ span }: Value): boolean =>
    tree.brokenAt !== undefined && span.end > tree.brokenAt;
  const rules: CorsRule[] = [];
  const strays: Value[] = [];
  let partial =
    (rulesValue === undefined && member !== undefined) ||
    (rulesValue !== undefined && isComputed(rulesValue));
  for (const item of partial ? [] : itemsOf(rulesValue)) {
    if (isComputed(item)) partial = true;
    else if (item.kind === "object") {
      rules.push(readCorsRule(item, rules.length, dialect, isOpen(item)));
    } else strays.push(item);
  }
  const within = ({ span }: Problem): boolean =>
    span.start >= value.span.start && span.end <= value.span.end;
  return {
    dialect,
    storage: corsDialects[dialect].storage,
    tree,
    problems: value === tree.root ? tree.problems : tree.problems.filter(within),
    span: value.span,
    head: headOf(value),
    rulesValue,
    list: rulesValue?.kind === "array" ? rulesValue : undefined,
    listMember: member,
    container,
    empty,
    rules,
    strays,
    partial: partial || isOpen(rulesValue ?? value),
    place,
  };
}
