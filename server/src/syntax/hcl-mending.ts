import { locate, type SourceText } from "../text/source-text.js";
import { type HclNode, type HclParser, templates } from "./hcl-parser.js";
import { skeletonOf } from "./hcl-skeleton.js";
import { type Problem, type ProblemCode } from "./value.js";

/** What the parser makes of a text, and what was changed in the text for it to make sense. */
export interface MendedHcl {
  readonly root: HclNode | undefined;
  /** The text that was parsed, as long as the given one or a little longer. */
  readonly text: string;
  readonly isWhole: boolean;
  readonly problems: readonly Problem[];
  /** Where a `0` stands for a value that is still to be typed. */
  readonly hollows: ReadonlySet<number>;
}

/** A longer text is not read. */
const maxLength = 1_000_000;

/** So many slips are mended; what the parser makes of further ones is taken as it is. */
const maxSlips = 8;

/** Nobody types a longer line, and a text that holds one takes the parser long to make sense of. */
const maxLine = 4_000;

/** How many characters may be parsed to find out how slips are best mended. */
const maxTrial = 400_000;

/**
 * Parses a text. The parser takes no account of lines, so that one slip can cost all that follows it.
 * Here each costs its own line: the line is changed in the ways that slips happen, and that change
 * stays with which the parser gets furthest.
 */
export function parseMended(source: SourceText, parse: HclParser): MendedHcl {
  const { value } = source;
  const unread = (at: number, code: ProblemCode): MendedHcl => {
    const span = locate(source, at, Math.min(at + 1, value.length));
    const problems = [{ span, code }];
    return { root: undefined, text: value, isWhole: false, problems, hollows: new Set() };
  };
  if (value.length > maxLength) return unread(0, "too-large");
  const skeleton = skeletonOf(source);
  if (skeleton.deepest !== undefined) return unread(skeleton.deepest, "too-deep");

  // A here-document needs a line break behind it.
  const root = parse(`${value}\n`);
  const first = root && findSlip(root, value);
  if (root !== undefined && first === undefined && skeleton.problems.length === 0) {
    return { root, text: value, isWhole: true, problems: [], hollows: new Set() };
  }

  const problems = [...skeleton.problems];
  if (root !== undefined && value.split("\n").some(({ length }) => length > maxLine)) {
    const at = first ?? { start: 0, end: 1 };
    const span = locate(source, at.start, Math.min(at.start + 1, value.length));
    const slips = problems.length > 0 ? problems : [{ span, code: "syntax" as const }];
    return { root, text: value, isWhole: false, problems: slips, hollows: new Set() };
  }
  const report = ({ start, end }: Slip, code: ProblemCode): void => {
    const last = Math.max(start + 1, Math.min(end, lineAt(value, start).end));
    problems.push({ span: locate(source, start, Math.min(last, value.length)), code });
  };
  let current: Trial = attempt(`${skeleton.text}\n`, parse);
  const hollows = new Set(skeleton.hollows);
  const budget = { left: maxTrial };
  for (let mended = 0; mended < maxSlips && current.slip !== undefined; mended += 1) {
    const { slip } = current;
    const better = mend(value, current, slip, parse, budget);
    report(slip, better?.code ?? "syntax");
    if (better === undefined) break;
    current = better;
    for (const hollow of better.hollows) hollows.add(hollow);
  }
  if (current.root === undefined) return unread(0, "too-large");
  if (first !== undefined && problems.length === 0) report(first, "syntax");
  return { root: current.root, text: current.text, isWhole: false, problems, hollows };
}

interface Trial {
  readonly text: string;
  readonly root: HclNode | undefined;
  readonly slip: Slip | undefined;
}

function attempt(text: string, parse: HclParser): Trial {
  const root = parse(text);
  return { text, root, slip: root && findSlip(root, text) };
}

/** Where a text departs from the language. */
interface Slip {
  readonly start: number;
  readonly end: number;
  /** Set where a line breaks off in the middle of a statement, so that this line is to blame. */
  readonly isLine?: true;
}

const closers: ReadonlySet<string> = new Set(["}", "]", ")"]);

