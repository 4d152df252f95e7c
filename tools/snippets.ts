import {
  templates,
  type Blank,
  type Template,
} from "../server/src/catalog/installation/templates.js";

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

/** Marks a blank in a text that is still to be printed as JSON; no configuration holds these. */
const open = "\uE000";
const close = "\uE001";

/** The languages that snippets are contributed for, each with the file that holds them. */
export const snippetFiles: readonly {
  readonly languages: readonly string[];
  readonly path: string;
}[] = [
  { languages: ["json", "jsonc"], path: "snippets/json.code-snippets" },
  { languages: ["plaintext"], path: "snippets/plaintext.code-snippets" },
  { languages: ["dotenv", "properties"], path: "snippets/dotenv.code-snippets" },
  { languages: ["shellscript"], path: "snippets/shell.code-snippets" },
  { languages: ["yaml", "dockercompose"], path: "snippets/yaml.code-snippets" },
];

/** How each language writes an address that a setting holds. */
const hosts: Readonly<Record<string, (setting: string, address: string) => string>> = {
  plaintext: (_setting, address) => address,
  dotenv: (setting, address) => `${setting}=${address}`,
  shell: (setting, address) => `export ${setting}="${address}"`,
  yaml: (setting, address) => `${setting}: "${address}"`,
};

/** Every snippet file's text, by its path. */
export function snippetTexts(): ReadonlyMap<string, string> {
  return new Map(
    snippetFiles.map(({ path }) => {
      const host = path.slice("snippets/".length).split(".", 1)[0] ?? "";
      const form = host === "json" ? "json" : "address";
      const entries = templates
        .filter((template) => template.form === form)
        .map((template) => [template.name, toSnippet(template, host)] as const);
      return [path, `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`];
    }),
  );
}

function toSnippet(template: Template, host: string): Snippet {
  const numbers = new Map<string, number>();
  const body = template.body((blank) => mark(blank, numbers));
  const text =
    typeof body === "string"
      ? (hosts[host]?.(template.setting ?? "BUCKET", body) ?? body)
      : JSON.stringify(body, null, 2);
  return {
    prefix: template.prefix,
    description: template.description,
    body: toSnippetSyntax(text).split("\n"),
  };
}

/** The first time a blank is met it is spelled out; after that its number repeats its value. */
function mark({ name, choices }: Blank, numbers: Map<string, number>): string {
  const known = numbers.get(name);
  if (known !== undefined) return `${open}${String(known)}${close}`;
  const number = numbers.size + 1;
  numbers.set(name, number);
  const escape = (text: string): string => text.replaceAll(/[\\$}]/g, "\\$&");
  const tabStop =
    choices === undefined
      ? `${String(number)}:${escape(name)}`
      : `${String(number)}|${choices.map((choice) => choice.replaceAll(/[\\,|]/g, "\\$&")).join(",")}|`;
  return `${open}${tabStop}${close}`;
}

function toSnippetSyntax(text: string): string {
  return text
    .split(new RegExp(`${open}|${close}`))
    .map((piece, index) => (index % 2 === 1 ? `\${${piece}}` : piece.replaceAll(/[\\$]/g, "\\$&")))
    .join("");
}
