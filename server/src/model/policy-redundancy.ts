import { itemsOf, type Value } from "../syntax/value.js";
import { covers, isPattern } from "./pattern.js";
import { type Statement, type Strings, type Text } from "./policy.js";

/** A text of a list that changes nothing, and the one that takes it in. */
export interface Redundant {
  readonly text: Text;
  readonly by: Text;
}

/** The texts of an element that others of it take in, in document order; of equal ones, the later. */
export function redundantTexts(element: Strings, ignoreCase: boolean): readonly Redundant[] {
  const { items } = element;
  if (items.length < 2) return [];
  if (!mayRepeat(items, ignoreCase)) return [];
  const texts = items.map((text) => {
    const value = text.value === undefined || text.partial ? undefined : text.value;
    return { text, value: ignoreCase ? value?.toLowerCase() : value };
  });
  const patterns = texts.flatMap(({ text, value }) =>
    value !== undefined && isPattern(value) ? [{ text, value, start: literalStart(value) }] : [],
  );
  const first = new Map<string, Text>();
  const found: Redundant[] = [];
  for (const { text, value } of texts) {
    if (value === undefined) continue;
    const same = first.get(value);
    if (same !== undefined) {
      found.push({ text, by: same });
      continue;
    }
    first.set(value, text);
    const pattern = patterns.find(
      (other) =>
        other.value !== value && value.startsWith(other.start) && covers(other.value, value),
    );
    if (pattern !== undefined) found.push({ text, by: pattern.text });
  }
  return found;
}

/** Whether a list holds a wildcard or a text twice; without either, nothing in it can be redundant. */
function mayRepeat(items: readonly Text[], ignoreCase: boolean): boolean {
  const seen = new Set<string>();
  let count = 0;
  for (const { value } of items) {
    if (value === undefined) continue;
    if (isPattern(value)) return true;
    seen.add(ignoreCase ? value.toLowerCase() : value);
    count += 1;
  }
  return seen.size < count;
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
  return [
    verdict,
    node.members.length,
    action?.items.length,
    action?.items[0]?.value,
    ...(resource?.items.map(({ value }) => value) ?? []),
    conditions.length,
  ].join("\n");
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
          ? String(item.value)
          : formOf(item),
      );
      return items.includes(undefined) ? undefined : JSON.stringify(items.toSorted());
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
