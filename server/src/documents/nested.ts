import { type SourceText } from "../text/source-text.js";
import { type Format } from "./format.js";
import { isTelling } from "./prefilter.js";

/** Shorter texts are no document; most strings of a file are shorter. */
const shortest = 12;

/**
 * The format of a text that stands in another one, such as a YAML block, a here-document or a JSON
 * string, by its first characters. Most strings are no document at all.
 */
export function formatOfText(source: SourceText): Format {
  const text = source.value;
  if (text.length < shortest) return "none";
  const start = text.search(/\S/);
  const first = text.charAt(start);
  if ((first === "{" && text.charAt(start + 1) !== "{") || first === "[") {
    return isTelling(text) ? "json" : "none";
  }
  if (first === "<") return text.includes("CORSConfiguration") ? "xml" : "none";
  if (!text.includes("\n")) return "none";
  if (text.startsWith("#!", start)) return isTelling(text) ? "shell" : "none";
  if (/^(?:apiVersion|services|global):/m.test(text)) return isTelling(text) ? "yaml" : "none";
  return holdsSettings(text) ? "dotenv" : "none";
}

/** Whether a text of several lines sets a variable that names an address. */
function holdsSettings(text: string): boolean {
  return /^[ \t]*(?:export[ \t]+)?(?:GORILLA_\w+|BUCKET)[ \t]*=/m.test(text);
}
