import {
  CodeActionKind,
  DidChangeConfigurationNotification,
  DocumentDiagnosticReportKind,
  NotificationType0,
  RequestType,
  TextDocuments,
  TextDocumentSyncKind,
  type ClientCapabilities,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  type Range,
  type SelectionRange,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type BYOBDocument } from "../documents/document.js";
import { chosenPolicyType } from "../documents/policy-choice.js";
import { codeActions, fixAllKind } from "../features/code-actions.js";
import { codeLenses, page, type PageRequest } from "../features/code-lens.js";
import { completion } from "../features/completion.js";
import { diagnostics } from "../features/diagnostics.js";
import { documentLinks } from "../features/document-links.js";
import { documentSymbols } from "../features/document-symbols.js";
import { foldingRanges } from "../features/folding-ranges.js";
import { hover } from "../features/hover.js";
import { selectionRanges } from "../features/selection-ranges.js";
import { secretRanges, semanticTokens, semanticTokenTypes } from "../features/semantic-tokens.js";
import { status, type Status } from "../features/status.js";
import { type CheckOptions } from "../rules/check.js";
import { profileOf } from "../model/profile.js";
import {
  defaultSettings,
  policyTypeChoices,
  readSettings,
  type PolicyTypeChoice,
  type Settings,
} from "../schema/settings.js";
import { message } from "../text/message.js";
import { openDocuments, type ReadChoices, type ServerHost } from "./documents.js";

/** What a document was recognised as, for an editor's status item. */
export const statusRequest = new RequestType<{ readonly uri: string }, Status, undefined>(
  "byob/status",
);

/** The page behind a lens, as Markdown. */
export const pageRequest = new RequestType<PageRequest, string | null, undefined>("byob/page");

/** A type that the user gives to a file's policies until the server ends; null takes it back. */
export const policyTypeRequest = new RequestType<
  { readonly uri: string; readonly type: unknown },
  null,
  undefined
>("byob/setPolicyType");

/** Told to this project's own client when settings are in force, so that it asks anew. */
export const settingsNotification = new NotificationType0("byob/settingsApplied");

/** Where secrets stand, for a client that hides them on screen. */
export const secretsRequest = new RequestType<
  { readonly uri: string },
  readonly Range[],
  undefined
>("byob/secrets");

