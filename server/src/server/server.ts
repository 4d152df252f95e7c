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
import { type PageRequest } from "../features/code-lens.js";
import { fixAllKind, semanticTokenTypes } from "../features/kinds.js";
import { type Status } from "../features/status.js";
import { type CheckOptions } from "../rules/check.js";
import { type PolicyTypeChoice, type Settings } from "../schema/settings.js";
import { message } from "../text/message.js";
import { type OpenDocuments, type ReadChoices } from "./documents.js";
import { type Engine, type ServerHost } from "./host.js";

/** What a document was recognized as, for an editor's status item. */
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

/** What the client said of itself. */
interface ClientState {
  readonly client: ClientCapabilities;
  readonly options: InitializationOptions;
}

/** What there is from the first question about a text on. */
interface Session {
  readonly engine: Engine;
  readonly documents: OpenDocuments;
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
  let state: ClientState = { client: {}, options: {} };
  let session: Promise<Session> | undefined;
  const sessionTypes = new Map<string, PolicyTypeChoice>();

  const startSession = async (): Promise<Session> => {
    const engine = await host.loadEngine();
    const documents = engine.openDocuments(
      () => host.readHclWasm(state.options.wasmFolder),
      (fault) => {
        log("Could not load the Terraform reader", fault);
      },
    );
    const { settings } = engine.readSettings(state.options.settings ?? {});
    return { engine, documents, settings, check: checkOptions(engine, settings, log) };
  };
  const openSession = async (): Promise<Session> => await (session ??= startSession());

  /** Gives the answer for an open document, or the empty answer where it is gone or a fault occurs. */
  const answer = async <T>(
    request: string,
    uri: string,
    empty: T,
    of: (document: BYOBDocument, session: Session) => T,
  ): Promise<T> => {
    try {
      const open = await openSession();
      const source = texts.get(uri);
      if (source === undefined) return empty;
      const choices = readChoices(open, uri, sessionTypes.get(uri));
      return of(await open.documents.get(source, choices), open);
    } catch (fault) {
      log(`${request} for ${uri} failed`, fault);
      return empty;
    }
  };

  const publish = async (uri: string): Promise<void> => {
    if (pulls(state.client)) return;
    const found = await answer("publishDiagnostics", uri, [], diagnosticsOf);
    await connection.sendDiagnostics({ uri, diagnostics: found });
  };

  const diagnosticsOf = (
    document: BYOBDocument,
    { engine, check }: Session,
  ): ReturnType<Engine["diagnostics"]> =>
    engine.diagnostics(document, check, {
      relatedInformation: state.client.textDocument?.publishDiagnostics?.relatedInformation ?? true,
      editorReports: editorReports(document, state.options),
    });

