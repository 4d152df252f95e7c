import { TextDocument } from "vscode-languageserver-textdocument";
import {
  readDocument,
  type BYOBDocument,
  type Readers,
} from "../../server/src/documents/document.js";
import { formatOf } from "../../server/src/documents/format.js";
import { type CheckOptions } from "../../server/src/rules/check.js";
import { applySafeFixes, settle } from "../../server/src/rules/prove-fix.js";
import { type HclParser } from "../../server/src/syntax/hcl-parser.js";
import { type Edit } from "../../server/src/text/span.js";
import { judgeOf, type Judge } from "./judges.js";
import { mangle } from "./mangle.js";
import { createRandom } from "./random.js";
import { type Sample } from "./samples.js";

/** A text that fixing harmed. */
export interface Failure {
  readonly kind: string;
  readonly sample: string;
  readonly seed: number;
  readonly before: string;
  readonly after: string;
}

export interface FuzzResult {
  readonly count: number;
  /** How many of the texts were changed by a fix. */
  readonly changed: number;
  readonly failures: readonly Failure[];
}

export interface FuzzTools {
  readonly readers: Readers;
  readonly parseHcl: HclParser;
}

/** Fixes `count` mangled texts as the command line does, and asks other programs what became of them. */
export function fuzz(
  samples: readonly Sample[],
  {
    seed,
    count,
    tools,
  }: { readonly seed: number; readonly count: number; readonly tools: FuzzTools },
): FuzzResult {
  const failures: Failure[] = [];
  let changed = 0;
  for (let index = 0; index < count; index += 1) {
    const own = seed + index;
    const random = createRandom(own);
    const sample = samples[random.below(samples.length)];
    if (sample === undefined) break;
    const before = mangle(sample.text, random);
    const { kinds, after } = harmOf(sample, before, tools);
    if (after !== before) changed += 1;
    failures.push(
      ...kinds.map((kind) => ({ kind, sample: sample.name, seed: own, before, after })),
    );
  }
  return { count, changed, failures };
}

/** What fixing does to a text that it must not do. */
export function harmOf(
  { fileName, language, profile }: Sample,
  before: string,
  { readers, parseHcl }: FuzzTools,
): { readonly kinds: readonly string[]; readonly after: string } {
  const options: CheckOptions = { profile };
  const uri = `file:///${fileName}`;
  const read = (text: string): BYOBDocument =>
    readDocument(TextDocument.create(uri, language, 1, text), {
      readers,
      addressKeys: profile.addressKeys,
    });
  let after = before;
  try {
    const document = read(before);
    const fixed = settle(document, options);
    after = fixed.document.source.getText();
    if (after === before) return { kinds: [], after };
    const kinds: string[] = [];
    const again = read(after);
    if (settle(again, options).count > 0) kinds.push("a second run changes more");
    if (partsLost(document, again)) kinds.push("a part is no longer read");
    const judge = judgeOf(fileName, formatOf(uri, language), parseHcl);
    if (judge !== undefined) {
      const [faults, left] = [judge.faults(before), judge.faults(after)];
      if (left > faults) kinds.push(faults === 0 ? "valid became invalid" : "more is invalid");
      if (valuesLost(document, options, judge)) kinds.push("more than what was fixed is changed");
    }
    return { kinds, after };
  } catch (fault) {
    return { kinds: [`it throws: ${String(fault).split("\n", 1)[0] ?? ""}`], after };
  }
}

function partsLost(before: BYOBDocument, after: BYOBDocument): boolean {
  const kinds = new Set(before.parts.map(({ kind }) => kind));
  const counted = ({ parts }: BYOBDocument, asked: string): number =>
    parts.filter(({ kind }) => kind === asked).length;
  return [...kinds].some((kind) => counted(after, kind) < counted(before, kind));
}

/** Whether a value that no fix touches is another afterwards, as another program reads it. */
function valuesLost(document: BYOBDocument, options: CheckOptions, { values }: Judge): boolean {
  if (values === undefined) return false;
  for (let current = document; ;) {
    const { document: next, edits, count } = applySafeFixes(current, options);
    if (count === 0) return false;
    const seen = values(current.source.getText());
    const now = new Set(
      values(next.source.getText()).map(({ start, value }) => `${String(start)} ${String(value)}`),
    );
    for (const { start, end, value } of seen) {
      if (edits.some(({ span }) => span.start <= end && start <= span.end)) continue;
      if (!now.has(`${String(start + shiftAt(edits, start))} ${String(value)}`)) return true;
    }
    current = next;
  }
}

function shiftAt(edits: readonly Edit[], offset: number): number {
  return edits
    .filter(({ span }) => span.end <= offset)
    .reduce((sum, { span, newText }) => sum + newText.length - (span.end - span.start), 0);
}