/** What the client's manifest already does, so that nothing is said twice. */
interface InitializationOptions {
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

interface State {
  readonly client: ClientCapabilities;
  readonly options: InitializationOptions;
  settings: Settings;
  check: CheckOptions;
}

/** Answers a client until it goes. Every request is guarded: a fault costs its own answer only. */
export function serve(connection: Connection, host: ServerHost): void {
  const texts = new TextDocuments(TextDocument);
  const log = (what: string, fault: unknown): void => {
    connection.console.error(
      `${what}: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`,
    );
  };
  let state = initialState({ capabilities: {} });
  const sessionTypes = new Map<string, PolicyTypeChoice>();
  const documents = openDocuments(
    host,
    () => state.options.wasmFolder,
    (fault) => {
      log("The Terraform reader could not be loaded", fault);
    },
  );

  /** Gives the answer for an open document, or the empty answer where it is gone or a fault occurs. */
  const answer = async <T>(
    request: string,
    uri: string,
    empty: T,
    of: (document: BYOBDocument) => T,
  ): Promise<T> => {
    try {
      const source = texts.get(uri);
      return source === undefined
        ? empty
        : of(await documents.get(source, readChoices(uri, state.settings, sessionTypes.get(uri))));
    } catch (fault) {
      log(`${request} of ${uri} failed`, fault);
      return empty;
    }
  };

  const publish = async (uri: string): Promise<void> => {
    if (pulls(state.client)) return;
    const found = await answer("publishDiagnostics", uri, [], diagnosticsOf);
    await connection.sendDiagnostics({ uri, diagnostics: found });
  };

  const diagnosticsOf = (document: BYOBDocument): ReturnType<typeof diagnostics> =>
    diagnostics(document, state.check, {
      relatedInformation: state.client.textDocument?.publishDiagnostics?.relatedInformation ?? true,
      editorReports: editorReports(document, state.options),
    });

  const applySettings = async (given: unknown): Promise<void> => {
    const { settings, refused } = readSettings(given);
    if (refused.length > 0) {
      connection.console.warn(
        `These settings are not understood and keep their defaults: ${refused.join(", ")}`,
      );
    }
    state.settings = settings;
    state.check = checkOptions(settings, log);
    await askAnew();
  };

  /** Has the client ask for everything again that depends on settings. */
  const askAnew = async (): Promise<void> => {
    if (state.options.clientCommands === true) {
      await connection.sendNotification(settingsNotification);
    }
    if (pulls(state.client)) {
      if (state.client.workspace?.diagnostics?.refreshSupport === true) {
        await connection.languages.diagnostics.refresh();
      }
    } else {
      await Promise.all(texts.keys().map(publish));
    }
  };

  const fetchSettings = async (): Promise<void> => {
    if (state.client.workspace?.configuration !== true) return;
    await applySettings(await connection.workspace.getConfiguration("byob"));
  };

  connection.onInitialize((parameters): InitializeResult => {
    state = initialState(parameters);
    state.check = checkOptions(state.settings, log);
    return {
      serverInfo: { name: "byob", version: host.version },
      capabilities: {
        ...capabilities,
        // VS Code folds by itself, and would stop doing so where a server answers.
        foldingRangeProvider: state.options.clientCommands !== true,
      },
    };
  });

  connection.onInitialized(async () => {
    if (state.client.workspace?.didChangeConfiguration?.dynamicRegistration === true) {
      await connection.client.register(DidChangeConfigurationNotification.type, {
        section: "byob",
      });
    }
    await fetchSettings().catch((fault: unknown) => {
      log("The settings could not be read", fault);
    });
  });

  connection.onDidChangeConfiguration(async ({ settings }) => {
    if (state.client.workspace?.configuration === true) await fetchSettings();
    else await applySettings(sectionOf(settings));
  });

  texts.onDidChangeContent(({ document }) => publish(document.uri));
  texts.onDidClose(async ({ document }) => {
    documents.forget(document.uri);
    // A text without a file has no life after it, and its name is given to the next one.
    if (document.uri.startsWith("untitled:")) sessionTypes.delete(document.uri);
    if (!pulls(state.client)) {
      await connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
    }
  });

  connection.languages.diagnostics.on(async ({ textDocument }) => ({
    kind: DocumentDiagnosticReportKind.Full,
    items: await answer("diagnostics", textDocument.uri, [], diagnosticsOf),
  }));
  connection.onCodeAction(({ textDocument, range, context }) =>
    answer("codeAction", textDocument.uri, [], (document) =>
      codeActions(document, range, context.only, state.check, {
        documentChanges: state.client.workspace?.workspaceEdit?.documentChanges ?? false,
        clientCommands: state.options.clientCommands ?? false,
      }),
    ),
  );
  connection.onHover(({ textDocument, position }) =>
    answer("hover", textDocument.uri, null, (document) =>
      hover(document, position, state.check.profile, host.now()),
    ),
  );
  connection.onCompletion(({ textDocument, position }) =>
    answer("completion", textDocument.uri, [], (document) =>
      completion(document, position, {
        profile: state.check.profile,
        snippets: state.client.textDocument?.completion?.completionItem?.snippetSupport ?? false,
      }),
    ),
  );
  connection.onDocumentSymbol(({ textDocument }) =>
    answer("documentSymbol", textDocument.uri, [], documentSymbols),
  );
  connection.onDocumentLinks(({ textDocument }) =>
    answer("documentLink", textDocument.uri, [], documentLinks),
  );
  connection.onSelectionRanges(({ textDocument, positions }) =>
    answer<SelectionRange[] | null>("selectionRange", textDocument.uri, null, (document) =>
      selectionRanges(document, positions),
    ),
  );
  connection.onFoldingRanges(({ textDocument }) =>
    answer("foldingRange", textDocument.uri, [], foldingRanges),
  );
  connection.onCodeLens(({ textDocument }) =>
    answer("codeLens", textDocument.uri, [], (document) =>
      state.options.clientCommands === true ? codeLenses(document, state.check.profile) : [],
    ),
  );
  connection.languages.semanticTokens.on(({ textDocument }) =>
    answer("semanticTokens", textDocument.uri, { data: [] }, semanticTokens),
  );
  connection.onRequest(pageRequest, (request) =>
    answer<string | null>(
      "page",
      request.uri,
      null,
      (document) => page(document, request, state.check.profile) ?? null,
    ),
  );
  connection.onRequest(policyTypeRequest, async ({ uri, type }) => {
    const choice = policyTypeChoices.find((each) => each === type);
    if (choice === undefined) sessionTypes.delete(uri);
    else sessionTypes.set(uri, choice);
    await askAnew();
    return null;
  });
  connection.onRequest(secretsRequest, ({ uri }) =>
    answer<readonly Range[]>("secrets", uri, [], secretRanges),
  );
  connection.onRequest(statusRequest, ({ uri }) =>
    answer<Status>("status", uri, { parts: [], notice: undefined }, status),
  );

  texts.listen(connection);
  connection.listen();
}

const capabilities: InitializeResult["capabilities"] = {
  textDocumentSync: TextDocumentSyncKind.Incremental,
  diagnosticProvider: {
    identifier: "byob",
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

function initialState({
  capabilities: client,
  initializationOptions,
}: Pick<InitializeParams, "capabilities" | "initializationOptions">): State {
  const given: unknown = initializationOptions;
  const options: InitializationOptions = typeof given === "object" && given !== null ? given : {};
  const { settings } = readSettings(options.settings ?? {});
  return { client, options, settings, check: { profile: profileOf(defaultSettings) } };
}

function checkOptions(
  settings: Settings,
  log: (what: string, fault: unknown) => void,
): CheckOptions {
  return {
    profile: profileOf(settings),
    severities: settings.rules,
    onFault: (rule, fault) => {
      log(`The rule ${rule} failed`, fault);
    },
  };
}

/** How a text is read: a type that was chosen for the session goes before the settings. */
function readChoices(
  uri: string,
  { addressKeys, policyTypes }: Settings,
  session: PolicyTypeChoice | undefined,
): ReadChoices {
  if (session !== undefined) {
    const policyType = session === "auto" ? undefined : session;
    return { addressKeys, policyType, policyReason: chosenHere };
  }
  const policyType = chosenPolicyType(uri, policyTypes);
  return { addressKeys, policyType, policyReason: setBySettings };
}

const chosenHere = message("Its type was chosen until the editor closes.");
const setBySettings = message("Its type is set by byob.policyTypes.");

function pulls(client: ClientCapabilities): boolean {
  return client.textDocument?.diagnostic !== undefined;
}

function editorReports(
  { uri, source }: BYOBDocument,
  { jsonSyntaxLanguages = [], schemaFileNames = [] }: InitializationOptions,
): readonly ("json-syntax" | "json-shape")[] {
  if (!jsonSyntaxLanguages.includes(source.languageId)) return [];
  return schemaFileNames.some((name) => uri.endsWith(name))
    ? ["json-syntax", "json-shape"]
    : ["json-syntax"];
}

/** The section `byob` of what a client without `workspace/configuration` pushes. */
function sectionOf(settings: unknown): unknown {
  return typeof settings === "object" && settings !== null && "byob" in settings
    ? settings.byob
    : settings;
}
