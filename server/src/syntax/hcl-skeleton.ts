import { locate, type SourceText } from "../text/source-text.js";
import { quotedEnd, readQuoted, scanHeredoc } from "./hcl-template.js";
import { type Problem, type ProblemCode } from "./value.js";

/** What is left of a text without the insides of its strings, here-documents and comments. */
export interface HclSkeleton {
  /** As long as the text, so that offsets hold. */
  readonly text: string;
  readonly problems: readonly Problem[];
  /** Where a `0` stands for a value that is still to be typed. */
  readonly hollows: ReadonlySet<number>;
  /** Where brackets become too deep, if they do. */
  readonly deepest: number | undefined;
}

/** After so many here-documents without an end no further one is looked for. */
const maxUnclosed = 20;

/** A text with deeper brackets is not read. */
const maxDepth = 100;

/**
 * Leaves out what a slip could hide in: a quote that is never closed, an escape that HCL does not know, an
 * interpolation that makes no sense. Reading by the character, it gets through any text.
 */
export function skeletonOf(source: SourceText): HclSkeleton {
  const text = source.value;
  const chars = text.split("");
  const problems: Problem[] = [];
  const hollows = new Set<number>();
  const blank = (start: number, end: number): void => {
    for (let i = start; i < end; i += 1) if (!isBreak(chars[i])) chars[i] = " ";
  };
  const report = (start: number, end: number, code: ProblemCode): void => {
    problems.push({ span: locate(source, start, Math.min(end, text.length)), code });
  };

  const skipQuoted = (start: number): number => {
    const closed = quotedEnd(text, start, text.length);
    if (closed !== undefined) {
      blank(start + 1, closed - 1);
      return closed;
    }
    const string = readQuoted(source, start);
    blank(start + 1, string.end);
    chars[Math.max(start + 1, string.end - 1)] = '"';
    return Math.max(string.end, start + 1);
  };
  let unclosed = 0;
  const skipHeredoc = (start: number): number => {
    const heredoc = unclosed < maxUnclosed ? scanHeredoc(text, start) : undefined;
    if (heredoc === undefined) return start + 2;
    if (heredoc.closed) {
      const [first] = heredoc.lines;
      blank(first?.start ?? heredoc.end, heredoc.lines.at(-1)?.end ?? heredoc.end);
      return heredoc.end;
    }
    // It would take all the rest of the text.
    unclosed += 1;
    const lineEnd = text.indexOf("\n", start);
    report(start, lineEnd, "unclosed");
    blank(start, lineEnd);
    chars[start] = "0";
    hollows.add(start);
    return lineEnd;
  };
  const skipComment = (start: number, mark: string): number => {
    const close = mark === "/*" ? "*/" : "\n";
    const found = text.indexOf(close, start + mark.length);
    const end = found < 0 ? text.length : found;
    blank(start + mark.length, end);
    if (mark !== "/*") return end;
    if (found >= 0) return end + 2;
    report(start, start + 2, "unclosed");
    blank(start, start + 2);
    return end;
  };

  let depth = 0;
  let deepest: number | undefined;
  let offset = 0;
  while (offset < text.length) {
    const char = text[offset] ?? "";
    const two = text.slice(offset, offset + 2);
    if (char === '"') offset = skipQuoted(offset);
    else if (two === "<<") offset = skipHeredoc(offset);
    else if (char === "#") offset = skipComment(offset, char);
    else if (two === "//" || two === "/*") offset = skipComment(offset, two);
    else {
      if ("([{".includes(char)) depth += 1;
      if (")]}".includes(char)) depth = Math.max(depth - 1, 0);
      if (depth > maxDepth) deepest ??= offset;
      offset += 1;
    }
  }
  return { text: chars.join(""), problems, hollows, deepest };
}

function isBreak(char: string | undefined): boolean {
  return char === "\n" || char === "\r";
}
