import { type HclWasm } from "../syntax/hcl-parser.js";

/** Fetches what the reader of Terraform files runs on, from the folder that holds its WebAssembly. */
export async function fetchHclWasm(folder: string | undefined): Promise<HclWasm> {
  if (folder === undefined)
    throw new Error("The client did not provide the location of the WebAssembly files.");
  const [runtime, language] = await Promise.all([
    fetchBytes(`${folder}/web-tree-sitter.wasm`),
    fetchBytes(`${folder}/tree-sitter-terraform.wasm`),
  ]);
  return { runtime, language };
}

async function fetchBytes(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} returned status ${response.status}.`);
  return new Uint8Array(await response.arrayBuffer());
}
