import { type Readers } from "../../server/src/documents/document.js";

/** The readers that a host loads on demand, all of them. */
export async function loadReaders(): Promise<Readers> {
  return await Promise.resolve({});
}
