import { type Span } from "../text/span.js";

/**
 * How a text marks what is still to be put there. All but `angle` are filled in by a program (a shell,
 * compose, Kubernetes, Helm, Windows); `<name>` is left for the writer, as documentation does.
 */
type PlaceholderStyle =
  | "braces" // ${NAME}, ${NAME:-default}, ${var.name}
  | "parentheses" // $(NAME), $(command)
  | "dollar" // $NAME
  | "template" // {{ .Values.name }}
  | "percent" // %NAME%
  | "code" // <%= name %>, #{name}, %{name}, {% tag %}
  | "mark" // @NAME@, @@NAME@@, ((name)), [[name]], %s
  | "angle" // <name>
  | "word"; // REPLACE_ME

export interface Placeholder {
  /** In offsets of the text that was searched, marks included. */
  readonly span: Span;
  /** What stands between the marks, without a shell's default or message. */
  readonly name: string;
  readonly style: PlaceholderStyle;
}

/** The placeholders of a text in order, none within another. */
export function findPlaceholders(text: string): readonly Placeholder[] {
  const found: Placeholder[] = [];
  for (let offset = nextMark(text, 0); offset >= 0;) {
    const placeholder = placeholderAt(text, offset);
    if (placeholder !== undefined) found.push(placeholder);
    offset = nextMark(text, placeholder?.span.end ?? offset + 1);
  }
  return found;
}

/**
 * Words that templates and guides put where a value belongs: `REPLACE_ME_BUCKET`, `YOUR-BUCKET-NAME`,
 * `changeme`. They are plain text to every program, so that only the writer replaces them.
 */
export function findPlaceholderWords(text: string): readonly Placeholder[] {
  return Array.from(text.matchAll(words), ({ index, 0: name }) => ({
    span: { start: index, end: index + name.length },
    name,
    style: "word",
  }));
}

const words =
  /(?<![A-Za-z0-9])(?:(?:(?:REPLACE|CHANGE|FILL|INSERT)[-_]?(?:ME|THIS|WITH|HERE|IN)|YOUR)(?:[-_][A-Z0-9]+)+|(?:replace|change)[-_]?me|(?:REPLACE|CHANGE)[-_]?ME)(?![A-Za-z0-9])/g;

/**
 * Marks of tools that fill in files, which mean something else in addresses: `@NAME@` of autoconf and CMake,
 * `@@NAME@@`, `((name))` of Concourse, `[[name]]`, `%s` of printf.
 */
export function findToolMarks(text: string): readonly Placeholder[] {
  return Array.from(text.matchAll(toolMarks), ({ index, 0: found }) => ({
    span: { start: index, end: index + found.length },
    name: found.replace(/^[@([%]+|[@)\]]+$/g, ""),
    style: "mark",
  }));
}

const toolMarks =
  /@@[A-Za-z_][\w.-]{0,60}@@|@[A-Z_][A-Z0-9_]{0,60}@|\(\([\w./-]{1,60}\)\)|\[\[[\w.-]{1,60}\]\]|%[sdqv](?!\w)/g;

/** Whether a text is a row of one mark, as guides have it where a key belongs: `xxxxx`, `*****`. */
export function isRowOfMarks(text: string): boolean {
  return /^(?:[xX]{3,}|\*{3,}|\.{3,})$/.test(text.trim());
}

/** Whether anything in the text is filled in later, so that its characters are not its value. */
export function hasPlaceholder(text: string): boolean {
  for (let offset = nextMark(text, 0); offset >= 0; offset = nextMark(text, offset + 1)) {
    if (placeholderAt(text, offset) !== undefined) return true;
  }
  return false;
}

/** Whether anything in a text that is no address is filled in later, also by tools' marks. */
export function isFilledIn(text: string): boolean {
  return hasPlaceholder(text) || findToolMarks(text).length > 0;
}

/** Where the next placeholder may start, or -1. */
function nextMark(text: string, start: number): number {
  for (let offset = start; offset < text.length; offset += 1) {
    const code = text.charCodeAt(offset);
    if (code === dollar || code === percent || code === less || code === brace || code === hash) {
      return offset;
    }
  }
  return -1;
}

const [hash, dollar, percent, less, brace] = [35, 36, 37, 60, 123];

/** The longest stretch that is taken for one placeholder; it also bounds the search for its end. */
const longest = 200;

