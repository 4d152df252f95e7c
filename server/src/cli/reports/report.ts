import { type BYOBDocument } from "../../documents/document.js";
import { holdsSecret, secretsOf } from "../../features/held-secret.js";
import { fixesOfFaults } from "../../rules/prove-fix.js";
import { type Finding, type Fix } from "../../rules/rule.js";
import { allSeverities, type Severity } from "../../schema/severity.js";
import { inertJson } from "../../text/inert.js";
import { type Style } from "../terminal.js";

/** A file that was read, and what was found in it. */
export interface CheckedFile {
  /** Relative to the working directory, with slashes. */
  readonly path: string;
  readonly document: BYOBDocument;
  /** In document order. */
  readonly findings: readonly Finding[];
}

/** How many findings there are, of each severity. */
export interface Summary {
  files: number;
  errors: number;
  warnings: number;
  infos: number;
  hints: number;
  /** How many findings have a fix that `byob fix` tries to apply. */
  fixable: number;
}

/** What a report is made with. */
export interface ReportOptions {
  /** Whether errors alone are listed. */
  readonly quiet: boolean;
  /** Whether files without findings are listed. */
  readonly all: boolean;
  /** Whether a person reads it, and whether their terminal shows colors. */
  readonly style: Style;
}

/** A report in the making; each answer is the next stretch of its text. */
export interface Report {
  readonly file: (file: CheckedFile) => string;
  readonly end: (summary: Summary) => string;
}

export function emptySummary(): Summary {
  return { files: 0, errors: 0, warnings: 0, infos: 0, hints: 0, fixable: 0 };
}

/** Where a summary counts the findings of a severity. */
export const counters = {
  error: "errors",
  warning: "warnings",
  info: "infos",
  hint: "hints",
} as const;

/** Counts a file in. */
export function count(summary: Summary, { findings }: CheckedFile): void {
  summary.files += 1;
  summary.fixable += fixesOfFaults(findings).length;
  for (const { severity } of findings) summary[counters[severity]] += 1;
}

/** The findings that a report lists. */
export function listed(
  { findings }: CheckedFile,
  { quiet }: Pick<ReportOptions, "quiet">,
): readonly Finding[] {
  return quiet ? findings.filter(({ severity }) => severity === "error") : findings;
}

/** A smaller rank is graver. */
export function rankOf(severity: Severity): number {
  return allSeverities.indexOf(severity);
}

/** The fixes that a report may print: one that writes a secret again is applied, but never shown. */
export function printableFixes(document: BYOBDocument): (finding: Finding) => readonly Fix[] {
  const secrets = secretsOf(document);
  return ({ fixes }) =>
    fixes.filter(
      ({ edits }) =>
        !holdsSecret(
          edits.map(({ newText }) => newText),
          secrets,
        ),
    );
}

/** `line:column` of a place, counted from 1. */
export function placeOf({ source }: BYOBDocument, offset: number): string {
  const { line, character } = source.positionAt(offset);
  return `${String(line + 1)}:${String(character + 1)}`;
}

/** A list of JSON values in the making, one value a line, between an opening and a closing text. */
export function jsonList(
  open: string,
  close: string,
): { readonly add: (values: readonly unknown[]) => string; readonly end: () => string } {
  let isEmpty = true;
  return {
    add: (values) => {
      if (values.length === 0) return "";
      const before = isEmpty ? `${open}\n` : ",\n";
      isEmpty = false;
      return before + inertJson(values.map((value) => JSON.stringify(value)).join(",\n"));
    },
    end: () => (isEmpty ? open : "\n") + close,
  };
}
