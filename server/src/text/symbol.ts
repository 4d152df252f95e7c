/**
 * A symbol stands within a text for a part whose characters are not known, though it is known what it
 * is: the name that a bucket gets elsewhere. It equals itself only. It is written between two
 * characters that no configuration holds, and shown as an interpolation.
 */
export function symbolOf(name: string): string {
  return `${open}${name}${close}`;
}

export function holdsSymbol(text: string): boolean {
  return text.includes(open);
}

/** Whether two names cannot be the same: a symbol may stand for any that is written out. */
export function areDifferent(one: string, other: string): boolean {
  if (one === other || holdsSymbol(one) !== holdsSymbol(other)) return false;
  return !isLookup(one) && !isLookup(other);
}

/** Whether a symbol is of what is only looked up, so that it may be one of the others. */
export function isLookup(name: string): boolean {
  return name.startsWith(`${open}data.`);
}

/** A text as a user sees it, with symbols as interpolations: `arn:aws:s3:::${Runs}`. */
export function showSymbols(text: string): string {
  return holdsSymbol(text) ? text.replaceAll(open, "${").replaceAll(close, "}") : text;
}

/** The first and the last of the characters that Unicode leaves to private use. */
const [open, close] = ["\ue000", "\uf8ff"];
