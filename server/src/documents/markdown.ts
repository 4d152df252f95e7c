import { readFences } from "../syntax/markdown.js";
import { type Span } from "../text/span.js";
import { type Format } from "./format.js";
import { type Host } from "./host.js";
import { isTelling } from "./telling.js";

/**
 * A Markdown text: its fenced code, read as what the fence says. Code within a sentence is left alone, as
 * sentences tell of wrong forms as well as of right ones.
 */
export const readMarkdownParts: Host = (source, context) =>
  readFences(source).flatMap(({ language, content }) => {
    const format = formats.get(language);
    if (format === undefined || !isTelling(content.value)) return [];
    return context.readText(content, { format, holes: ellipses(content.value) }, context);
  });

/** `...`, by which an example says that something is left out. */
function ellipses(text: string): readonly Span[] {
  return Array.from(text.matchAll(/\.{3,}|…/g), ({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
}

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