function placeholderAt(text: string, start: number): Placeholder | undefined {
  switch (text.charAt(start)) {
    case "$":
      return dollarAt(text, start);
    case "{":
      if (text[start + 1] === "%") return codeAt(text, start, "%}");
      if (text[start + 1] === "#") return codeAt(text, start, "#}");
      return text[start + 1] === "{" ? templateAt(text, start) : undefined;
    case "#":
      return text[start + 1] === "{" ? bracketed(text, start, "{", "}", "code") : undefined;
    case "%":
      return text[start + 1] === "{"
        ? bracketed(text, start, "{", "}", "code")
        : percentAt(text, start);
    case "<":
      return text[start + 1] === "%" ? codeAt(text, start, "%>") : angleAt(text, start);
    default:
      return undefined;
  }
}

function dollarAt(text: string, start: number): Placeholder | undefined {
  const next = text[start + 1];
  if (next === "{") return bracketed(text, start, "{", "}", "braces");
  if (next === "(") return bracketed(text, start, "(", ")", "parentheses");
  const end = identifierEnd(text, start + 1);
  if (end === start + 1) return undefined;
  return { span: { start, end }, name: text.slice(start + 1, end), style: "dollar" };
}

/** `${…}` or `$(…)`, with the brackets inside it balanced. */
function bracketed(
  text: string,
  start: number,
  open: string,
  close: string,
  style: "braces" | "parentheses" | "code",
): Placeholder | undefined {
  const limit = Math.min(text.length, start + longest);
  let depth = 0;
  for (let offset = start + 1; offset < limit; offset += 1) {
    const character = text[offset];
    if (character === "\n") return undefined;
    if (character === open) depth += 1;
    if (character === close) depth -= 1;
    if (depth > 0) continue;
    const name = withoutDefault(text.slice(start + 2, offset)).trim();
    return name === "" ? undefined : { span: { start, end: offset + 1 }, name, style };
  }
  return undefined;
}

/** Code of a template language on one line, up to what closes it. */
function codeAt(text: string, start: number, close: string): Placeholder | undefined {
  const rest = text.slice(start, start + longest);
  const end = rest.indexOf(close, 2);
  if (end < 0 || rest.slice(0, end).includes("\n")) return undefined;
  const name = rest
    .slice(2, end)
    .replace(/^[=-]+|-$/g, "")
    .trim();
  return { span: { start, end: start + end + close.length }, name, style: "code" };
}

/** `NAME` of `NAME:-default`, `NAME:?message` and their kind; `aws:username` stays whole. */
function withoutDefault(content: string): string {
  for (let offset = content.indexOf(":"); offset >= 0; offset = content.indexOf(":", offset + 1)) {
    if ("-=?+".includes(content[offset + 1] ?? " ")) return content.slice(0, offset);
  }
  return content;
}

function templateAt(text: string, start: number): Placeholder | undefined {
  const end = text.slice(start, start + longest).indexOf("}}");
  if (end < 0) return undefined;
  const name = text
    .slice(start + 2, start + end)
    .replace(/^-/, "")
    .replace(/-$/, "")
    .trim();
  return { span: { start, end: start + end + 2 }, name, style: "template" };
}

/**
 * `%NAME%`. In a percent-encoded text the same characters may be an escape and the next one's `%`, as
 * in `%abc%20`; only a name that can not be read so is taken for one.
 */
function percentAt(text: string, start: number): Placeholder | undefined {
  const end = identifierEnd(text, start + 1);
  const name = text.slice(start + 1, end);
  if (name.length < 2 || text[end] !== "%") return undefined;
  const looksEncoded = isHexPair(text, start + 1) || name !== name.toUpperCase();
  if (looksEncoded && isHexPair(text, end + 1)) return undefined;
  return { span: { start, end: end + 1 }, name, style: "percent" };
}

function angleAt(text: string, start: number): Placeholder | undefined {
  const limit = Math.min(text.length, start + longest);
  for (let offset = start + 1; offset < limit; offset += 1) {
    const character = text[offset] ?? "";
    if (character === ">") {
      const name = text.slice(start + 1, offset).trim();
      return /\p{L}/u.test(name)
        ? { span: { start, end: offset + 1 }, name, style: "angle" }
        : undefined;
    }
    if ("<\"'`=&\r\n".includes(character)) return undefined;
  }
  return undefined;
}

function identifierEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && end - start < longest) {
    const code = text.charCodeAt(end);
    const isDigit = code >= 48 && code <= 57;
    if (!(isLetter(code) || code === 95 || (isDigit && end > start))) break;
    end += 1;
  }
  return end;
}

function isHexPair(text: string, start: number): boolean {
  return /^[0-9A-Fa-f]{2}$/.test(text.slice(start, start + 2));
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}
