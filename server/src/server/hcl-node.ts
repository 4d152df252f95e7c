import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createHclReader, type HclReader } from "../syntax/hcl.js";

/** Loads the reader of Terraform files, once, from the folder that holds its WebAssembly. */
export function hclLoader(folder: string): () => Promise<HclReader> {
  let loaded: Promise<HclReader> | undefined;
  return () => (loaded ??= load(folder));
}

async function load(folder: string): Promise<HclReader> {
  const [runtime, language] = await Promise.all([
    readFile(join(folder, "web-tree-sitter.wasm")),
    readFile(join(folder, "tree-sitter-terraform.wasm")),
  ]);
  return await createHclReader({ runtime, language });
}
