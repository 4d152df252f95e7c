const formats = {
  and: new Intl.ListFormat("en", { type: "conjunction" }),
  or: new Intl.ListFormat("en", { type: "disjunction" }),
} as const;

/**
 * `a, b, and c`, as one placeholder of a message: the only place that knows how a language lists
 * things. Of more than `most`, the last ones are counted: `a, b, and 3 more`.
 */
export function formatList(
  items: readonly string[],
  joinedBy: keyof typeof formats = "and",
  most = Infinity,
): string {
  if (items.length <= most) return formats[joinedBy].format(items);
  const shown = items.slice(0, most - 1);
  return formats[joinedBy].format([...shown, `${String(items.length - shown.length)} more`]);
}

/** `"a", "b", and "c"`. */
export function quotedList(
  items: readonly string[],
  joinedBy: keyof typeof formats = "and",
  most = Infinity,
): string {
  const quoted = items.map((item) => `"${item}"`);
  return formatList(quoted, joinedBy, most);
}
