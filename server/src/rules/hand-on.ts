import { type BYOBDocument } from "../documents/document.js";
import { type Part } from "../documents/part.js";
import { isChangeEdit } from "../text/source-text.js";
import { contains, type Span } from "../text/span.js";
import { judgedParts } from "./check.js";
import { type Finding } from "./rule.js";

type AddressPart = Part<"address">;

/**
 * Hands the findings of one version on to the next for the addresses that the edit between them left as
 * they were, so that a keystroke costs what it changed. All that is judged of an address stands in it;
 * a document with rules or statements is judged as a whole.
 */
export function handOn(before: BYOBDocument, after: BYOBDocument): void {
  const movedBy = unchangedStretches(before.source.getText(), after.source.getText());
  const known = new Map<string, { readonly part: AddressPart; readonly shift: number }>();
  for (const part of addressesOf(before)) {
    const shift = movedBy(extentOf(part));
    if (shift !== undefined) known.set(keyOf(part, shift), { part, shift });
  }
  for (const part of addressesOf(after)) {
    const { part: same, shift } = known.get(keyOf(part, 0)) ?? { part, shift: 0 };
    const judged = judgedParts.get(same);
    if (judged?.findings.every((finding) => canMove(same, finding, shift)) !== true) continue;
    const findings = judged.findings.map((finding) => moveFinding(finding, shift));
    judgedParts.set(part, { ...judged, findings });
  }
}

function addressesOf({ parts }: BYOBDocument): readonly AddressPart[] {
  return parts.filter((part) => part.kind === "address");
}

/** How far a stretch that an edit did not touch has moved; nothing for any other. */
function unchangedStretches(before: string, after: string): (span: Span) => number | undefined {
  const shift = after.length - before.length;
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before.charCodeAt(head) === after.charCodeAt(head)) head += 1;
  let tail = before.length;
  const least = Math.max(head, head - shift);
  while (tail > least && before.charCodeAt(tail - 1) === after.charCodeAt(tail + shift - 1)) {
    tail -= 1;
  }
  return ({ start, end }) => (end <= head ? 0 : start >= tail ? shift : undefined);
}

/** What tells an address from others: its place, and what its rules are told besides its text. */
function keyOf({ dialect, span, model }: AddressPart, shift: number): string {
  const { name, known, quote } = model.context;
  return [dialect, span.start + shift, span.end + shift, name, known, quote].join("\n");
}

/** The address with the name that stands before it. */
function extentOf({ span, model }: AddressPart): Span {
  const { nameSpan = span } = model.context;
  return {
    start: Math.min(span.start, nameSpan.start),
    end: Math.max(span.end, nameSpan.end),
  };
}

/** Whether a finding is about its address alone, and none of its edits is tied to a place in the text. */
function canMove(part: AddressPart, { span, fixes, related }: Finding, shift: number): boolean {
  const extent = extentOf(part);
  const edits = fixes.flatMap((fix) => fix.edits);
  return (
    contains(extent, span) &&
    related.every((each) => contains(extent, each.span)) &&
    edits.every((edit) => contains(extent, edit.span) && (shift === 0 || !isChangeEdit(edit)))
  );
}

function moveFinding(finding: Finding, shift: number): Finding {
  if (shift === 0) return finding;
  const { span, fixes, related } = finding;
  const moved = ({ start, end }: Span): Span => ({ start: start + shift, end: end + shift });
  return {
    ...finding,
    span: moved(span),
    fixes: fixes.map((fix) => ({
      ...fix,
      edits: fix.edits.map((edit) => ({ ...edit, span: moved(edit.span) })),
    })),
    related: related.map((each) => ({ ...each, span: moved(each.span) })),
  };
}
