import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
} from "vscode-languageserver/browser";
import { serve } from "./server/server.js";
import { loadHclFromUrl } from "./server/hcl-web.js";
import { version } from "./server/version.js";

/** What a Web Worker's global offers; the DOM's types are not among this project's. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

serve(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), {
  version,
  now: Date.now,
  loadHcl: loadHclFromUrl,
});
