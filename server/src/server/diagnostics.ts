import { DocumentDiagnosticReportKind } from "vscode-languageserver";
import { type BYOBDocument } from "../documents/document.js";
import { settingsNotification } from "../protocol/messages.js";
import { answer, type Asked, type Context } from "./context.js";
import { type Engine } from "./host.js";

type Diagnostics = ReturnType<Engine["diagnostics"]>;

/** Answers a client that pulls diagnostics, and sends them to one that does not. */
export function serveDiagnostics(context: Context): void {
  const { connection, texts, policyTypes, folders, currentSession } = context;
  connection.languages.diagnostics.on(async ({ textDocument }) => ({
    kind: DocumentDiagnosticReportKind.Full,
    items: await diagnosticsOf(context, "diagnostics", textDocument.uri),
  }));
  texts.onDidChangeContent(({ document }) => publish(context, document.uri));
  texts.onDidClose(async ({ document: { uri } }) => {
    const session = await currentSession();
    session?.documents.forget(uri);
    folders.forget(uri);
    // A text without a file has no life after it, and its name is given to the next one.
    if (uri.startsWith("untitled:")) policyTypes.delete(uri);
    if (!isPulling(context)) await connection.sendDiagnostics({ uri, diagnostics: [] });
  });
  folders.onChange = () => {
    void refreshDiagnostics(context).catch((fault: unknown) => {
      context.log("Could not refresh the diagnostics", fault);
    });
  };
}

/** Has the client ask for everything again that depends on settings. */
export async function askAnew(context: Context): Promise<void> {
  if (context.client.options.clientCommands === true) {
    await context.connection.sendNotification(settingsNotification);
  }
  await refreshDiagnostics(context);
}

async function refreshDiagnostics(context: Context): Promise<void> {
  const { client, connection, texts } = context;
  if (!isPulling(context)) {
    await Promise.all(texts.keys().map((uri) => publish(context, uri)));
  } else if (client.capabilities.workspace?.diagnostics?.refreshSupport === true) {
    await connection.languages.diagnostics.refresh();
  }
}

async function publish(context: Context, uri: string): Promise<void> {
  if (isPulling(context)) return;
  const diagnostics = await diagnosticsOf(context, "publishDiagnostics", uri);
  await context.connection.sendDiagnostics({ uri, diagnostics });
}

async function diagnosticsOf(context: Context, request: string, uri: string): Promise<Diagnostics> {
  const { capabilities } = context.client;
  const empty: Diagnostics = [];
  return await answer(context, request, uri, empty, (document, { engine, check }: Asked) =>
    engine.diagnostics(document, check, {
      relatedInformation: capabilities.textDocument?.publishDiagnostics?.relatedInformation ?? true,
      editorReports: editorReports(document, context),
    }),
  );
}

function isPulling({ client }: Context): boolean {
  return client.capabilities.textDocument?.diagnostic !== undefined;
}

function editorReports(
  { uri, source }: BYOBDocument,
  { client }: Context,
): readonly ("json-syntax" | "json-shape")[] {
  const { jsonSyntaxLanguages = [], schemaFileNames = [] } = client.options;
  if (!jsonSyntaxLanguages.includes(source.languageId)) return [];
  return schemaFileNames.some((name) => uri.endsWith(name))
    ? ["json-syntax", "json-shape"]
    : ["json-syntax"];
}
