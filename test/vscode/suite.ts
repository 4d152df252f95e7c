import { workspace } from "vscode";
import { fileUri } from "./support/editor.js";
import { thisExtension } from "./support/extension.js";
import { runMocha } from "./support/mocha.js";
import { results, write } from "./support/report.js";
import { settled } from "./support/settled.js";
import "./suite/addresses.test.js";
import "./suite/examples.test.js";
import "./suite/fixes.test.js";
import "./suite/hosts.test.js";
import "./suite/lenses.test.js";
import "./suite/neighbours.test.js";
import "./suite/policy-type.test.js";
import "./suite/secrets.test.js";
import "./suite/snippets.test.js";
import "./suite/status.test.js";

/** What a VS Code under test calls. It runs in the extension host, beside the extension. */
export async function run(): Promise<void> {
  await start();
  const failed = await runMocha();
  const text = JSON.stringify(results());
  await workspace.fs.writeFile(fileUri("results.json"), new TextEncoder().encode(text));
  if (failed > 0) throw new Error(`${String(failed)} tests failed.`);
}

/** Where nothing is found at all, every test would only wait in vain. */
async function start(): Promise<void> {
  try {
    await thisExtension().activate();
    await settled();
  } catch (error) {
    write(`The extension does not start: ${String(error)}`);
    throw error;
  }
}
