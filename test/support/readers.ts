import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { type Readers } from "../../server/src/documents/document.js";
import { createHclReader, type HclReader } from "../../server/src/syntax/hcl.js";

const require = createRequire(import.meta.url);
let loaded: Promise<HclReader> | undefined;

/** The reader of Terraform files, as a host loads it. */
export function loadHcl(): Promise<HclReader> {
  loaded ??= (async () =>
    await createHclReader({
      runtime: await readFile(require.resolve("web-tree-sitter/web-tree-sitter.wasm")),
      language: await readFile(
        require.resolve("@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm"),
      ),
    }))();
  return loaded;
}

/** The readers that a host loads on demand, all of them. */
export async function loadReaders(): Promise<Readers> {
  return { hcl: await loadHcl() };
}
