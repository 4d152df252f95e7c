import { type Readers } from "../../server/src/documents/document.js";
import { readHcl } from "../../server/src/syntax/hcl.js";

/** The reader of Terraform files, as a host loads it. */
export function loadHcl(): Promise<NonNullable<Readers["hcl"]>> {
  return Promise.resolve(readHcl);
}

/** The readers that a host loads on demand, all of them. */
export async function loadReaders(): Promise<Readers> {
  return { hcl: await loadHcl() };
}
