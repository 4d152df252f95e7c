import { type Problem, type ProblemCode, type Tree } from "../syntax/value.js";
import { message, type Message } from "../text/message.js";
import { type Edit, type Span } from "../text/span.js";

/** A slip in a JSON text: where to show it, and what would set it right. */
export interface JsonSlip {
  /** What is wrong; nesting and length are one thing here: it is too much. */
  readonly code: Exclude<ProblemCode, "too-deep" | "too-large"> | "large";
  readonly span: Span;
  readonly fix: JsonFix | undefined;
}

interface JsonFix {
  readonly title: Message;
  readonly edits: readonly Edit[];
  /** Whether it takes away what somebody has written, which its author decides. */
  readonly deletes: boolean;
}

/** What keeps a text from being strict JSON. Other hosts have problems of their own, which their editors tell. */
export function jsonSlips(tree: Tree, problems: readonly Problem[]): readonly JsonSlip[] {
  if (tree.isJson !== true) return [];
  const slips: JsonSlip[] = [];
  const gathered = new Set<ProblemCode>();
  for (const problem of problems) {
    const { code } = problem;
    if (gathered.has(code)) continue;
    let { edits } = problem;
    if (wholesale.has(code)) {
      gathered.add(code);
      const same = problems.filter((each) => each.code === code);
      edits = same.flatMap((each) => each.edits ?? []);
    }
    const title = titles[code];
    slips.push({
      code: code === "too-deep" || code === "too-large" ? "large" : code,
      span: placeOf(problem),
      fix:
        title && edits && edits.length > 0
          ? { title, edits, deletes: deleting.has(code) }
          : undefined,
    });
  }
  return slips;
}

/** What a program does to all of a text at once, and so is one slip. */
const wholesale: ReadonlySet<ProblemCode> = new Set([
  "curly-quote",
  "single-quote",
  "missing-quotes",
  "foreign-space",
]);

const deleting: ReadonlySet<ProblemCode> = new Set(["comment", "extra-bracket", "extra-quote"]);

/** A comment may run over several lines; a finding stays on one. */
function placeOf({ code, span }: Problem): Span {
  return code === "comment" ? { start: span.start, end: span.start + 2 } : span;
}

const titles: Readonly<Partial<Record<ProblemCode, Message>>> = {
  comment: message("Remove the comment"),
  "trailing-comma": message("Remove the comma"),
  "extra-comma": message("Remove the comma"),
  "missing-comma": message("Insert a comma"),
  "missing-colon": message("Insert a colon"),
  "missing-bracket": message("Insert the bracket"),
  "bad-literal": message("Use the JSON keyword"),
  "extra-bracket": message("Remove the bracket"),
  "extra-quote": message("Remove the quote"),
  "missing-opening-quote": message("Insert the quote"),
  "missing-closing-quote": message("Insert the quote"),
  "missing-quotes": message("Insert the quotes"),
  "curly-quote": message("Use straight quotes"),
  "single-quote": message("Use double quotes"),
  "foreign-space": message("Replace with plain spaces"),
};
