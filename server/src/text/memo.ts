/**
 * Remembers what a pure function gives for a text. A document is judged again with every keystroke, and
 * nearly all of its texts are the same as before. When there are too many, all are forgotten.
 */
export function remember<Result>(
  compute: (text: string) => Result,
  most = 5000,
): (text: string) => Result {
  const known = new Map<string, { readonly result: Result }>();
  return (text) => {
    const entry = known.get(text);
    if (entry !== undefined) return entry.result;
    if (known.size >= most) known.clear();
    const own = detach(text);
    const result = compute(own);
    known.set(own, { result });
    return result;
  };
}

/** The same text, without the document that it was cut from, which it would keep in memory. */
function detach(text: string): string {
  return ` ${text}`.slice(1);
}

/** What is known of objects, kept with each of them. */
export interface Notes<Of extends object, Note> {
  readonly get: (of: Of) => Note | undefined;
  readonly set: (of: Of, note: Note) => void;
}

/**
 * Notes that live and die with their object. In a WeakMap they would hold on to every version of a text
 * until the next full collection, since the quick ones take all that a WeakMap holds for alive.
 */
export function notes<Of extends object, Note>(): Notes<Of, Note> {
  const key = Symbol("note");
  return {
    // A property that only these two functions can name.
    get: (of) => (of as { readonly [key]?: Note })[key],
    set: (of, value) => {
      Object.defineProperty(of, key, { value, writable: true });
    },
  };
}

/** Remembers what a pure function gives for an object, for as long as there is that object. */
export function rememberFor<Of extends object, Result extends object | boolean>(
  compute: (of: Of) => Result,
): (of: Of) => Result {
  const known = notes<Of, Result>();
  return (of) => {
    let result = known.get(of);
    if (result === undefined) {
      result = compute(of);
      known.set(of, result);
    }
    return result;
  };
}
