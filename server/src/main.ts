import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { hclLoader } from "./server/hcl-node.js";
import { serve } from "./server/server.js";
import { version } from "./server/version.js";

serve(createConnection(ProposedFeatures.all), {
  version,
  now: Date.now,
  loadHcl: hclLoader(__dirname),
});
