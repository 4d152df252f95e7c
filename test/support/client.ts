import { spawn } from "node:child_process";
import { PassThrough } from "node:stream";
import {
  CodeActionRequest,
  CompletionRequest,
  DiagnosticRefreshRequest,
  createProtocolConnection,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  DocumentSymbolRequest,
  ExitNotification,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  LogMessageNotification,
  PublishDiagnosticsNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type CodeAction,
  type CompletionItem,
  type Diagnostic,
  type DocumentSymbol,
  type Hover,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
} from "vscode-languageserver-protocol/node";
import { createConnection } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import * as engine from "../../server/src/server/engine.js";
import { type ServerHost } from "../../server/src/server/host.js";
import { serve } from "../../server/src/server/server.js";
import { readHclWasm } from "./readers.js";

/** An editor, reduced to what a test asks of it. */
export interface TestClient {
  readonly initialized: InitializeResult;
  readonly log: readonly string[];
  open(uri: string, languageId: string, text: string): Promise<void>;
  change(uri: string, text: string): Promise<void>;
  /** Types a text at an offset, as an incremental change. */
  type(uri: string, offset: number, text: string): Promise<void>;
  close(uri: string): Promise<void>;
  text(uri: string): string;
  diagnostics(uri: string): Promise<readonly Diagnostic[]>;
  /** The next diagnostics that the server pushes. */
  pushed(): Promise<PublishDiagnosticsParams>;
  /** The next time that the server asks for its diagnostics to be pulled again. */
  refreshed(): Promise<true>;
  codeActions(uri: string, range: Range, only?: readonly string[]): Promise<readonly CodeAction[]>;
  hover(uri: string, position: Position): Promise<Hover | null>;
  completion(uri: string, position: Position): Promise<readonly CompletionItem[]>;
  symbols(uri: string): Promise<readonly DocumentSymbol[]>;
  request(method: string, parameters: unknown): Promise<unknown>;
  configure(settings: unknown): Promise<void>;
  /** Applies an action's edits to the open texts. */
  apply(action: CodeAction): Promise<void>;
  stop(): Promise<void>;
}

interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** The time that a server in this process sees. */
  readonly now?: number;
  /** How a server in this process loads what works on texts. */
  readonly loadEngine?: ServerHost["loadEngine"];
}

export const pullCapabilities: ClientCapabilities = {
  textDocument: { diagnostic: {}, completion: { completionItem: { snippetSupport: true } } },
  workspace: { workspaceEdit: { documentChanges: true } },
};

/** A client of a server that runs in this process, over two streams. */
export async function connectInProcess(options: ClientOptions = {}): Promise<TestClient> {
  const { now = Date.parse("2026-10-01"), loadEngine = () => Promise.resolve(engine) } = options;
  const up = new PassThrough();
  const down = new PassThrough();
  const server = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
  serve(server, {
    version: "test",
    now: () => now,
    loadEngine,
    readHclWasm,
  });
  const client = createProtocolConnection(
    new StreamMessageReader(down),
    new StreamMessageWriter(up),
  );
  return await start(client, options, () => {
    server.dispose();
    up.destroy();
    down.destroy();
  });
}

/** A client of the built server, over the standard streams of a process of its own. */
export async function connectToProcess(
  command: string,
  parameters: readonly string[],
  options: ClientOptions = {},
): Promise<TestClient> {
  const child = spawn(command, [...parameters], { stdio: ["pipe", "pipe", "inherit"] });
  const client = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  return await start(client, options, () => {
    child.kill();
  });
}

