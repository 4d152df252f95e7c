import { type BYOBDocument } from "../documents/document.js";
import { type AnyPart, type Part } from "../documents/part.js";
import { type Statement } from "../model/policy/policy.js";
import { type Change, changeBetween, movedBy } from "../text/change.js";
import { isChangeEdit } from "../text/source-text.js";
import { contains, touches, type Span } from "../text/span.js";
import { cleanStatements, judgedParts } from "./check.js";
import { type Finding } from "./rule.js";

type AddressPart = Part<"address">;

/**
 * Hands on from one version of a document to the next what the edit between them left as it was, so that
 * a keystroke costs what it changed: the findings of addresses, and which statements of a policy are
 * clean. All else is judged as a whole.
 */
export function handOn(before: BYOBDocument, after: BYOBDocument): void {
  const change = changeBetween(before.source.getText(), after.source.getText());
  handOnAddresses(before, after, change);
  handOnStatements(before, after, change);
}

/** All that is judged of an address stands in it, so its findings only move. */
function handOnAddresses(before: BYOBDocument, after: BYOBDocument, change: Change): void {
  const known = new Map<string, { readonly part: AddressPart; readonly shift: number }>();
  for (const part of addressesOf(before)) {
    const shift = movedBy(change, extentOf(part));
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

/** An edit within one statement of a file leaves the others clean, if they were. */
function handOnStatements(before: BYOBDocument, after: BYOBDocument, change: Change): void {
  const [earlier, later] = [policyFile(before), policyFile(after)];
  if (earlier === undefined || later === undefined || earlier.dialect !== later.dialect) return;
  const judged = judgedParts.get(earlier);
  const [known, model] = [earlier.model, later.model];
  if (judged === undefined || known.generalPurpose !== model.generalPurpose) return;
  if (known.statements.length !== model.statements.length) return;
  const touched = known.statements.findIndex(({ node }) => isWithin(node.span, change.span));
  if (touched < 0) return;
  const clean = new Set<Statement>();
  for (const [index, { node }] of known.statements.entries()) {
    if (index === touched) continue;
    const same = model.statements[index];
    const shift = movedBy(change, node.span);
    // A quote or a brace may have swallowed it.
    if (shift === undefined || same?.node.span.start !== node.span.start + shift) return;
    if (same.node.span.end !== node.span.end + shift) return;
    if (judged.findings.every(({ span }) => !touches(node.span, span))) clean.add(same);
  }
  cleanStatements.set(model, { ...judged, statements: clean });
}

/** The policy that a JSON file is. */
function policyFile({ format, parts }: BYOBDocument): Part<"policy" | "key-policy"> | undefined {
  const [part] = parts;
  return format === "json" && parts.length === 1 && isPolicyFile(part) ? part : undefined;
}

function isPolicyFile(part: AnyPart | undefined): part is Part<"policy" | "key-policy"> {
  return (
    (part?.kind === "policy" || part?.kind === "key-policy") && part.model.source !== undefined
  );
}

function isWithin(outer: Span, inner: Span): boolean {
  return outer.start < inner.start && inner.end < outer.end;
}

function addressesOf({ parts }: BYOBDocument): readonly AddressPart[] {
  return parts.filter((part) => part.kind === "address");
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
