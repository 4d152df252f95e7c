import { itemsOf, type Value } from "../../syntax/value.js";
import { covers, isPattern } from "./pattern.js";
import { type Statement, type Strings, type Text } from "./policy.js";

/** A text of a list that changes nothing, and the one that takes it in. */
export interface Redundant {
  readonly text: Text;
  readonly by: Text;
}

/** The actions of an element that others of it take in, in document order; of equal ones, the later. */
export function redundantActions({ actions }: Strings): readonly Redundant[] {
  return redundant(actions, ({ action }) => action.lower);
}

/** Likewise its resources. */
export function redundantResources({ resources }: Strings): readonly Redundant[] {
  return redundant(resources, ({ value }) => value);
}

function redundant<Known extends { readonly text: Text }>(
  all: readonly Known[],
  valueOf: (known: Known) => string,
): readonly Redundant[] {
  if (all.length < 2) return [];
  const first = new Map<string, Text>();
  const patterns = new Map<string, Pattern[]>();
  for (const [index, each] of all.entries()) {
    const value = valueOf(each);
    if (!first.has(value)) first.set(value, each.text);
    if (isPattern(value)) {
      const start = literalStart(value);
      const known = patterns.get(start) ?? [];
      known.push({ text: each.text, value, index });
      patterns.set(start, known);
    }
  }
  if (first.size === all.length && patterns.size === 0) return [];
  const lengths = [...new Set([...patterns.keys()].map(({ length }) => length))].toSorted(
    (a, b) => a - b,
  );
  const found: Redundant[] = [];
  for (const each of all) {
    const value = valueOf(each);
    const same = first.get(value);
    const by = same === each.text ? wider(patterns, lengths, value) : same;
    if (by !== undefined) found.push({ text: each.text, by });
  }
  return found;
}

interface Pattern {
  readonly text: Text;
  readonly value: string;
  readonly index: number;
}

/** The first of the patterns that takes a value in, looked up by what all that it takes in begins with. */
function wider(
  patterns: ReadonlyMap<string, readonly Pattern[]>,
  lengths: readonly number[],
  value: string,
): Text | undefined {
  let first: Pattern | undefined;
  for (const length of lengths) {
    if (length > value.length) break;
    const found = patterns
      .get(value.slice(0, length))
      ?.find(({ value: pattern }) => pattern !== value && covers(pattern, value));
    if (found !== undefined && found.index < (first?.index ?? Infinity)) first = found;
  }
  return first?.text;
}

/** What every text that a pattern takes in begins with. */
function literalStart(pattern: string): string {
  return pattern.slice(0, Math.max(pattern.search(/[*?]/), 0));
}

/** The statements that say the same as an earlier one, their Sids aside. */
export function repeatedStatements(
  statements: readonly Statement[],
): readonly { readonly statement: Statement; readonly first: Statement }[] {
  const groups = new Map<string, Statement[]>();
  const found: { readonly statement: Statement; readonly first: Statement }[] = [];
  const forms = new Map<Statement, string | undefined>();
  const formOnce = (statement: Statement): string | undefined => {
    if (!forms.has(statement)) forms.set(statement, fullForm(statement));
    return forms.get(statement);
  };
  for (const statement of statements) {
    // Written out in full only where a short form is the same.
    const short = shortForm(statement);
    const group = groups.get(short);
    if (group === undefined) {
      groups.set(short, [statement]);
      continue;
    }
    const full = formOnce(statement);
    const first = full === undefined ? undefined : group.find((each) => formOnce(each) === full);
    if (first === undefined) group.push(statement);
    else found.push({ statement, first });
  }
  return found;
}

function shortForm({ node, effect, action, resource, conditions }: Statement): string {
  const verdict = effect?.value?.kind === "string" ? effect.value.value : "";
  const counts = [node.members, action?.items, resource?.items, conditions].map(
    (each) => each?.length,
  );
  return `${verdict} ${counts.join(" ")} ${action?.items[0]?.value ?? ""} ${resource?.items.at(-1)?.value ?? ""}`;
}

/** A statement as a text that is the same for statements that say the same; absent with unknown parts. */
function fullForm({ node }: Statement): string | undefined {
  const members = node.members.filter(({ key }) => key.value !== "Sid");
  const parts = members.map(({ key, value }) => {
    const form = formOf(value);
    return form === undefined ? undefined : `${key.value}=${form}`;
  });
  return parts.includes(undefined) ? undefined : parts.toSorted().join("\n");
}

function formOf(value: Value | undefined): string | undefined {
  switch (value?.kind) {
    case undefined:
    case "unknown":
      return undefined;
    case "string":
    case "number":
    case "boolean":
      return JSON.stringify([String(value.value)]);
    case "null":
      return "null";
    case "array": {
      const items = itemsOf(value).map((item) =>
        item.kind === "string" || item.kind === "number" || item.kind === "boolean"
          ? JSON.stringify(String(item.value))
          : formOf(item),
      );
      return items.includes(undefined) ? undefined : `[${items.toSorted().join(",")}]`;
    }
    case "object": {
      const parts = value.members.map(({ key, value: held }) => {
        const form = formOf(held);
        return form === undefined ? undefined : `${JSON.stringify(key.value)}:${form}`;
      });
      return parts.includes(undefined) ? undefined : `{${parts.toSorted().join(",")}}`;
    }
  }
}
