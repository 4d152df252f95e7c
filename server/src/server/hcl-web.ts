import { createHclReader, type HclReader } from "../syntax/hcl.js";

/** Loads the reader of Terraform files from the folder that holds its WebAssembly. */
export async function loadHclFromUrl(folder: string | undefined): Promise<HclReader> {
  if (folder === undefined) throw new Error("The client does not say where the WebAssembly is.");
  const [runtime, language] = await Promise.all([
    fetchBytes(`${folder}/web-tree-sitter.wasm`),
    fetchBytes(`${folder}/tree-sitter-terraform.wasm`),
  ]);
  return await createHclReader({ runtime, language });
}

async function fetchBytes(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answers ${response.status}.`);
  return new Uint8Array(await response.arrayBuffer());
}
