import { readFences } from "../syntax/markdown.js";
import { type Span } from "../text/span.js";
import { type Format } from "./format.js";
import { type Host } from "./host.js";
import { isTelling } from "./prefilter.js";

/**
 * A Markdown text: its fenced code, read as what the fence says. Code within a sentence is left alone, as
 * sentences tell of wrong forms as well as of right ones.
 */
export const readMarkdownParts: Host = (source, context) =>
  readFences(source).flatMap(({ language, content }) => {
    const format = formats.get(language);
    if (format === undefined || !isTelling(content.value)) return [];
    const holes = [...ellipses(content.value), ...words(content.value)];
    return context.readText(content, { format, holes }, context);
  });

/** `...`, by which an example says that something is left out. */
function ellipses(text: string): readonly Span[] {
  return Array.from(text.matchAll(/(?:#[ \t]*)?(?:\.{3,}|…)/g), ({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
}

/**
 * Words for what the reader has to put there, as AWS's pages have them: `arn:aws:iam::ACCOUNT-ID:root`,
 * `"AWS": "AccountB-ID"`.
 */
function words(text: string): readonly Span[] {
  const found: Span[] = [];
  for (const { index, 0: arn } of text.matchAll(/\barn:[\w-]*:[\w-]*:[\w-]*:[\w-]*:/g)) {
    let start = index;
    for (const field of arn.split(":")) {
      if (fieldWord.test(field)) found.push({ start, end: start + field.length });
      start += field.length + 1;
    }
  }
  for (const { index, 0: element } of text.matchAll(namingElement)) {
    for (const { index: at, 0: name } of element.matchAll(describingWords)) {
      found.push({ start: index + at, end: index + at + name.length });
    }
  }
  return found;
}

/** A field of an ARN that says which field it is. */
const fieldWord = /^(?:partition|service|region|[\w-]*acc(?:oun)?t[\w-]*)$/i;

const namingElement = /"(?:AWS|Resource)"\s*:\s*(?:\[[^\]]{0,1000}\]|"[^"\n]{0,200}")/g;

/** A string that says what belongs there. */
const describingWords = /(?<=")[^":\n]{0,100}(?:acc(?:oun)?t|\bARN)[^":\n]{0,100}(?=")/gi;

const formats: ReadonlyMap<string, Format> = new Map<string, Format>([
  ["", "plain"],
  ["text", "plain"],
  ["txt", "plain"],
  ["plaintext", "plain"],
  ["json", "json"],
  ["jsonc", "json"],
  ["json5", "json"],
  ["yaml", "yaml"],
  ["yml", "yaml"],
  ["helm", "yaml"],
  ["sh", "shell"],
  ["bash", "shell"],
  ["shell", "shell"],
  ["shellscript", "shell"],
  ["zsh", "shell"],
  ["console", "shell"],
  ["shell-session", "shell"],
  ["dockerfile", "shell"],
  ["hcl", "terraform"],
  ["terraform", "terraform"],
  ["tf", "terraform"],
  ["tfvars", "terraform"],
  ["dotenv", "dotenv"],
  ["env", "dotenv"],
  ["ini", "properties"],
  ["properties", "properties"],
  ["toml", "toml"],
  ["xml", "xml"],
]);
