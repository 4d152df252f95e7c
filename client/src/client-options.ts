import { Uri, type ExtensionContext } from "vscode";
import { type LanguageClientOptions } from "vscode-languageclient";
import { type InitializationOptions } from "../../server/src/protocol/messages.js";
import { schemaFileNames } from "./manifest.js";

/** The languages whose documents the server reads. */
const languages = [
  "json",
  "jsonc",
  "dotenv",
  "shellscript",
  "dockerfile",
  "dockercompose",
  "yaml",
  "helm",
  "terraform",
  "terraform-vars",
  "hcl",
  "toml",
  "properties",
  "ini",
  "xml",
  "markdown",
  "plaintext",
];

/** Files that have no language of their own in a plain VS Code. */
const patterns = ["**/.env", "**/.env.*", "**/*.env", "**/*.tf", "**/*.tfvars", "**/*.hcl"];

/** What the server has to know of this editor; the same in every host. */
export function clientOptions(context: ExtensionContext): LanguageClientOptions {
  return {
    // Any scheme: files of a virtual workspace and untitled texts are checked as well.
    documentSelector: [
      ...languages.map((language) => ({ language })),
      ...patterns.map((pattern) => ({ pattern })),
    ],
    initializationOptions: {
      // In JSON with comments an editor accepts what the clouds refuse, so there the server tells it.
      jsonSyntaxLanguages: ["json"],
      clientCommands: true,
      schemaFileNames: schemaFileNames(context.extension.packageJSON),
      wasmFolder: Uri.joinPath(context.extensionUri, "dist").toString(true),
    } satisfies InitializationOptions,
    markdown: { isTrusted: false, supportHtml: false },
  };
}
