import { readDotenvParts } from "./dotenv.js";
import { type Format } from "./format.js";
import { type Host, type ReadText } from "./host.js";
import { readJsonParts } from "./json.js";
import { readMarkdownParts } from "./markdown.js";
import { formatOfText } from "./nested.js";
import { readPlainParts } from "./plain.js";
import { readPropertiesParts } from "./properties.js";
import { readShellParts } from "./shell.js";
import { readTerraformParts } from "./terraform/terraform.js";
import { readTomlParts } from "./toml.js";
import { readXmlParts } from "./xml.js";
import { readYamlParts } from "./yaml.js";

const nothing: Host = () => [];

/** Who finds the parts of a text, by its format. */
const hosts: Readonly<Record<Format, Host>> = {
  none: nothing,
  plain: readPlainParts,
  dotenv: readDotenvParts,
  shell: readShellParts,
  compose: readYamlParts,
  kubernetes: readYamlParts,
  helm: readYamlParts,
  yaml: readYamlParts,
  json: readJsonParts,
  terraform: readTerraformParts,
  toml: readTomlParts,
  properties: readPropertiesParts,
  xml: readXmlParts,
  markdown: readMarkdownParts,
};

/** Deeper nesting (a policy in a string in a here-document in a fence in a string) is not meant. */
const deepest = 4;

/** Finds the parts of a text: of a document, or of one that stands in another. */
export const readText: ReadText = (source, { format, holes = [] }, context) => {
  if (context.depth > deepest) return [];
  const inner = { ...context, holes, depth: context.depth + 1 };
  return hosts[format ?? formatOfText(source)](source, inner);
};
