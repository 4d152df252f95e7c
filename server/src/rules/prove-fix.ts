import { readAgain, type BYOBDocument } from "../documents/document.js";
import { outlinesOf, type Leaf, type Name, type Outline } from "../documents/outline.js";
import { type Problem, type ProblemCode } from "../syntax/value.js";
import { notes, rememberFor } from "../text/memo.js";
import { formatMessage, message, type Message } from "../text/message.js";
import { applyEdits, contains, overlap, touches, type Edit, type Span } from "../text/span.js";
import { check, type CheckOptions } from "./check.js";
import { type Finding, type RuleId } from "./rule.js";

/** A finding whose first fix is safe by its rule's word, and what applying it would change. */
export interface SafeFix {
  readonly finding: Finding;
  readonly edits: readonly Edit[];
}

/** A fix that was not applied, and why, as the end of a sentence. */
export interface RefusedFix {
  readonly finding: Finding;
  readonly reason: Message;
}

/** What fixes make of a document. */
export interface Fixed {
  /** The document after the fixes; the same one where none was applied. */
  readonly document: BYOBDocument;
  readonly edits: readonly Edit[];
  readonly count: number;
  readonly refused: readonly RefusedFix[];
}

const reasons = {
  unreadable: message("The fix was not applied because the text around it cannot be parsed."),
  problem: message("The fix was not applied because the text could no longer be parsed."),
  damage: message("The fix was not applied because it would also change other values."),
  more: message("The fix was not applied because it would cause other problems."),
  opens: message("The fix was not applied because it would grant access to everyone."),
  remains: message("The fix was not applied because the problem would remain."),
};

/** Slips that leave no doubt of what the text says. With any other one, what is read may not be what is meant. */
const harmless: ReadonlySet<ProblemCode> = new Set([
  "comment",
  "trailing-comma",
  "curly-quote",
  "foreign-space",
]);

/** What these say after a fix, and did not say before, a cloud refused until then. */
const opening: ReadonlySet<RuleId> = new Set([
  "bucket-policy/no-public-access",
  "key-policy/no-public-access",
  "trust-policy/require-named-principal",
]);

/** The fixes that may be applied unread, if they prove to be harmless; the first of a finding's fixes counts. */
export function safeFixes(findings: readonly Finding[]): readonly SafeFix[] {
  return findings.flatMap((finding) => {
    const [fix] = finding.fixes;
    return fix?.safety === "safe" ? [{ finding, edits: fix.edits }] : [];
  });
}

/** The fixes to apply unread: those of what is wrong. What is only tidier is its author's to decide. */
export function fixesOfFaults(findings: readonly Finding[]): readonly SafeFix[] {
  return safeFixes(findings.filter(({ severity }) => severity !== "info" && severity !== "hint"));
}

/** How often the fixes of a file may make room for others. */
const mostRounds = 30;

/** Applies safe fixes until none is left that can be, so that applying them again changes nothing. */
export function settle(document: BYOBDocument, options: CheckOptions): Omit<Fixed, "edits"> {
  const seen = new Set([document.source.getText()]);
  let current = document;
  let count = 0;
  for (let round = 0; round < mostRounds; round += 1) {
    const fixed = applySafeFixes(current, options);
    if (fixed.count === 0) return { document: current, count, refused: fixed.refused };
    const text = fixed.document.source.getText();
    if (seen.has(text)) break;
    seen.add(text);
    current = fixed.document;
    count += fixed.count;
  }
  // Fixes that undo each other, or never end.
  const refused = fixesOfFaults(check(document, options)).map(({ finding }) => ({
    finding,
    reason: message("The fix was not applied because another fix would undo it."),
  }));
  return { document, count: 0, refused };
}

/** Applies once all safe fixes that can be applied together and that prove to be harmless. */
export function applySafeFixes(document: BYOBDocument, options: CheckOptions): Fixed {
  const refused: RefusedFix[] = [];
  const fixes = withoutOverlaps(fixesOfFaults(check(document, options)));
  if (fixes.length === 0) return { document, edits: [], count: 0, refused };
  let done: readonly SafeFix[] = [];
  let result = document;
  const attempt = (groups: readonly (readonly SafeFix[])[]): void => {
    const further = groups.flat();
    if (further.length === 0) return;
    const together = [...done, ...further];
    const proof = proveFixes(document, together, options);
    if (proof.reason === undefined) {
      done = together;
      result = proof.document;
      return;
    }
    const { reason } = proof;
    if (groups.length === 1) {
      refused.push(...further.map(({ finding }) => ({ finding, reason })));
      return;
    }
    const middle = groups.length >> 1;
    attempt(groups.slice(0, middle));
    attempt(groups.slice(middle));
  };
  const { groups, late } = grouped(document, fixes);
  attempt(groups);
  if (done.length === 0) {
    refused.push(...late.map(({ finding }) => ({ finding, reason: reasons.unreadable })));
  }
  return {
    document: result,
    edits: done.flatMap(({ edits }) => edits),
    count: done.length,
    refused,
  };
}

