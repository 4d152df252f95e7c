import { workspace } from "vscode";
import { fileUri } from "./support/editor.js";
import { runMocha } from "./support/mocha.js";
import { results } from "./support/report.js";
import "./suite/examples.test.js";
import "./suite/fixes.test.js";
import "./suite/neighbours.test.js";
import "./suite/snippets.test.js";

/** What a VS Code under test calls. It runs in the extension host, beside the extension. */
export async function run(): Promise<void> {
  const failed = await runMocha();
  const text = JSON.stringify(results());
  await workspace.fs.writeFile(fileUri("results.json"), new TextEncoder().encode(text));
  if (failed > 0) throw new Error(`${String(failed)} tests failed.`);
}
