import { type Format } from "./format.js";
import { type Host } from "./document.js";
import { readJsonParts } from "./json.js";

const nothing: Host = () => [];

/** Who finds the parts of a text, by its format. */
export const hosts: Readonly<Record<Exclude<Format, "none">, Host>> = {
  plain: nothing,
  dotenv: nothing,
  shell: nothing,
  compose: nothing,
  kubernetes: nothing,
  helm: nothing,
  yaml: nothing,
  json: readJsonParts,
  terraform: nothing,
  toml: nothing,
  properties: nothing,
  xml: nothing,
  markdown: nothing,
};
