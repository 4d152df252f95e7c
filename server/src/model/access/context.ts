/** What a request carries under one condition key. */
export type KeyState =
  | { readonly kind: "values"; readonly values: readonly string[] }
  | { readonly kind: "absent" }
  /** There, with a value that cannot be known. */
  | { readonly kind: "present" }
  /** There, with a value of which the beginning is known. */
  | { readonly kind: "prefix"; readonly prefix: string }
  /** False, or not there. */
  | { readonly kind: "false-or-absent" }
  | { readonly kind: "unknown" };

/** Looks a condition key up, whatever its case. */
export type Lookup = (key: string) => KeyState;

/** A key's value in a request; `null` says that the request does not carry the key. */
export type ContextValue = string | number | boolean | null | readonly string[];
export type RequestContext = Readonly<Record<string, ContextValue>>;

const unknown: KeyState = { kind: "unknown" };
const absent: KeyState = { kind: "absent" };

/** A lookup in the first context that tells of the key; a key that none tells of is `otherwise`. */
export function lookupIn(
  contexts: readonly RequestContext[],
  otherwise: "unknown" | "absent",
): Lookup {
  const states = new Map<string, KeyState>();
  for (const context of contexts) {
    for (const [key, value] of Object.entries(context)) {
      const name = key.toLowerCase();
      if (!states.has(name)) states.set(name, stateOf(value));
    }
  }
  const fallback = otherwise === "absent" ? absent : unknown;
  return (key) => states.get(key.toLowerCase()) ?? fallback;
}

function stateOf(value: ContextValue): KeyState {
  if (value === null) return absent;
  if (typeof value === "object") return { kind: "values", values: value };
  return { kind: "values", values: [String(value)] };
}
