import { type HostFormat } from "../model/address/address.js";

/** The host formats a document can have; `none` has nothing for us. */
export type Format = HostFormat | "xml" | "none";

const formatByLanguage: Readonly<Record<string, Format>> = {
  json: "json",
  jsonc: "json",
  dotenv: "dotenv",
  env: "dotenv",
  shellscript: "shell",
  dockerfile: "shell",
  dockercompose: "compose",
  yaml: "yaml",
  helm: "helm",
  terraform: "terraform",
  "terraform-vars": "terraform",
  hcl: "terraform",
  tf: "terraform",
  tfvars: "terraform",
  toml: "toml",
  properties: "properties",
  ini: "properties",
  xml: "xml",
  markdown: "markdown",
  mdx: "markdown",
  plaintext: "plain",
};

const formatByExtension: Readonly<Record<string, Format>> = {
  json: "json",
  jsonc: "json",
  env: "dotenv",
  sh: "shell",
  bash: "shell",
  zsh: "shell",
  yaml: "yaml",
  yml: "yaml",
  tf: "terraform",
  tfvars: "terraform",
  hcl: "terraform",
  toml: "toml",
  properties: "properties",
  ini: "properties",
  cfg: "properties",
  conf: "properties",
  xml: "xml",
  md: "markdown",
  mdx: "markdown",
  txt: "plain",
};

/**
 * The format of a document, by its editor's language or, where that says nothing, by its name. A
 * name can be more exact than a language: every compose file is YAML.
 */
export function formatOf(uri: string, languageId: string | undefined): Format {
  const name = fileName(uri).toLowerCase();
  const byName = formatByName(name);
  const byLanguage = languageId === undefined ? undefined : formatByLanguage[languageId];
  if (byName === "dotenv" || (byName === "compose" && byLanguage === "yaml")) return byName;
  return (byLanguage === "plain" ? byName : byLanguage) ?? byName ?? byLanguage ?? "none";
}

/** The last segment of a URI or a path. */
export function fileName(uri: string): string {
  const path = uri.split(/[?#]/, 1)[0] ?? uri;
  return path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
}

/** Endings of files that something is still to be put into, or that are a pattern for another file. */
const patternEnding = /\.(?:tpl|tftpl|tmpl|gotmpl|j2|template|example|sample|dist)$/;

/** Whether a file is a template by its name, so that its placeholders are no fault. */
export function isTemplate(uri: string): boolean {
  return patternEnding.test(fileName(uri).toLowerCase());
}

function formatByName(fullName: string): Format | undefined {
  const name = fullName.replace(patternEnding, "");
  if (name === ".envrc") return "shell";
  if (name === ".env" || name.startsWith(".env.") || name.endsWith(".env")) return "dotenv";
  if (/^(?:docker-)?compose(?:\.[\w.-]+)?\.ya?ml$/.test(name)) return "compose";
  if (/^(?:dockerfile|containerfile)(?:\.|$)/.test(name)) return "shell";
  const dot = name.lastIndexOf(".");
  return dot < 0 ? undefined : formatByExtension[name.slice(dot + 1)];
}