/** The first slip in a tree. That a bracket is never closed is none: the tree around it is sound. */
function findSlip(node: HclNode, text: string): Slip | undefined {
  const { type, start, end, missing, children } = node;
  if (missing) return closers.has(type) ? undefined : { start, end };
  if (type === "heredoc_template" && children.at(-1)?.missing === true) {
    return { start, end: lineAt(text, start).end };
  }
  const oneLine = oneLineParts(node);
  for (const [index, child] of children.entries()) {
    const slip = findSlip(child, text);
    if (slip !== undefined) return slip;
    const next = children[index + 1];
    const isBroken =
      (next !== undefined && index < oneLine && hasBreak(text, child.end, next.start)) ||
      (child.type === "template_literal" &&
        templates.has(type) &&
        hasBreak(text, child.start, child.end));
    if (isBroken) return { start, end: lineAt(text, start).end, isLine: true };
  }
  return type === "ERROR" ? { start, end } : undefined;
}

/** How many of a node's parts must have the next one on their own line. */
function oneLineParts({ type, children }: HclNode): number {
  if (type === "attribute" || type === "object_elem") return 2;
  if (templates.has(type)) return children.length;
  return type === "block" ? children.findIndex((child) => child.type === "block_start") : 0;
}

function hasBreak(text: string, start: number, end: number): boolean {
  return start < end && text.slice(start, end).includes("\n");
}

interface Mend {
  readonly text: string;
  readonly code: ProblemCode;
  readonly hollows: readonly number[];
}

type Change = (text: string, line: Line) => Mend | undefined;

/** A change of lines that leave no bracket open, or of those that do, which takes what is in it as well. */
const when =
  (opens: boolean, change: Change): Change =>
  (text, line) =>
    statementEnd(text, line) > line.end === opens ? change(text, line) : undefined;

/** The best of the changes to the lines that can be to blame for a slip. */
function mend(
  source: string,
  { text }: Trial,
  slip: Slip,
  parse: HclParser,
  budget: { left: number },
): (Trial & Mend) | undefined {
  const lines = blamed(source, text, slip);
  // Behind the line after those that the slip lies on.
  const enough = Math.min(Math.max(...lines.map(({ end }) => end)), source.length - 1);
  let best: (Trial & Mend) | undefined;
  for (const change of changes) {
    for (const line of lines) {
      const changed = change(text, line);
      if (changed === undefined || changed.text === text) continue;
      budget.left -= text.length;
      if (budget.left < 0) return best;
      const trial = { ...changed, ...attempt(changed.text, parse) };
      if (trial.root === undefined) continue;
      const reached = trial.slip?.start ?? Infinity;
      if (reached > enough) return trial;
      if (reached > Math.max(slip.start, best?.slip?.start ?? 0)) best = trial;
    }
  }
  const [line] = lines;
  const masked = best ?? (line && mask(text, line));
  return masked && { ...masked, ...attempt(masked.text, parse) };
}

interface Line {
  readonly start: number;
  /** Without its line break. */
  readonly end: number;
}

/** The lines to try, the likeliest first. */
function blamed(source: string, text: string, { start, end, isLine }: Slip): readonly Line[] {
  const first = lineAt(source, start);
  if (isLine === true) return [first];
  const last = lineAt(source, Math.max(start, end - 1));
  const around = [
    last,
    nextLine(text, source, last.end),
    previousLine(text, source, last.start),
    previousLine(text, source, first.start),
  ];
  const lines = [first, ...around.filter((line) => line?.start !== first.start)];
  return lines.flatMap((line) => (line === undefined || isBlank(text, line) ? [] : [line]));
}

function lineAt(text: string, offset: number): Line {
  const start = offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
  const found = text.indexOf("\n", offset);
  return { start, end: found < 0 ? text.length : found };
}

function isBlank(text: string, { start, end }: Line): boolean {
  return text.slice(start, end).trim() === "";
}

function previousLine(text: string, source: string, offset: number): Line | undefined {
  let start = offset;
  while (start > 0) {
    const line = lineAt(source, start - 1);
    if (!isBlank(text, line)) return line;
    start = line.start;
  }
  return undefined;
}

function nextLine(text: string, source: string, offset: number): Line | undefined {
  let end = offset;
  while (end < source.length) {
    const line = lineAt(source, end + 1);
    if (!isBlank(text, line)) return line;
    end = Math.max(line.end, end + 1);
  }
  return undefined;
}

/** Adds the comma that a list lacks at a line's end. */
function separate(text: string, line: Line): Mend | undefined {
  const changed = append(text, line, ",");
  return changed === undefined ? undefined : { text: changed, code: "missing-comma", hollows: [] };
}

