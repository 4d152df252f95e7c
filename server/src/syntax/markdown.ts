import { type SourceText } from "../text/source-text.js";
import { lineEnd, nextLine } from "./assignment.js";
import { createDecoding } from "./decoding.js";

/** A fenced code block. */
export interface FencedCode {
  /** The first word behind the fence, in lower case; empty where there is none. */
  readonly language: string;
  /** The code without the indentation and the quote marks that the block has as a whole. */
  readonly content: SourceText;
}

interface Fence {
  readonly mark: string;
  readonly length: number;
  readonly info: string;
  readonly prefix: Prefix;
}

/** What stands before a line of a list item or a quotation. */
interface Prefix {
  readonly text: string;
  readonly quotes: number;
  /** Blanks behind the last quote mark. */
  readonly indent: number;
  readonly end: number;
}

/** The fenced code blocks of a Markdown text, also those in lists, tabs and quotations. */
export function readFences(source: SourceText): readonly FencedCode[] {
  const text = source.value;
  const found: FencedCode[] = [];
  const lastCommentEnd = text.lastIndexOf("-->");
  let offset = 0;
  while (offset < text.length) {
    const fence = openingAt(text, offset);
    if (fence === undefined) {
      offset = nextLine(text, Math.max(offset, commentEnd(text, offset, lastCommentEnd)));
      continue;
    }
    offset = nextLine(text, offset);
    const decoding = createDecoding(source);
    let contentEnd = offset;
    while (offset < text.length && !isClosing(text, offset, fence)) {
      const start = contentStart(text, offset, fence);
      if (start === undefined) break;
      contentEnd = nextLine(text, offset);
      decoding.copy(start, contentEnd);
      offset = contentEnd;
    }
    const { prefix, info } = fence;
    const language = /^[\w+#.-]*/.exec(info)?.[0].toLowerCase() ?? "";
    const encode = (written: string): string => written.replaceAll("\n", `\n${prefix.text}`);
    found.push({ language, content: decoding.finish(contentEnd, encode) });
    // The closing fence is no opening one.
    if (offset < text.length && isClosing(text, offset, fence)) offset = nextLine(text, offset);
  }
  return found;
}

/** Where a comment that begins a line ends; before the line for one that does not end, or none. */
function commentEnd(text: string, lineStart: number, last: number): number {
  if (lineStart > last) return -1;
  const { end } = prefixOf(text, lineStart, lineEnd(text, lineStart));
  return text.startsWith("<!--", end) ? text.indexOf("-->", end) : -1;
}

/** The fence that opens on a line. */
function openingAt(text: string, lineStart: number): Fence | undefined {
  const end = lineEnd(text, lineStart);
  const prefix = prefixOf(text, lineStart, end);
  const line = text.slice(prefix.end, Math.min(end, prefix.end + 200));
  const groups = /^(?<run>`{3,}|~{3,})[ \t]*(?<info>.*)$/.exec(withoutItem(line))?.groups;
  const run = groups?.["run"];
  const info = groups?.["info"] ?? "";
  // Back quotes in an info string mean inline code that happens to begin a line.
  if (run === undefined || (run.startsWith("`") && info.includes("`"))) return undefined;
  return { mark: run.charAt(0), length: run.length, info, prefix };
}

/** A fence may open right behind a list item's mark: `- ~~~`. */
function withoutItem(line: string): string {
  return /^(?:[-*+]|\d{1,9}[.)])[ \t]+(?=```|~~~)/.test(line)
    ? line.replace(/^\S+[ \t]+/, "")
    : line;
}

function isClosing(text: string, lineStart: number, { mark, length, prefix }: Fence): boolean {
  const end = lineEnd(text, lineStart);
  const found = prefixOf(text, lineStart, end);
  if (found.quotes < prefix.quotes) return false;
  const line = text.slice(found.end, end).trimEnd();
  return line.length >= length && line === mark.repeat(line.length);
}

/** Where a line's code begins; absent where the quotation ends that the block is in. */
function contentStart(text: string, lineStart: number, { prefix }: Fence): number | undefined {
  const end = lineEnd(text, lineStart);
  const found = prefixOf(text, lineStart, end);
  if (found.quotes < prefix.quotes) return undefined;
  if (prefix.quotes === 0) {
    let offset = lineStart;
    while (
      offset < end &&
      offset - lineStart < prefix.indent &&
      " \t".includes(text.charAt(offset))
    ) {
      offset += 1;
    }
    return offset;
  }
  return found.end - Math.max(found.indent - prefix.indent, 0);
}

function prefixOf(text: string, lineStart: number, end: number): Prefix {
  let offset = lineStart;
  let quotes = 0;
  let indent = 0;
  for (; offset < end; offset += 1) {
    const character = text.charAt(offset);
    if (character === ">") {
      quotes += 1;
      indent = 0;
    } else if (character === " " || character === "\t") indent += 1;
    else break;
  }
  return { text: text.slice(lineStart, offset), quotes, indent, end: offset };
}
