import { TextDocument } from "vscode-languageserver-textdocument";
import { plainText, type SourceText } from "../text/source-text.js";
import { type HclReader } from "../syntax/hcl.js";
import { formatOf, type Format } from "./format.js";
import { hosts } from "./hosts.js";
import { type AnyPart } from "./part.js";

/** One version of one open text, read once and never changed. */
export interface BYOBDocument {
  readonly uri: string;
  /** Offsets to positions and back. */
  readonly source: TextDocument;
  readonly format: Format;
  readonly parts: readonly AnyPart[];
  /** Set where the text was not read. */
  readonly unread: "too-large" | "reader-missing" | undefined;
}

/** Readers that are loaded only when a document needs them. */
export interface Readers {
  readonly hcl?: HclReader;
}

/** What a host needs to know besides its text. */
export interface HostContext {
  readonly uri: string;
  readonly format: Format;
  readonly readers: Readers;
  /** Names of further settings whose values are storage addresses. */
  readonly addressKeys: readonly string[];
  /** How many documents this text is nested in; guards against endless nesting. */
  readonly depth: number;
}

/** Finds the parts of a text in one host format. */
export type Host = (source: SourceText, context: HostContext) => readonly AnyPart[];

/** A longer text is not read, and says so: no configuration for people is that long. */
export const longest = 5_000_000;

/** Words without which no document holds anything for us, so that most files are never parsed. */
const telling =
  /:\/\/|"?Statement"?|[Cc]ors|CORS|[Aa]llowed_?[A-Z]?|responseHeader|exposeHeaders|"method"|policy|BUCKET|bucket/;

/** Reads one version of a text. Any text gives a document; one that holds nothing has no parts. */
export function readDocument(
  source: TextDocument,
  { readers = {}, addressKeys = [] }: { readers?: Readers; addressKeys?: readonly string[] } = {},
): BYOBDocument {
  const format = formatOf(source.uri, source.languageId);
  const text = source.getText();
  const document = { uri: source.uri, source, format };
  if (text.length > longest) return { ...document, parts: [], unread: "too-large" };
  if (format === "none" || !isTelling(text)) return { ...document, parts: [], unread: undefined };
  if (format === "terraform" && readers.hcl === undefined) {
    return { ...document, parts: [], unread: "reader-missing" };
  }
  const context = { uri: source.uri, format, readers, addressKeys, depth: 0 };
  const parts = hosts[format](plainText(text), context);
  return {
    ...document,
    parts: parts.toSorted((a, b) => a.span.start - b.span.start),
    unread: undefined,
  };
}

/** Whether a text can hold anything for us at all; cheap, so that it can be asked of every file. */
export function isTelling(text: string): boolean {
  return telling.test(text);
}

/** Keeps documents immutable under `TextDocuments`, which would otherwise edit them in place. */
export function copySource(source: TextDocument): TextDocument {
  return TextDocument.create(source.uri, source.languageId, source.version, source.getText());
}