  const applySettings = async (given: unknown): Promise<void> => {
    const open = await openSession();
    const { settings, refused } = open.engine.readSettings(given);
    if (refused.length > 0) {
      connection.console.warn(
        `These settings are invalid and keep their defaults: ${refused.join(", ")}`,
      );
    }
    open.settings = settings;
    open.check = checkOptions(open.engine, settings, log);
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

  const tellUnread = (fault: unknown): void => {
    log("Could not read the settings", fault);
  };

  connection.onInitialize((parameters): InitializeResult => {
    state = clientState(parameters);
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
    await openSession().catch((fault: unknown) => {
      log("Could not load the engine", fault);
    });
    await fetchSettings().catch(tellUnread);
  });

  connection.onDidChangeConfiguration(async ({ settings }) => {
    const isAsked = state.client.workspace?.configuration === true;
    await (isAsked ? fetchSettings() : applySettings(sectionOf(settings))).catch(tellUnread);
  });

  texts.onDidChangeContent(({ document }) => publish(document.uri));
  texts.onDidClose(async ({ document }) => {
    const open = await session?.catch(() => undefined);
    open?.documents.forget(document.uri);
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
    answer("codeAction", textDocument.uri, [], (document, { engine, check }) =>
      engine.codeActions(document, range, context.only, check, {
        documentChanges: state.client.workspace?.workspaceEdit?.documentChanges ?? false,
        clientCommands: state.options.clientCommands ?? false,
      }),
    ),
  );
  connection.onHover(({ textDocument, position }) =>
    answer("hover", textDocument.uri, null, (document, { engine, check }) =>
      engine.hover(document, position, check.profile, host.now()),
    ),
  );
  connection.onCompletion(({ textDocument, position }) =>
    answer("completion", textDocument.uri, [], (document, { engine, check }) =>
      engine.completion(document, position, {
        profile: check.profile,
        snippets: state.client.textDocument?.completion?.completionItem?.snippetSupport ?? false,
      }),
    ),
  );
  connection.onDocumentSymbol(({ textDocument }) =>
    answer("documentSymbol", textDocument.uri, [], (document, { engine }) =>
      engine.documentSymbols(document),
    ),
  );
  connection.onDocumentLinks(({ textDocument }) =>
    answer("documentLink", textDocument.uri, [], (document, { engine }) =>
      engine.documentLinks(document),
    ),
  );
  connection.onSelectionRanges(({ textDocument, positions }) =>
    answer<SelectionRange[] | null>(
      "selectionRange",
      textDocument.uri,
      null,
      (document, { engine }) => engine.selectionRanges(document, positions),
    ),
  );
  connection.onFoldingRanges(({ textDocument }) =>
    answer("foldingRange", textDocument.uri, [], (document, { engine }) =>
      engine.foldingRanges(document),
    ),
  );
  connection.onCodeLens(({ textDocument }) =>
    answer("codeLens", textDocument.uri, [], (document, { engine, check }) =>
      state.options.clientCommands === true ? engine.codeLenses(document, check.profile) : [],
    ),
  );
  connection.languages.semanticTokens.on(({ textDocument }) =>
    answer("semanticTokens", textDocument.uri, { data: [] }, (document, { engine }) =>
      engine.semanticTokens(document),
    ),
  );
  connection.onRequest(pageRequest, (request) =>
    answer<string | null>(
      "page",
      request.uri,
      null,
      (document, { engine, check }) => engine.page(document, request, check.profile) ?? null,
    ),
  );
  connection.onRequest(policyTypeRequest, async ({ uri, type }) => {
    const { engine } = await openSession();
    const choice = engine.policyTypeChoices.find((each) => each === type);
    if (choice === undefined) sessionTypes.delete(uri);
    else sessionTypes.set(uri, choice);
    await askAnew();
    return null;
  });
  connection.onRequest(secretsRequest, ({ uri }) =>
    answer<readonly Range[]>("secrets", uri, [], (document, { engine }) =>
      engine.secretRanges(document),
    ),
  );
  connection.onRequest(statusRequest, ({ uri }) =>
    answer<Status>("status", uri, { parts: [], notice: undefined }, (document, { engine }) =>
      engine.status(document),
    ),
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

function clientState({
  capabilities: client,
  initializationOptions,
}: Pick<InitializeParams, "capabilities" | "initializationOptions">): ClientState {
  const given: unknown = initializationOptions;
  const options: InitializationOptions = typeof given === "object" && given !== null ? given : {};
  return { client, options };
}

function checkOptions(
  { profileOf }: Engine,
  settings: Settings,
  log: (what: string, fault: unknown) => void,
): CheckOptions {
  return {
    profile: profileOf(settings),
    severities: settings.rules,
    onFault: (rule, fault) => {
      log(`Rule ${rule} failed`, fault);
    },
  };
}

/** How a text is read: a type that was chosen for the session goes before the settings. */
function readChoices(
  { engine, settings: { addressKeys, policyTypes } }: Session,
  uri: string,
  chosen: PolicyTypeChoice | undefined,
): ReadChoices {
  if (chosen !== undefined) {
    const policyType = chosen === "auto" ? undefined : chosen;
    return { addressKeys, policyType, policyReason: chosenHere };
  }
  const policyType = engine.chosenPolicyType(uri, policyTypes);
  return { addressKeys, policyType, policyReason: setBySettings };
}

const chosenHere = message("The policy type is set until the editor closes.");
const setBySettings = message("The policy type is set by byob.policyTypes.");

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
