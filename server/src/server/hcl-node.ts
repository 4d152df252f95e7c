import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type HclWasm } from "../syntax/hcl-parser.js";

/** Reads what the reader of Terraform files runs on, from the folder that holds its WebAssembly. */
export async function readHclWasm(folder: string): Promise<HclWasm> {
  const [runtime, language] = await Promise.all([
    readFile(join(folder, "web-tree-sitter.wasm")),
    readFile(join(folder, "tree-sitter-terraform.wasm")),
  ]);
  return { runtime, language };
}
