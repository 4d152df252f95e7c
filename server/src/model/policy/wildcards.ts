import { serviceNames } from "../../catalog/service-reference.js";
import { isPattern, matches } from "./pattern.js";
import { replaceByTexts, type Change } from "./edits.js";
import { type Policy, type Strings, type Text } from "./policy.js";

/** More actions than this are easier to read as a wildcard. */
const mostExpanded = 100;

/** A wildcard as the actions that it stands for today, or several actions as a wildcard. */
export interface WildcardChange {
  readonly pattern: string;
  /** What the pattern stands for. */
  readonly actions: readonly string[];
  readonly change: Change;
}

/** The actions that a wildcard stands for in its place; those that are listed anyway are not repeated. */
export function expandWildcard(
  policy: Policy,
  element: Strings,
  text: Text,
): WildcardChange | undefined {
  const pattern = text.value;
  if (pattern === undefined || text.partial || !isPattern(pattern)) return undefined;
  const all = matchedBy(pattern);
  if (all.length === 0 || all.length > mostExpanded) return undefined;
  const others = element.items.filter((item) => item !== text);
  const [first, ...rest] = all.filter(
    (action) => !others.some(({ value }) => value?.toLowerCase() === action.toLowerCase()),
  );
  if (first === undefined) return undefined;
  const change = replaceByTexts(policy, element, text, [first, ...rest]);
  return { pattern, actions: all, change };
}

/**
 * The widest wildcard that begins like an action and stands for nothing but actions that the element
 * lists. What AWS adds later it would stand for as well.
 */
export function collapseToWildcard(
  policy: Policy,
  element: Strings,
  text: Text,
): WildcardChange | undefined {
  const { list, items } = element;
  if (list === undefined || text.value === undefined || items.some(({ partial }) => partial)) {
    return undefined;
  }
  // A list with something in it that is none of a text would lose it.
  if (items.length !== list.items.length) return undefined;
  const texts = items.map(({ value }) => value ?? "");
  for (const pattern of prefixes(text.value)) {
    const all = matchedBy(pattern);
    const isListed = all.every((action) =>
      texts.some((each) => matches(each, action, { ignoreCase: true })),
    );
    const kept = texts.filter((each) => !matches(pattern, each, { ignoreCase: true }));
    // A wildcard that is there already, as wide as this one, is no change.
    if (all.length < 2 || !isListed || texts.length - kept.length < 2) continue;
    const at = texts.findIndex((each) => matches(pattern, each, { ignoreCase: true }));
    const collapsed = [...kept.slice(0, at), pattern, ...kept.slice(at)];
    const change = [policy.tree.writer.replaceValue(list, collapsed)];
    return { pattern, actions: all, change };
  }
  return undefined;
}

/** The known actions that a pattern with a plain service stands for, as AWS writes them. */
function matchedBy(pattern: string): readonly string[] {
  const colon = pattern.indexOf(":");
  const service = serviceNames(pattern.slice(0, Math.max(colon, 0)));
  if (service === undefined) return [];
  const name = pattern.slice(colon + 1);
  return service.actions
    .filter((action) => matches(name, action, { ignoreCase: true }))
    .map((action) => `${service.prefix}:${action}`);
}

/** Wildcards for what begins with the same words as an action, the shortest first: `s3:Get*`. */
function prefixes(action: string): readonly string[] {
  const colon = action.indexOf(":");
  if (colon < 0 || isPattern(action.slice(0, colon))) return [];
  const name = action.slice(colon + 1);
  const words = name.match(/[A-Z][a-z\d]*|[A-Z]+(?![a-z])|[a-z\d]+/g) ?? [];
  if (isPattern(name) || words.join("") !== name) return [];
  return words.map(
    (_, index) => `${action.slice(0, colon + 1)}${words.slice(0, index + 1).join("")}*`,
  );
}