async function start(
  connection: ProtocolConnection,
  { capabilities = pullCapabilities, initializationOptions }: ClientOptions,
  dispose: () => void,
): Promise<TestClient> {
  const texts = new Map<string, TextDocument>();
  const log: string[] = [];
  const pushes = createQueue<PublishDiagnosticsParams>();
  const refreshes = createQueue<true>();
  connection.onNotification(LogMessageNotification.type, ({ message }) => {
    log.push(message);
  });
  connection.onNotification(PublishDiagnosticsNotification.type, (pushed) => {
    pushes.put(pushed);
  });
  connection.onRequest(DiagnosticRefreshRequest.type, () => {
    refreshes.put(true);
  });
  connection.listen();
  const initialized = await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- The protocol still requires it.
    rootUri: null,
    capabilities,
    initializationOptions,
  });
  await connection.sendNotification(InitializedNotification.type, {});

  const textOf = (uri: string): TextDocument => {
    const text = texts.get(uri);
    if (text === undefined) throw new Error(`${uri} is not open`);
    return text;
  };
  const replace = async (uri: string, text: string): Promise<void> => {
    const version = textOf(uri).version + 1;
    texts.set(uri, TextDocument.create(uri, textOf(uri).languageId, version, text));
    await connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
  };

  return {
    initialized,
    log,
    open: async (uri, languageId, text) => {
      texts.set(uri, TextDocument.create(uri, languageId, 1, text));
      await connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId, version: 1, text },
      });
    },
    change: replace,
    type: async (uri, offset, text) => {
      const old = textOf(uri);
      const position = old.positionAt(offset);
      const version = old.version + 1;
      const whole = old.getText();
      texts.set(
        uri,
        TextDocument.create(
          uri,
          old.languageId,
          version,
          whole.slice(0, offset) + text + whole.slice(offset),
        ),
      );
      await connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version },
        contentChanges: [{ range: { start: position, end: position }, text }],
      });
    },
    close: async (uri) => {
      texts.delete(uri);
      await connection.sendNotification(DidCloseTextDocumentNotification.type, {
        textDocument: { uri },
      });
    },
    text: (uri) => textOf(uri).getText(),
    diagnostics: async (uri) => {
      const report = await connection.sendRequest(DocumentDiagnosticRequest.type, {
        textDocument: { uri },
      });
      return report.kind === "full" ? report.items : [];
    },
    pushed: pushes.take,
    refreshed: refreshes.take,
    codeActions: async (uri, range, only) => {
      const actions = await connection.sendRequest(CodeActionRequest.type, {
        textDocument: { uri },
        range,
        context: { diagnostics: [], ...(only === undefined ? {} : { only: [...only] }) },
      });
      return (actions ?? []).filter(
        (action): action is CodeAction =>
          !("command" in action && typeof action.command === "string"),
      );
    },
    hover: (uri, position) =>
      connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position }),
    completion: async (uri, position) => {
      const found = await connection.sendRequest(CompletionRequest.type, {
        textDocument: { uri },
        position,
      });
      return Array.isArray(found) ? found : (found?.items ?? []);
    },
    symbols: async (uri) => {
      const found = await connection.sendRequest(DocumentSymbolRequest.type, {
        textDocument: { uri },
      });
      return (found ?? []).filter((symbol): symbol is DocumentSymbol => "range" in symbol);
    },
    request: (method, parameters) => connection.sendRequest(method, parameters),
    configure: (settings) =>
      connection.sendNotification(DidChangeConfigurationNotification.type, { settings }),
    apply: async ({ edit }) => {
      const changes = (edit?.documentChanges ?? []).flatMap((change) =>
        "textDocument" in change
          ? [
              {
                uri: change.textDocument.uri,
                edits: change.edits.filter((each) => "newText" in each),
              },
            ]
          : [],
      );
      const plain = Object.entries(edit?.changes ?? {}).map(([uri, edits]) => ({ uri, edits }));
      for (const { uri, edits } of [...changes, ...plain]) {
        await replace(uri, TextDocument.applyEdits(textOf(uri), edits));
      }
    },
    stop: async () => {
      await connection.sendRequest(ShutdownRequest.type);
      await connection.sendNotification(ExitNotification.type);
      connection.dispose();
      dispose();
    },
  };
}

/** What arrives, in order, for whoever asks for it before or after. */
function createQueue<T>(): { put: (item: T) => void; take: () => Promise<T> } {
  const arrived: T[] = [];
  const waiting: ((item: T) => void)[] = [];
  return {
    put: (item) => {
      const next = waiting.shift();
      if (next === undefined) arrived.push(item);
      else next(item);
    },
    take: () =>
      arrived.length > 0
        ? Promise.resolve(arrived.shift() as T)
        : new Promise((resolve) => waiting.push(resolve)),
  };
}