function withoutOverlaps(fixes: readonly SafeFix[]): readonly SafeFix[] {
  const chosen: SafeFix[] = [];
  const taken: Edit[] = [];
  for (const fix of fixes) {
    if (fix.edits.some((edit) => taken.some((other) => overlap(edit, other)))) continue;
    chosen.push(fix);
    taken.push(...fix.edits);
  }
  return chosen;
}

/**
 * Fixes that are proved together or not at all: those that mend one broken text. Other fixes of such a
 * text come late, once it can be read.
 */
function grouped(
  document: BYOBDocument,
  fixes: readonly SafeFix[],
): { readonly groups: readonly (readonly SafeFix[])[]; readonly late: readonly SafeFix[] } {
  const broken = outlines(document).filter(isBroken);
  const groups: (readonly SafeFix[])[] = [];
  const late: SafeFix[] = [];
  const mending = new Map<Outline, SafeFix[]>();
  for (const fix of fixes) {
    const around = broken.findLast(({ span }) => isWithin(fix, span));
    if (around === undefined) {
      groups.push([fix]);
    } else if (!isMending(fix, around.problems)) {
      late.push(fix);
    } else {
      const group = mending.get(around) ?? [];
      if (group.length === 0) {
        mending.set(around, group);
        groups.push(group);
      }
      group.push(fix);
    }
  }
  return { groups, late };
}

function isWithin({ edits }: SafeFix, span: Span): boolean {
  return edits.some((edit) => contains(span, edit.span));
}

function isMending({ edits }: SafeFix, problems: readonly Problem[]): boolean {
  return edits.every((edit) => problems.some(({ span }) => touches(span, edit.span)));
}

function isBroken({ problems }: Outline): boolean {
  return problems.some(({ code }) => !harmless.has(code));
}

const outlines = rememberFor(outlinesOf);

/** Whether a finding's first fix may be applied unread. An editor asks again with each move of the cursor. */
export function isProved(document: BYOBDocument, finding: Finding, options: CheckOptions): boolean {
  const known = proved.get(finding);
  if (known?.document === document) return known.holds;
  const holds = proveFixes(document, safeFixes([finding]), options).reason === undefined;
  proved.set(finding, { document, holds });
  return holds;
}

const proved = notes<Finding, { readonly document: BYOBDocument; readonly holds: boolean }>();

/** The document after fixes that were proved to be harmless, or why they are not. */
export type Proof =
  { readonly document: BYOBDocument; readonly reason?: undefined } | { readonly reason: Message };

/**
 * Proves on the result that fixes do what they are for, and nothing else: what was read is still read,
 * all values outside the edits are the same, the findings are gone, and no error is new.
 */
export function proveFixes(
  document: BYOBDocument,
  fixes: readonly SafeFix[],
  options: CheckOptions,
): Proof {
  const edits = fixes.flatMap((fix) => fix.edits);
  const after = readAgain(document, applyEdits(document.source.getText(), edits));
  const moves = movesOf(edits);
  const reason =
    textDamage(outlines(document), outlines(after), moves) ??
    partDamage(document, after, moves) ??
    judgment(document, after, fixes, moves, options);
  return reason === undefined ? { document: after } : { reason };
}

/** Where the edits are, in the text before them and after. */
interface Moves {
  readonly edits: readonly { readonly before: Span; readonly after: Span }[];
}

function movesOf(edits: readonly Edit[]): Moves {
  const ordered = edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let shift = 0;
  return {
    edits: ordered.map(({ span, newText }) => {
      const start = span.start + shift;
      shift += newText.length - (span.end - span.start);
      return { before: span, after: { start, end: start + newText.length } };
    }),
  };
}

/** Where a stretch outside of the edits is after them. */
function moved({ edits }: Moves, { start, end }: Span): Span {
  let shift = 0;
  for (const { before, after } of edits) {
    if (before.end > start) break;
    shift = after.end - before.end;
  }
  return { start: start + shift, end: end + shift };
}

/** How an edit meets a stretch: it changes it, it only stands at its edge, or neither. */
function meeting(edits: Iterable<Span>, span: Span): "inside" | "edge" | "apart" {
  let found: "edge" | "apart" = "apart";
  for (const edit of edits) {
    if (edit.start < span.end && span.start < edit.end) return "inside";
    if (span.start < edit.start && edit.start < span.end) return "inside";
    if (edit.start <= span.end && span.start <= edit.end) found = "edge";
  }
  return found;
}

