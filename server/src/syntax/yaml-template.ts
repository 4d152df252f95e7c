import { type Span } from "../text/span.js";

/** A template action, `{{ … }}`, which something else replaces before the YAML is read. */
export interface TemplateAction extends Span {
  /** Whether nothing else follows on its line. */
  readonly endsLine: boolean;
  /** Gives lines of its own, so that it may stand for any number of members or items. */
  readonly wholeLine: boolean;
  /** Whether it gives text, as `{{ .Values.name }}` does and `{{ if .Values.name }}` does not. */
  readonly givesText: boolean;
  /** The column at which the text that it gives begins, as far as one can tell. */
  readonly column: number;
}

export interface MaskedTemplate {
  /** As long as the original, with inert text for every action. */
  readonly text: string;
  readonly actions: readonly TemplateAction[];
}

const silentKeywords = new Set([
  ..."if else end range with define block break continue".split(" "),
]);

/**
 * Hides template actions so that the rest can be read as YAML. An action within a line becomes a
 * word; one with a line to itself becomes a comment or, where it gives no text, empty lines.
 */
export function maskTemplates(text: string): MaskedTemplate {
  const actions: TemplateAction[] = [];
  let masked = "";
  let offset = 0;
  for (;;) {
    const open = text.indexOf("{{", offset);
    if (open < 0) break;
    const close = closeOf(text, open);
    if (close === undefined) break;
    const start = text[open - 1] === "$" ? open - 1 : open;
    const action = describeAction(text, start, close);
    masked += text.slice(offset, start) + maskOf(text, action);
    actions.push(action);
    offset = close;
  }
  const result = masked + text.slice(offset);
  return { text: result, actions };
}

/** The end of an action, strings and comments within it considered. */
function closeOf(text: string, open: number): number | undefined {
  const body = text[open + 2] === "-" ? open + 3 : open + 2;
  if (text.startsWith("/*", body) || text.startsWith(" /*", body)) {
    const end = text.indexOf("*/", body);
    const close = end < 0 ? -1 : text.indexOf("}}", end);
    return close < 0 ? undefined : close + 2;
  }
  let offset = body;
  while (offset < text.length) {
    const char = text[offset];
    if (char === "}" && text[offset + 1] === "}") return offset + 2;
    if (char === "{" && text[offset + 1] === "{") return undefined;
    offset = char === '"' || char === "`" ? afterQuoted(text, offset, char) : offset + 1;
  }
  return undefined;
}

function afterQuoted(text: string, open: number, quote: string): number {
  for (let offset = open + 1; offset < text.length; offset += 1) {
    const char = text[offset];
    if (char === quote) return offset + 1;
    if (char === "\n" && quote === '"') break;
    if (char === "\\" && quote === '"') offset += 1;
  }
  return open + 1;
}

function describeAction(text: string, start: number, end: number): TemplateAction {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const newline = text.indexOf("\n", end);
  const lineEnd = newline < 0 ? text.length : newline;
  const endsLine = isBlank(text.slice(end, lineEnd));
  const words = text
    .slice(start, end)
    .split(/[^A-Za-z0-9_$:=/]+/u)
    .filter((word) => word !== "");
  const first = words[0] ?? "";
  const silent =
    silentKeywords.has(first) ||
    first.startsWith("/*") ||
    (first.startsWith("$") && (words[1] === ":=" || words[1] === "="));
  const indented = words.findLastIndex((word) => word === "indent" || word === "nindent");
  const wholeLine =
    endsLine && (isBlank(text.slice(lineStart, start)) || words[indented] === "nindent");
  const column = indented < 0 ? NaN : Number(words[indented + 1]);
  return {
    start,
    end,
    endsLine,
    wholeLine,
    givesText: !silent,
    column: Number.isInteger(column) ? column : start - lineStart,
  };
}

function maskOf(text: string, action: TemplateAction): string {
  const { start, end, endsLine, wholeLine, givesText, column } = action;
  const length = end - start;
  if (!wholeLine) return (givesText || !endsLine ? "x" : " ").repeat(length);
  const isApart = text[start - 1] === " " || text[start - 1] === "\t";
  if (givesText && column > 0 && isApart && !text.slice(start, end).includes("\n")) {
    return "#".padEnd(length, "x");
  }
  // Line breaks, unlike spaces, never belong to the block scalar that may end above.
  return "\n".repeat(length);
}

function isBlank(text: string): boolean {
  return text.trim() === "";
}
