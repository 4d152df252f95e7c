import { open, readFile, stat } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { TextDocument } from "vscode-languageserver-textdocument";
import {
  longest,
  needsHcl,
  readDocument,
  type BYOBDocument,
  type Readers,
} from "../documents/document.js";
import { decodeText, type Encoding } from "./encoding.js";
import { chosenPolicyType } from "../documents/policy-choice.js";
import { type PolicyTypeChoice } from "../schema/settings.js";

/** A file as a document, and what it takes to write it again. */
export interface ReadDocument {
  readonly document: BYOBDocument;
  readonly bytes: Uint8Array;
  readonly encoding: Encoding;
  /** Whether each byte is in the text, so that the file can be written again. */
  readonly isFaithful: boolean;
  readonly skipped?: undefined;
}

/** A file as a document, or why there is none. */
export type ReadFile =
  ReadDocument | { readonly skipped: "binary" | "too-large"; readonly document?: undefined };

/** Why a file was not read, in a few words. */
export function skipReason(skipped: "binary" | "too-large"): string {
  return skipped === "binary" ? "not a text file" : `larger than ${String(longest / 1_000_000)} MB`;
}

/** What a command knows of how files are read. */
export interface ReadFileOptions {
  readonly loadHcl: () => Promise<NonNullable<Readers["hcl"]>>;
  /** What the policies of files are by the user's word, by glob. */
  readonly policyTypes?: Readonly<Record<string, PolicyTypeChoice>>;
  /** Names of further settings whose values are storage addresses. */
  readonly addressKeys?: readonly string[] | undefined;
}

/** Reads a file from disk. Throws the system's error where it cannot be read. */
export async function readFileDocument(path: string, options: ReadFileOptions): Promise<ReadFile> {
  const { size } = await stat(path);
  // UTF-8 takes at most three bytes for one UTF-16 unit.
  if (size > longest * 3) {
    const file = await open(path, "r");
    await file.close();
    return { skipped: "too-large" };
  }
  return await toDocument(pathToFileURL(path).href, await readFile(path), options);
}

/** Reads bytes under a name that tells their format. */
export async function toDocument(
  uri: string,
  bytes: Uint8Array,
  { loadHcl, policyTypes = {}, addressKeys = [] }: ReadFileOptions,
): Promise<ReadFile> {
  const decoded = decodeText(bytes);
  if (decoded === undefined) return { skipped: "binary" };
  const { text, encoding, isFaithful } = decoded;
  if (text.length > longest) return { skipped: "too-large" };
  const policyType = chosenPolicyType(uri, policyTypes);
  const choices = { addressKeys, policyType };
  const readers = needsHcl(uri, undefined, text, choices) ? { hcl: await loadHcl() } : {};
  const source = TextDocument.create(uri, "", 1, text);
  const document = readDocument(source, { readers, ...choices });
  return { document, bytes, encoding, isFaithful };
}
