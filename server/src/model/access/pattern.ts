import { type Lookup } from "./context.js";
import { truth, type Truth } from "./truth.js";
import { matches, overlaps } from "../policy/pattern.js";
import { mayHoldPlaceholder, policyPlaceholders } from "../policy/placeholders.js";
import { type Text } from "../policy/policy.js";

/** A wildcard character that stands for itself, as `${*}` and the values of variables do. */
const literalStar = "\uE000";
const literalQuestion = "\uE001";

export interface PatternMatch {
  readonly ignoreCase?: boolean;
  /** Given where the text may hold policy variables. */
  readonly variables?: Lookup | undefined;
}

/** Whether a policy's text, its wildcards and variables, matches a text of the request. */
export function matchText(text: Text, subject: string, options: PatternMatch = {}): Truth {
  if (text.value === undefined) return text.partial ? "unknown" : "no";
  return matchPattern(text.value, subject, options, text.partial, holesOf(text));
}

/**
 * A text that is filled in later equals itself wherever it is written the same way. Otherwise it may
 * become anything, so what cannot be ruled out is unknown.
 */
export function matchPattern(
  pattern: string,
  subject: string,
  { ignoreCase = false, variables }: PatternMatch = {},
  partial = false,
  holes: readonly { start: number; end: number }[] = [],
): Truth {
  if (matches(pattern, subject, { ignoreCase })) return "yes";
  if (partial || mayHoldPlaceholder(subject)) {
    const openSubject = opened(subject, [], pattern);
    if (partial || openSubject !== subject) {
      const openPattern = opened(pattern, holes, subject);
      return overlaps(openPattern, openSubject, { ignoreCase }) ? "unknown" : "no";
    }
  }
  if (variables === undefined || !pattern.includes("${")) return "no";
  const resolved = resolveVariables(pattern, variables);
  if (resolved.state === "missing") return "no";
  const escaped = escapeWildcards(subject);
  if (resolved.state === "known") return truth(matches(resolved.text, escaped, { ignoreCase }));
  return overlaps(resolved.text, escaped, { ignoreCase }) ? "unknown" : "no";
}

interface Resolved {
  readonly text: string;
  /** `missing`: the request lacks a key, so that the text matches nothing. */
  readonly state: "known" | "unknown" | "missing";
}

/** Puts values in place of policy variables. What cannot be known becomes a wildcard. */
export function resolveVariables(text: string, lookup: Lookup): Resolved {
  let result = "";
  let state: Resolved["state"] = "known";
  let offset = 0;
  while (offset < text.length) {
    const open = text.indexOf("${", offset);
    const close = open < 0 ? -1 : text.indexOf("}", open);
    if (open < 0 || close < 0) break;
    result += text.slice(offset, open);
    offset = close + 1;
    const content = text.slice(open + 2, close);
    if (content === "*" || content === "?" || content === "$") {
      result += escapeWildcards(content);
      continue;
    }
    const comma = content.indexOf(",");
    const key = (comma < 0 ? content : content.slice(0, comma)).trim();
    const fallback = comma < 0 ? undefined : unquote(content.slice(comma + 1).trim());
    const found = lookup(key);
    const [first, second] = found.kind === "values" ? found.values : [];
    if (first !== undefined && second === undefined) result += escapeWildcards(first);
    else if (found.kind === "absent" || found.kind === "values") {
      if (fallback === undefined) return { text: "", state: "missing" };
      result += escapeWildcards(fallback);
    } else {
      result += "*";
      state = "unknown";
    }
  }
  return { text: result + text.slice(offset), state };
}

export function escapeWildcards(text: string): string {
  return text.replaceAll("*", literalStar).replaceAll("?", literalQuestion);
}

export function unescapeWildcards(text: string): string {
  return text.replaceAll(literalStar, "*").replaceAll(literalQuestion, "?");
}

function unquote(text: string): string {
  return text.startsWith("'") && text.endsWith("'") && text.length > 1 ? text.slice(1, -1) : text;
}

function holesOf(text: Text): readonly { start: number; end: number }[] {
  return text.node.kind === "string" ? text.node.holes : [];
}

/**
 * The text with a wildcard for everything that is filled in later; policy variables stay. What the
 * other text has just so becomes the same there, and stays too.
 */
function opened(
  text: string,
  holes: readonly { start: number; end: number }[],
  other: string,
): string {
  const spans = [...holes, ...policyPlaceholders(text).map(({ span }) => span)];
  if (spans.length === 0) return text;
  let result = "";
  let offset = 0;
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    if (start < offset || other.includes(text.slice(start, end))) continue;
    result += `${text.slice(offset, start)}*`;
    offset = end;
  }
  return result + text.slice(offset);
}