/** Puts a value behind every sign that none follows. */
function fill(text: string, line: Line): Mend | undefined {
  const hollows: number[] = [];
  let filled = text;
  for (const { index } of codeOf(text, line).matchAll(/[=:](?=[ \t]*(?:[,}\])]|$))/g)) {
    const at = line.start + index + 1;
    if (!/\s/.test(filled.charAt(at))) continue;
    filled = overwrite(filled, at, "0");
    hollows.push(at);
  }
  return { text: filled, code: "syntax", hollows };
}

/** Closes the brackets that a value opens on its line, or that its lines so far have opened. */
function close(text: string, line: Line): Mend | undefined {
  const code = codeOf(text, line);
  const sign = code.indexOf("=");
  const open =
    sign < 0
      ? openLists(text.slice(0, line.start + code.length))
      : openBrackets(code.slice(sign)).map(({ closer }) => closer);
  const changed = append(text, line, open.toReversed().join(""));
  return changed === undefined ? undefined : { text: changed, code: "unclosed", hollows: [] };
}

/** The lists and calls that are open at the end of a text, within the innermost braces. */
function openLists(text: string): readonly string[] {
  const open = openBrackets(text).map(({ closer }) => closer);
  return open.slice(open.lastIndexOf("}") + 1);
}

/** Leaves of an attribute what stands before its value. */
function hollow(text: string, line: Line): Mend | undefined {
  const name = /^[ \t]*(?:[\p{ID_Start}_][\p{ID_Continue}-]*|" *")[ \t]*[=:](?![=>])/u;
  const found = name.exec(codeOf(text, line))?.[0];
  if (found === undefined) return undefined;
  const at = line.start + found.length;
  const blanked = blank(text, at, statementEnd(text, line));
  return { text: overwrite(blanked, at, "0"), code: "syntax", hollows: [at] };
}

/** Leaves a line out, with the brackets that open on it. */
function mask(text: string, line: Line): Mend {
  return { text: blank(text, line.start, statementEnd(text, line)), code: "syntax", hollows: [] };
}

/** The ways to mend a line, those first that leave most of it. */
const changes: readonly Change[] = [
  separate,
  fill,
  close,
  when(false, hollow),
  when(false, mask),
  when(true, hollow),
  when(true, mask),
];

/** A line without its comment. Of comments a skeleton has the marks alone. */
function codeOf(text: string, { start, end }: Line): string {
  const line = text.slice(start, end);
  const comment = /#|\/\/|\/\*\s*\*\/\s*$/.exec(line)?.index ?? line.length;
  return line.slice(0, comment).trimEnd();
}

/** Adds to a line's code, in the place of its comment, or of the blanks between it and the next line. */
function append(text: string, line: Line, added: string): string | undefined {
  const end = line.start + codeOf(text, line).length;
  const room = blank(text, end, line.end);
  const fits = room.slice(end, end + added.length).trim() === "";
  return added !== "" && fits ? overwrite(room, end, added) : undefined;
}

function overwrite(text: string, at: number, added: string): string {
  return text.slice(0, at) + added + text.slice(at + added.length);
}

function blank(text: string, start: number, end: number): string {
  return text.slice(0, start) + text.slice(start, end).replace(/[^\r\n]/g, " ") + text.slice(end);
}

interface OpenBracket {
  readonly at: number;
  readonly closer: string;
}

const pairs: ReadonlyMap<string, string> = new Map([
  ["(", ")"],
  ["[", "]"],
  ["{", "}"],
]);

/** The brackets that are not closed within a stretch of a skeleton. */
function openBrackets(code: string): readonly OpenBracket[] {
  const open: OpenBracket[] = [];
  for (let at = 0; at < code.length; at += 1) {
    const char = code.charAt(at);
    const closer = pairs.get(char);
    if (closer !== undefined) open.push({ at, closer });
    else if (char === open.at(-1)?.closer) open.pop();
  }
  return open;
}

/** Where the brackets that open on a line are closed, if they are; else where the line ends. */
function statementEnd(text: string, line: Line): number {
  const [outermost] = openBrackets(codeOf(text, line));
  if (outermost === undefined) return line.end;
  const start = line.start + outermost.at;
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (pairs.has(char)) depth += 1;
    if (closers.has(char)) depth -= 1;
    if (depth === 0) return at + 1;
  }
  return line.end;
}
