import { type Range, type SelectionRange } from "vscode-languageserver";
import { type BYOBDocument } from "../documents/document.js";
import { pageRequest, secretsRequest, statusRequest, type Status } from "../protocol/messages.js";
import { answer, type Asked, type Context } from "./context.js";

/** Answers what is asked about open documents, LSP's requests first, then this project's own. */
export function serveRequests(context: Context): void {
  const { connection, client, host } = context;
  const given = <T>(
    request: string,
    { uri }: { readonly uri: string },
    empty: T,
    of: (document: BYOBDocument, asked: Asked) => T,
  ): Promise<T> => answer(context, request, uri, empty, of);

  connection.onCodeAction(({ textDocument, range, context: { only } }) =>
    given("codeAction", textDocument, [], (document, { engine, check }) =>
      engine.codeActions(document, range, only, check, {
        documentChanges: client.capabilities.workspace?.workspaceEdit?.documentChanges ?? false,
        clientCommands: client.options.clientCommands ?? false,
      }),
    ),
  );
  connection.onHover(({ textDocument, position }) =>
    given("hover", textDocument, null, (document, { engine, check }) =>
      engine.hover(document, position, check.profile, host.now()),
    ),
  );
  connection.onCompletion(({ textDocument, position }) =>
    given("completion", textDocument, [], (document, { engine, check }) =>
      engine.completion(document, position, {
        profile: check.profile,
        snippets:
          client.capabilities.textDocument?.completion?.completionItem?.snippetSupport ?? false,
      }),
    ),
  );
  connection.onDocumentSymbol(({ textDocument }) =>
    given("documentSymbol", textDocument, [], (document, { engine }) =>
      engine.documentSymbols(document),
    ),
  );
  connection.onDocumentLinks(({ textDocument }) =>
    given("documentLink", textDocument, [], (document, { engine }) =>
      engine.documentLinks(document),
    ),
  );
  connection.onSelectionRanges(({ textDocument, positions }) =>
    given<SelectionRange[] | null>("selectionRange", textDocument, null, (document, { engine }) =>
      engine.selectionRanges(document, positions),
    ),
  );
  connection.onFoldingRanges(({ textDocument }) =>
    given("foldingRange", textDocument, [], (document, { engine }) =>
      engine.foldingRanges(document),
    ),
  );
  connection.onCodeLens(({ textDocument }) =>
    given("codeLens", textDocument, [], (document, { engine, check }) =>
      client.options.clientCommands === true ? engine.codeLenses(document, check.profile) : [],
    ),
  );
  connection.languages.semanticTokens.on(({ textDocument }) =>
    given("semanticTokens", textDocument, { data: [] }, (document, { engine }) =>
      engine.semanticTokens(document),
    ),
  );
  connection.onRequest(pageRequest, (request) =>
    given<string | null>("page", request, null, (document, { engine, check }) => {
      const page = engine.page(document, request, check.profile);
      return page ?? null;
    }),
  );
  connection.onRequest(secretsRequest, (request) =>
    given<readonly Range[]>("secrets", request, [], (document, { engine }) =>
      engine.secretRanges(document),
    ),
  );
  connection.onRequest(statusRequest, (request) =>
    given<Status>("status", request, { parts: [] }, (document, { engine }) =>
      engine.status(document),
    ),
  );
}
