import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { type Readers } from "../../server/src/documents/document.js";
import { type HclWasm } from "../../server/src/syntax/hcl-parser.js";
import { createHclReader, type HclReader } from "../../server/src/syntax/hcl.js";

const require = createRequire(import.meta.url);
let loaded: Promise<HclReader> | undefined;

/** What the reader of Terraform files runs on, from the packages that it comes in. */
export async function readHclWasm(): Promise<HclWasm> {
  return {
    runtime: await readFile(require.resolve("web-tree-sitter/web-tree-sitter.wasm")),
    language: await readFile(
      require.resolve("@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm"),
    ),
  };
}

/** The reader of Terraform files, as a host loads it. */
export function loadHcl(): Promise<HclReader> {
  loaded ??= readHclWasm().then(createHclReader);
  return loaded;
}

/** The readers that a host loads on demand, all of them. */
export async function loadReaders(): Promise<Readers> {
  return { hcl: await loadHcl() };
}
