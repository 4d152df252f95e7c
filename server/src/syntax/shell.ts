import { locate, sliceText, type Rewrite, type SourceText } from "../text/source-text.js";
import { type Span } from "../text/span.js";
import { isBlank, lineEnd, nameEnd, nextLine, type Assignment } from "./assignment.js";
import { createDecoding } from "./decoding.js";
import { continuationLength, expansionEnd } from "./shell-expansion.js";
import { escapeInDouble, escapeInSingle, isPlainWord, quoteWord } from "./shell-quoting.js";
import { readWordText, type WordText } from "./shell-word.js";

/** A word of a command, as the command gets it; what the shell expands is a hole in it. */
export interface ShellWord {
  readonly text: SourceText;
  readonly holes: readonly Span[];
  /** With its quotes. */
  readonly span: Span;
  readonly quote: Assignment["quote"];
  /** Set where the word is `NAME=value`. */
  readonly assignment: Assignment | undefined;
  /** Set where it is that behind a flag or a path: `--env=NAME=value`, `global.extraEnv.NAME=value`. */
  readonly given: Assignment | undefined;
}

/** A text that is handed to a command behind its line: `<<EOF`. */
export interface HereDocument {
  readonly content: SourceText;
  readonly holes: readonly Span[];
}

/** A simple command: its assignments, its name and its arguments. */
export interface ShellCommand {
  readonly words: readonly ShellWord[];
  /** Files that the command reads or writes by redirection. */
  readonly files: readonly string[];
  readonly documents: readonly HereDocument[];
  readonly span: Span;
}

interface Reader {
  readonly source: SourceText;
  readonly text: string;
  readonly commands: ShellCommand[];
  /** Here-documents that are announced on the line at hand. */
  readonly awaited: {
    readonly delimiter: WordText;
    readonly stripTabs: boolean;
    readonly take: (document: HereDocument) => void;
  }[];
  offset: number;
}

/**
 * Reads a shell script, or a Dockerfile, whose instructions look alike, as far as settings and
 * documents can stand in it: commands with their words, quotes, expansions and here-documents. What a shell does with
 * them (loops, conditions, functions) makes no difference here.
 */
export function readShell(source: SourceText): readonly ShellCommand[] {
  const reader: Reader = { source, text: source.value, commands: [], awaited: [], offset: 0 };
  while (reader.offset < reader.text.length) readCommand(reader);
  return reader.commands;
}

/** Reads to the next operator or line break. */
function readCommand(reader: Reader): void {
  const { source, text } = reader;
  const words: ShellWord[] = [];
  const files: string[] = [];
  const documents: HereDocument[] = [];
  let start = -1;
  let end = 0;
  for (;;) {
    skipSpace(reader);
    const { offset } = reader;
    const character = text.charAt(offset);
    if (character === "" || character === "\n") break;
    if (character === "\r" || ";|()".includes(character)) {
      reader.offset += 1;
      if (character === "\r") continue;
      break;
    }
    if (character === "&") {
      reader.offset += 1;
      // `&>file` redirects; any other ends the command.
      if (text.charAt(offset + 1) !== ">") break;
      continue;
    }
    if (character === "<" || character === ">") {
      readRedirection(reader, files, documents);
      end = reader.offset;
      continue;
    }
    const word = readWord(reader);
    // `2>` is a redirection of a descriptor.
    const isDescriptor =
      /^\d$/.test(word.text.value) && "<>".includes(text.charAt(reader.offset) || " ");
    if (!isDescriptor) {
      words.push(word);
      if (start < 0) start = offset;
    }
    end = reader.offset;
  }
  if (words.length > 0 || documents.length > 0 || reader.awaited.length > 0) {
    const from = Math.max(start, 0);
    reader.commands.push({
      words,
      files,
      documents,
      span: locate(source, from, Math.max(end, from)),
    });
  }
  if (text.charAt(reader.offset) === "\n") {
    reader.offset += 1;
    readDocuments(reader);
  }
}

/** Skips blanks, continued lines and comments. */
function skipSpace(reader: Reader): void {
  const { text } = reader;
  for (;;) {
    const character = text.charAt(reader.offset);
    if (isBlank(character)) reader.offset += 1;
    else if (character === "\\" && continuationLength(text, reader.offset) > 0) {
      reader.offset += continuationLength(text, reader.offset);
    } else if (character === "#") {
      reader.offset = lineEnd(text, reader.offset);
      return;
    } else return;
  }
}

function readRedirection(reader: Reader, files: string[], documents: HereDocument[]): void {
  const { text, offset } = reader;
  if (text.startsWith("<<<", offset)) {
    reader.offset += 3;
    skipSpace(reader);
    const { text: content, holes } = readWord(reader);
    documents.push({ content, holes });
    return;
  }
  if (text.startsWith("<<", offset)) {
    const stripTabs = text.charAt(offset + 2) === "-";
    reader.offset += stripTabs ? 3 : 2;
    while (isBlank(text.charAt(reader.offset))) reader.offset += 1;
    const delimiter = readWordText(reader.source, reader.offset);
    if (delimiter.end === reader.offset) return;
    reader.offset = delimiter.end;
    reader.awaited.push({ delimiter, stripTabs, take: (document) => documents.push(document) });
    return;
  }
  reader.offset += 1;
  while (">&|".includes(text.charAt(reader.offset) || " ")) reader.offset += 1;
  while (isBlank(text.charAt(reader.offset))) reader.offset += 1;
  const target = readWordText(reader.source, reader.offset);
  reader.offset = target.end;
  files.push(target.content.value);
}

