import { type Source } from "../catalog/source.js";

/** A source as a link, with its date. */
export function cite({ title, url, date }: Source): string {
  return `[${title}](${url}) (${date})`;
}

/** Text of a document as code, which no character of it ends. */
export function code(text: string): string {
  return `\`${text.replaceAll("`", "'")}\``;
}
