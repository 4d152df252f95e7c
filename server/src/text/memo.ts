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
    const result = compute(text);
    known.set(text, { result });
    return result;
  };
}
