import { CodeActionKind, TextDocumentSyncKind, type InitializeResult } from "vscode-languageserver";
import { fixAllKind, semanticTokenTypes } from "../features/kinds.js";
import { type InitializationOptions } from "../protocol/messages.js";
import { type Context } from "./context.js";
import { startSettings } from "./settings.js";

/** Says what the server can do, and starts what it does once the client is ready. */
export function serveLifecycle(context: Context): void {
  const { connection, client, host } = context;
  connection.onInitialize((parameters): InitializeResult => {
    client.capabilities = parameters.capabilities;
    client.options = optionsIn(parameters.initializationOptions);
    return {
      serverInfo: { name: "byob", version: host.version },
      capabilities: {
        ...capabilities,
        // VS Code folds by itself, and would stop doing so where a server answers.
        foldingRangeProvider: client.options.clientCommands !== true,
      },
    };
  });
  connection.onInitialized(() => startSettings(context));
}

function optionsIn(given: unknown): InitializationOptions {
  return typeof given === "object" && given !== null ? given : {};
}

const capabilities: InitializeResult["capabilities"] = {
  textDocumentSync: TextDocumentSyncKind.Incremental,
  diagnosticProvider: {
    identifier: "byob",
    // Where the word of one file counts for another, the server asks for a refresh.
    interFileDependencies: false,
    workspaceDiagnostics: false,
  },
  hoverProvider: true,
  completionProvider: { triggerCharacters: ['"', ":", "/", "@", "?", "&", "=", "."] },
  codeActionProvider: {
    codeActionKinds: [
      CodeActionKind.QuickFix,
      CodeActionKind.Refactor,
      CodeActionKind.RefactorRewrite,
      fixAllKind,
    ],
  },
  codeLensProvider: {},
  semanticTokensProvider: {
    legend: { tokenTypes: [...semanticTokenTypes], tokenModifiers: [] },
    full: true,
  },
  documentSymbolProvider: true,
  documentLinkProvider: {},
  selectionRangeProvider: true,
};
