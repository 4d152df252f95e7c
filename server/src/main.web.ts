import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
} from "vscode-languageserver/browser";
import * as engine from "./server/engine.js";
import { serve } from "./server/server.js";
import { fetchHclWasm } from "./server/hcl-web.js";
import { version } from "./server/version.js";

/** What a Web Worker's global offers; the DOM's types are not among this project's. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

serve(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), {
  version,
  now: Date.now,
  loadEngine: () => Promise.resolve(engine),
  readHclWasm: fetchHclWasm,
});
