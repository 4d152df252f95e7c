import { isVariableName } from "./placeholders.js";
import { type Policy, type Text } from "./policy.js";

/** `${key, 'default'}` in a text of a policy, whole or not. */
export interface Variable {
  readonly start: number;
  readonly end: number;
  /** What stands between the braces, the default included. */
  readonly inner: string;
  /** The key, with whatever space is in it. */
  readonly key: string;
  /** What follows the comma, trimmed. */
  readonly fallback: string | undefined;
  readonly closed: boolean;
}

/** Whether any of a policy's texts can hold a variable, whole or not; most policies have none. */
export function mayHoldVariables({ source }: Policy): boolean {
  return source === undefined || /[$&]\{|\\u/.test(source.value);
}

/** The variables that AWS fills in; what the host fills in (`holes`) is none of them. */
export function variablesOf({ node, value }: Text): readonly Variable[] {
  if (value?.includes("${") !== true) return [];
  const holes = node.kind === "string" ? node.holes : [];
  const found: Variable[] = [];
  for (let at = value.indexOf("${"); at >= 0; at = value.indexOf("${", at + 2)) {
    const start = at;
    if (holes.some((hole) => hole.start <= start && start < hole.end)) continue;
    const close = value.indexOf("}", start);
    const closed = close >= 0;
    const inner = value.slice(start + 2, closed ? close : value.length);
    const comma = inner.indexOf(",");
    found.push({
      start,
      end: closed ? close + 1 : value.length,
      inner,
      key: comma < 0 ? inner : inner.slice(0, comma),
      fallback: comma < 0 ? undefined : inner.slice(comma + 1).trim(),
      closed,
    });
  }
  return found;
}

/** Whether a deployment tool fills it in before AWS sees it. */
export function isOfTool({ key }: Variable): boolean {
  return key.includes(":") && !isVariableName(key);
}

/** Whether AWS fills it in, rather than a deployment tool before it. */
export function isPolicyVariable({ key }: Variable): boolean {
  return isVariableName(key);
}
