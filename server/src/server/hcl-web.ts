import { type Readers } from "../documents/document.js";

/** Loads the reader of Terraform files. */
export async function loadHclFromUrl(): Promise<NonNullable<Readers["hcl"]>> {
  const { readHcl } = await import("../syntax/hcl.js");
  return readHcl;
}
