import { type Problem, type Tree } from "../syntax/value.js";
import { message, type Message } from "../text/message.js";
import { type Edit, type Span } from "../text/span.js";

/** A slip in a JSON text: where to show it, and what would set it right. */
export interface JsonSlip {
  /** What is wrong; nesting and length are one thing here: it is too much. */
  readonly code: Exclude<Problem["code"], "too-deep" | "too-large"> | "large";
  readonly span: Span;
  readonly fix: { readonly title: Message; readonly edits: readonly Edit[] } | undefined;
}

/** What keeps a text from being strict JSON. Other hosts have problems of their own, which their editors tell. */
export function jsonSlips(tree: Tree, problems: readonly Problem[]): readonly JsonSlip[] {
  if (tree.isJson !== true) return [];
  return problems.map((problem) => ({
    code: problem.code === "too-deep" || problem.code === "too-large" ? "large" : problem.code,
    span: placeOf(problem),
    fix: fixOf(problem),
  }));
}

/** A comment may run over several lines; a finding stays on one. */
function placeOf({ code, span }: Problem): Span {
  return code === "comment" ? { start: span.start, end: span.start + 2 } : span;
}

function fixOf({ code, span }: Problem): JsonSlip["fix"] {
  switch (code) {
    case "comment":
      return { title: message("Remove the comment"), edits: [{ span, newText: "" }] };
    case "trailing-comma":
      return { title: message("Remove the comma"), edits: [{ span, newText: "" }] };
    case "missing-comma":
      return { title: message("Insert a comma"), edits: [{ span, newText: "," }] };
    case "curly-quote":
      return {
        title: message("Use straight quotes"),
        edits: [
          { span: { start: span.start, end: span.start + 1 }, newText: '"' },
          { span: { start: span.end - 1, end: span.end }, newText: '"' },
        ],
      };
    case "foreign-space":
      return {
        title: message("Replace with plain spaces"),
        edits: [{ span, newText: " ".repeat(span.end - span.start) }],
      };
    case "syntax":
    case "unclosed":
    case "bad-escape":
    case "bad-character":
    case "too-deep":
    case "too-large":
      return undefined;
  }
}