/** The bodies of the here-documents that the line before announced, in order. */
function readDocuments(reader: Reader): void {
  for (const { delimiter, stripTabs, take } of reader.awaited.splice(0)) {
    take(readDocument(reader, delimiter, stripTabs));
  }
}

function readDocument(reader: Reader, delimiter: WordText, stripTabs: boolean): HereDocument {
  const { source, text } = reader;
  const start = reader.offset;
  let end = text.length;
  let offset = start;
  while (offset < text.length) {
    const lineStart = offset;
    while (stripTabs && text.charAt(offset) === "\t") offset += 1;
    if (text.slice(offset, lineEnd(text, offset)) === delimiter.content.value) {
      end = lineStart;
      break;
    }
    offset = nextLine(text, offset);
  }
  reader.offset = end === text.length ? end : nextLine(text, end);
  const isLiteral = delimiter.quote !== "none";
  if (isLiteral && !stripTabs) return { content: sliceText(source, start, end), holes: [] };
  return decodeDocument(source, start, end, isLiteral, stripTabs);
}

function decodeDocument(
  source: SourceText,
  start: number,
  end: number,
  isLiteral: boolean,
  stripTabs: boolean,
): HereDocument {
  const text = source.value;
  const decoding = createDecoding(source);
  const holes: Span[] = [];
  const kept = new Set<string>();
  let run = start;
  let offset = start;
  const flush = (): void => {
    decoding.copy(run, offset);
  };
  while (offset < end) {
    const character = text.charAt(offset);
    if (stripTabs && character === "\t" && (offset === start || text.charAt(offset - 1) === "\n")) {
      flush();
      while (text.charAt(offset) === "\t") offset += 1;
      run = offset;
    } else if (isLiteral) {
      offset += 1;
    } else if (character === "\\" && offset + 1 < end && "\\$`".includes(text.charAt(offset + 1))) {
      flush();
      decoding.put(text.charAt(offset + 1), offset, offset + 2);
      offset += 2;
      run = offset;
    } else if (character === "\\" && continuationLength(text, offset) > 0) {
      flush();
      offset += continuationLength(text, offset);
      run = offset;
    } else {
      const expansion = Math.min(expansionEnd(text, offset), end);
      if (expansion > offset) {
        flush();
        run = offset;
        const at = decoding.length();
        holes.push({ start: at, end: at + expansion - offset });
        kept.add(text.slice(offset, expansion));
        offset = expansion;
      } else offset += 1;
    }
  }
  flush();
  const encode = (written: string): string =>
    isLiteral ? written : escapeInDocument(written, kept);
  return { content: decoding.finish(end, encode), holes };
}

function escapeInDocument(text: string, kept: ReadonlySet<string>): string {
  return escapeInDouble(text, kept).replaceAll('\\"', '"');
}

function readWord(reader: Reader): ShellWord {
  const { source, text, offset: start } = reader;
  const word = readWordText(source, start);
  // A character that begins no word and ends none must not be met for ever.
  reader.offset = Math.max(word.end, start + 1);
  const shared = {
    text: withRewrite(source, word, start),
    holes: word.holes,
    span: locate(source, start, word.end),
    quote: word.quote,
  };
  const named = nameEnd(text, start);
  if (named > start && text.charAt(named) === "=") {
    return { ...shared, assignment: readAssignment(source, start, named), given: undefined };
  }
  const name = givenName(text.slice(start, Math.min(word.end, start + 200)));
  const given =
    name === undefined ? undefined : readAssignment(source, start + name.start, start + name.end);
  return { ...shared, assignment: undefined, given };
}

/** The name in `--flag=path.NAME=`, `-eNAME=` and `path.NAME=`. */
export function givenName(word: string): Span | undefined {
  let start = 0;
  if (word.startsWith("--")) start = word.indexOf("=") + 1;
  else if (word.startsWith("-")) start = 2;
  const end = nameEnd(word, start, ".-");
  if (end === start || word.charAt(end) !== "=") return undefined;
  const dot = word.lastIndexOf(".", end);
  return { start: dot >= start ? dot + 1 : start, end };
}

/** `NAME=value` whose name begins at `start`. */
function readAssignment(source: SourceText, start: number, equals: number): Assignment {
  const value = readWordText(source, equals + 1);
  return {
    name: { value: source.value.slice(start, equals), span: locate(source, start, equals) },
    value: withRewrite(source, value, equals + 1),
    valueSpan: locate(source, equals + 1, value.end),
    quote: value.quote,
    holes: value.holes,
  };
}

/**
 * A word with the way to write it: within its quotes or, where it has none or several kinds, in new
 * ones around all of it as soon as the new text needs them.
 */
function withRewrite(source: SourceText, word: WordText, start: number): SourceText {
  const { content, kept, quote, end } = word;
  const encode = (text: string): string => source.encode(encodeIn(quote, text, kept));
  if (quote === "single" || quote === "double" || source.rewrite !== undefined) {
    return { ...content, encode };
  }
  const rewrite: Rewrite = {
    span: locate(source, start, end),
    write: (value) => source.encode(quoteWord(value, kept)),
    isNeeded: quote === "none" ? (newText) => !isPlainWord(newText) : undefined,
  };
  return { ...content, encode, rewrite };
}

function encodeIn(quote: WordText["quote"], text: string, kept: ReadonlySet<string>): string {
  if (quote === "single") return escapeInSingle(text);
  return quote === "double" ? escapeInDouble(text, kept) : text;
}
