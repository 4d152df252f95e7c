import { createRequire } from "node:module";
import { join } from "node:path";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { readHclWasm } from "./server/hcl-node.js";
import { type Engine } from "./server/host.js";
import { serve } from "./server/server.js";
import { version } from "./server/version.js";

const load = createRequire(__filename);

serve(createConnection(ProposedFeatures.all), {
  version,
  now: Date.now,
  // A bundle of its own, made of that module: the start does not wait until it is compiled.
  loadEngine: () => Promise.resolve(load(join(__dirname, "engine.cjs")) as Engine),
  readHclWasm: () => readHclWasm(__dirname),
});
