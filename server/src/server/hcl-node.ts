import { type Readers } from "../documents/document.js";

/** Loads the reader of Terraform files, once, from the folder that holds its WebAssembly. */
export function hclLoader(_folder: string): () => Promise<NonNullable<Readers["hcl"]>> {
  let loaded: Promise<NonNullable<Readers["hcl"]>> | undefined;
  return () => (loaded ??= import("../syntax/hcl.js").then(({ readHcl }) => readHcl));
}