function textDamage(
  before: readonly Outline[],
  after: readonly Outline[],
  moves: Moves,
): Message | undefined {
  const edited = before.filter(({ span }) =>
    moves.edits.some((edit) => contains(span, edit.before)),
  );
  const wasBroken = edited.some(isBroken);
  if (wasBroken) {
    const left = after.filter(({ span }) => moves.edits.some((edit) => contains(span, edit.after)));
    if (left.some(isBroken)) return reasons.unreadable;
  }
  const known = countBy(before.flatMap(({ problems }) => problems.map(({ code }) => code)));
  const now = countBy(after.flatMap(({ problems }) => problems.map(({ code }) => code)));
  for (const [code, count] of now) if (count > (known.get(code) ?? 0)) return reasons.problem;
  return leafDamage(before, after, moves, wasBroken) ? reasons.damage : undefined;
}

/** Whether a value outside of the edits is gone or changed, or a new one has come up there. */
function leafDamage(
  before: readonly Outline[],
  after: readonly Outline[],
  moves: Moves,
  wasBroken: boolean,
): boolean {
  const spansBefore = moves.edits.map((edit) => edit.before);
  const spansAfter = moves.edits.map((edit) => edit.after);
  const left = new Map<string, number>();
  const atEdge = new Set<string>();
  const changed: Leaf[] = [];
  for (const { format, leaves } of after) {
    for (const leaf of leaves) {
      const key = keyOf(format, leaf, leaf.span, spansAfter);
      left.set(key, (left.get(key) ?? 0) + 1);
      const met = meeting(spansAfter, leaf.span);
      if (met !== "apart") {
        atEdge.add(key);
        changed.push(leaf);
      }
    }
  }
  for (const { format, leaves } of before) {
    for (const leaf of leaves) {
      const met = meeting(spansBefore, leaf.span);
      if (met === "inside") continue;
      const span = moved(moves, leaf.span);
      const key = keyOf(format, leaf, span, spansBefore);
      const count = left.get(key) ?? 0;
      if (count > 0) {
        left.set(key, count - 1);
      } else if (met === "apart" || !changed.some((other) => isGrown(leaf, other))) {
        return true;
      }
    }
  }
  // What could not be read before may well come up.
  return !wasBroken && [...left].some(([key, count]) => count > 0 && !atEdge.has(key));
}

/** Whether an edit at the edge of a value has only made it longer. */
function isGrown(before: Leaf, after: Leaf): boolean {
  return after.value.startsWith(before.value) || after.value.endsWith(before.value);
}

function keyOf(
  format: string,
  { under, value }: Leaf,
  { start, end }: Span,
  edits: readonly Span[],
): string {
  const path: string[] = [format, String(start), String(end), value];
  for (let at: Name | undefined = under; at !== undefined; at = at.under) {
    // A key that is renamed is still the same one.
    path.push(meeting(edits, at.span) === "apart" ? at.name : "");
  }
  return path.join("\n");
}

function countBy<Key>(keys: Iterable<Key>): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Whether a part that was read is no longer, unless the edits removed all of it. */
function partDamage(before: BYOBDocument, after: BYOBDocument, moves: Moves): Message | undefined {
  const isLost = before.parts.some(({ kind, span }) => {
    if (moves.edits.some((edit) => contains(edit.before, span))) return false;
    const start = moved(moves, { start: span.start, end: span.start }).start;
    const end = moved(moves, { start: span.end, end: span.end }).end;
    return !after.parts.some((part) => part.kind === kind && touches(part.span, { start, end }));
  });
  return isLost
    ? message(
        "The fix was not applied because part of the text would no longer be recognized and checked.",
      )
    : undefined;
}

/** Whether judging again leaves a finding that was to go, or brings an error. */
function judgment(
  before: BYOBDocument,
  after: BYOBDocument,
  fixes: readonly SafeFix[],
  moves: Moves,
  options: CheckOptions,
): Message | undefined {
  const findings = check(after, options);
  const wasBroken = outlines(before).some(
    (outline) =>
      isBroken(outline) && moves.edits.some((edit) => contains(outline.span, edit.before)),
  );
  const known = countBy(check(before, options).map(tellingOf));
  const now = countBy(findings.map(tellingOf));
  for (const [telling, count] of countBy(fixes.map(({ finding }) => tellingOf(finding)))) {
    if ((now.get(telling) ?? 0) > (known.get(telling) ?? 0) - count) return reasons.remains;
  }
  const isNew = (finding: Finding): boolean =>
    (now.get(tellingOf(finding)) ?? 0) > (known.get(tellingOf(finding)) ?? 0);
  if (findings.some((finding) => opening.has(finding.rule) && isNew(finding))) {
    return reasons.opens;
  }
  // What could not be read before may well be wrong.
  if (wasBroken) return undefined;
  // What is mended next is only on the way.
  const left = findings.filter((finding) => safeFixes([finding]).length === 0);
  if (left.length > check(before, options).length) return reasons.more;
  const added = left.find((finding) => finding.severity === "error" && isNew(finding));
  return added === undefined
    ? undefined
    : message("The fix was not applied because it would introduce an error ({rule}).", {
        rule: added.rule,
      });
}

function tellingOf({ rule, message: said }: Finding): string {
  return `${rule} ${formatMessage(said)}`;
}
