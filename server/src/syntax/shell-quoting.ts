import { findPlaceholders } from "./placeholders.js";

/** Text between double quotes. `${NAME}` and what is in `kept` stay expansions; any other `$` is meant. */
export function escapeInDouble(text: string, kept: ReadonlySet<string> = new Set()): string {
  let written = "";
  let offset = 0;
  for (const { span, style } of findPlaceholders(text)) {
    const found = text.slice(span.start, span.end);
    if (!kept.has(found) && (style !== "braces" || !/^\$\{\w+\}$/.test(found))) continue;
    written += text.slice(offset, span.start).replace(/[\\"$`]/g, "\\$&") + found;
    offset = span.end;
  }
  return written + text.slice(offset).replace(/[\\"$`]/g, "\\$&");
}

/** Text between single quotes, where only the quote itself needs another way to be written. */
export function escapeInSingle(text: string): string {
  return text.replaceAll("'", "'\\''");
}

/** Whether a shell takes the text for one word, as it is, without quotes. */
export function isPlainWord(text: string): boolean {
  return /^[\w@%+=:,./-]*$/.test(text);
}

/** A whole word for a text, in the quotes that it needs. */
export function quoteWord(text: string, kept: ReadonlySet<string> = new Set()): string {
  if (text !== "" && isPlainWord(text)) return text;
  const expands = findPlaceholders(text).some(({ span, style }) => {
    const found = text.slice(span.start, span.end);
    return kept.has(found) || (style === "braces" && /^\$\{\w+\}$/.test(found));
  });
  return expands ? `"${escapeInDouble(text, kept)}"` : `'${escapeInSingle(text)}'`;
}
