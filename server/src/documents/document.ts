import { TextDocument } from "vscode-languageserver-textdocument";
import { type PolicyType } from "../model/policy/policy.js";
import { message, type Message } from "../text/message.js";
import { plainText, type SourceText } from "../text/source-text.js";
import { type Span } from "../text/span.js";
import { namesWandb } from "./evidence.js";
import { fileName, formatOf, isTemplate, type Format } from "./format.js";
import { templateHoles } from "./holes.js";
import { type HostContext, type Readers, type ReadText } from "./host.js";
import { readText } from "./hosts.js";
import { formatOfText } from "./nested.js";
import { type AnyPart } from "./part.js";
import { isTelling } from "./prefilter.js";

export { type Readers } from "./host.js";
export { isTelling } from "./prefilter.js";

/** One version of one open text, read once and never changed. */
export interface BYOBDocument {
  readonly uri: string;
  /** Offsets to positions and back. */
  readonly source: TextDocument;
  readonly format: Format;
  readonly parts: readonly AnyPart[];
  /** Whether it shows how to write configuration, as a page or a template does, and is none itself. */
  readonly isExample: boolean;
  /** Whether it says that the bucket it configures is W&B's. */
  readonly isForWandb: boolean;
  /** Set where the text was not read. */
  readonly unread: "too-large" | "reader-missing" | undefined;
  /** How it was read. */
  readonly options: ReadOptions;
}

export interface ReadOptions {
  readonly readers?: Readers;
  /** Names of further settings whose values are storage addresses. */
  readonly addressKeys?: readonly string[];
  /** What the policies of this document are by the user's word; `none` for no policies at all. */
  readonly policyType?: PolicyType | "none" | undefined;
  /** Where the user said so, for the status of the document. */
  readonly policyReason?: Message | undefined;
}

/** A longer text is not read, and says so: no configuration for people is that long. */
export const longest = 5_000_000;

/** Reads one version of a text. Any text gives a document; one that holds nothing has no parts. */
export function readDocument(source: TextDocument, options: ReadOptions = {}): BYOBDocument {
  const { readers = {}, addressKeys = [], policyType } = options;
  const format = formatOf(source.uri, source.languageId);
  const text = source.getText();
  const isExample = format === "markdown" || isTemplate(source.uri);
  const tooLarge = text.length > longest;
  const isForWandb = !tooLarge && namesWandb(source.uri, text, []);
  const document = { uri: source.uri, source, format, isExample, isForWandb, options };
  if (tooLarge) return { ...document, parts: [], unread: "too-large" };
  if (format === "none" || !mayHoldParts(source.uri, text, { addressKeys, policyType })) {
    return { ...document, parts: [], unread: undefined };
  }
  if (format === "terraform" && readers.hcl === undefined) {
    return { ...document, parts: [], unread: "reader-missing" };
  }
  const parts = readParts({ ...document, parts: [], unread: undefined }, readText);
  return {
    ...document,
    isForWandb: isForWandb || namesWandb(source.uri, "", parts),
    parts: parts.toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end),
    unread: undefined,
  };
}

/** Reads another text in the place of a document's, in the same way. */
export function readAgain({ source, options }: BYOBDocument, text: string): BYOBDocument {
  const { uri, languageId, version } = source;
  return readDocument(TextDocument.create(uri, languageId, version + 1, text), options);
}

/** A text that stands in a document, or is all of it. */
export interface HeldText {
  readonly source: SourceText;
  readonly format: Format;
  /** Stretches that the host fills in later, in the text's own offsets. */
  readonly holes: readonly Span[];
}

/** The texts that are read to find the parts of a document: itself first, and those that stand in it. */
export function textsIn(document: BYOBDocument): readonly HeldText[] {
  const texts: HeldText[] = [];
  if (document.unread !== undefined) return texts;
  const listen: ReadText = (source, place, context) => {
    const { format = formatOfText(source), holes = [] } = place;
    if (format !== "none") texts.push({ source, format, holes });
    return readText(source, { ...place, format }, context);
  };
  readParts(document, listen);
  return texts;
}

function readParts(document: BYOBDocument, read: ReadText): readonly AnyPart[] {
  const { uri, source, format, options } = document;
  const text = source.getText();
  const { readers = {}, addressKeys = [], policyType, policyReason } = options;
  const context: HostContext = {
    uri,
    documentText: text,
    format,
    readers,
    addressKeys,
    policyType,
    policyReason: policyReason ?? message("The policy type was set for this file."),
    isServer: false,
    isLiteral: false,
    isSecret: false,
    hasRegion: false,
    holes: [],
    around: {},
    scope: undefined,
    depth: 0,
    readText: read,
  };
  const holes = isTemplate(uri) ? templateHoles(text) : [];
  return read(plainText(text), { format, holes }, context);
}

/** Whether a text can hold anything for us at all; cheap, since it is asked of every file. */
function mayHoldParts(
  uri: string,
  text: string,
  { addressKeys = [], policyType }: Pick<ReadOptions, "addressKeys" | "policyType">,
): boolean {
  if (policyType !== undefined && policyType !== "none") return true;
  // An empty text says nothing, but in a file that is named for CORS or a policy it is one without content.
  return (
    isTelling(text) ||
    addressKeys.some((key) => text.includes(key)) ||
    /cors|policy|assume/i.test(fileName(uri))
  );
}

/**
 * Whether reading a text takes the reader of Terraform, which is loaded for that alone: most Terraform
 * and Markdown holds nothing for us.
 */
export function needsHcl(
  uri: string,
  languageId: string | undefined,
  text: string,
  options: Pick<ReadOptions, "addressKeys" | "policyType">,
): boolean {
  const format = formatOf(uri, languageId);
  return (format === "terraform" || format === "markdown") && mayHoldParts(uri, text, options);
}

/** Keeps documents immutable under `TextDocuments`, which would otherwise edit them in place. */
export function copySource(source: TextDocument): TextDocument {
  return TextDocument.create(source.uri, source.languageId, source.version, source.getText());
}
