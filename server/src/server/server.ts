import { TextDocuments, type Connection } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { createContext } from "./context.js";
import { serveDiagnostics } from "./diagnostics.js";
import { type ServerHost } from "./host.js";
import { serveLifecycle } from "./lifecycle.js";
import { serveRequests } from "./requests.js";
import { serveSettings } from "./settings.js";

/** Answers a client until it goes. Every request is guarded: a fault costs its own answer only. */
export function serve(connection: Connection, host: ServerHost): void {
  const texts = new TextDocuments(TextDocument);
  const context = createContext(connection, host, texts);
  serveLifecycle(context);
  serveSettings(context);
  serveDiagnostics(context);
  serveRequests(context);
  texts.listen(connection);
  connection.listen();
}
