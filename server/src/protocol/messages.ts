/** What this project's client and server say to each other besides LSP, declared once for both. */
import { NotificationType0, RequestType } from "vscode-languageserver-protocol";
import { type Range } from "vscode-languageserver-types";
import { type PageRequest } from "./commands.js";

/** What a document was recognized as, and why. */
export interface Status {
  readonly parts: readonly {
    readonly kind: string;
    readonly detail?: string | undefined;
    readonly reason: string;
    readonly range: Range;
  }[];
  readonly notice?: "too-large" | "reader-missing" | undefined;
}

/** What the client's manifest already does, so that nothing is said twice. */
export interface InitializationOptions {
  /** The editor reports JSON syntax itself, for documents of these languages. */
  readonly jsonSyntaxLanguages?: readonly string[];
  /** The editor's JSON schemas report shape, for documents whose file name ends so. */
  readonly schemaFileNames?: readonly string[];
  /** The client knows this project's own commands, so that lenses and actions may end in them. */
  readonly clientCommands?: boolean;
  readonly settings?: unknown;
  /** The URL of the folder with the WebAssembly, for a server that has no files. */
  readonly wasmFolder?: string;
}

/** What a document was recognized as, for an editor's status item. */
export const statusRequest = new RequestType<{ readonly uri: string }, Status, undefined>(
  "byob/status",
);

/** The page behind a lens, as Markdown; null where its part is gone. */
export const pageRequest = new RequestType<PageRequest, string | null, undefined>("byob/page");

/** A type that the user gives to a file's policies until the server ends; null takes it back. */
export const policyTypeRequest = new RequestType<
  { readonly uri: string; readonly type: string | null },
  null,
  undefined
>("byob/setPolicyType");

/** Where secrets are, for a client that hides them on screen. */
export const secretsRequest = new RequestType<
  { readonly uri: string },
  readonly Range[],
  undefined
>("byob/secrets");

/** Told to this project's own client when settings are in force, so that it asks anew. */
export const settingsNotification = new NotificationType0("byob/settingsApplied");
