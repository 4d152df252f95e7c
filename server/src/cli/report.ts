import { type BYOBDocument } from "../documents/document.js";
import { pointerAt } from "../documents/pointer.js";
import { holdsSecret, secretsOf } from "../features/address/held-secret.js";
import { toRange, toTextEdit } from "../features/lsp.js";
import { type Finding, type Severity } from "../rules/rule.js";
import { version } from "../server/version.js";
import { formatMessage } from "../text/message.js";
import { inert, inertJson } from "../text/inert.js";
import { contains } from "../text/span.js";

/** A file that was read, and what was found in it. */
export interface CheckedFile {
  readonly path: string;
  readonly document: BYOBDocument;
  readonly findings: readonly Finding[];
}

/** One line a finding, as compilers write them, and a closing line that counts. */
export function textReport(files: readonly CheckedFile[]): string {
  const lines = files.flatMap(({ path, document, findings }) =>
    findings.map(({ rule, severity, message, span }) => {
      const { line, character } = document.source.positionAt(span.start);
      const place = `${inert(path)}:${String(line + 1)}:${String(character + 1)}`;
      return `${place}: ${severity}: ${inert(formatMessage(message))} [${rule}]\n`;
    }),
  );
  const { files: read, errors, warnings, infos, hints } = summary(files);
  const counts = [
    count(errors, "error"),
    count(warnings, "warning"),
    count(infos, "info"),
    ...(hints > 0 ? [count(hints, "hint")] : []),
  ];
  return `${lines.join("")}${count(read, "file")} checked: ${counts.join(", ")}\n`;
}

/** The report that other programs read; its shape is fixed by `schemaVersion`. */
export function jsonReport(files: readonly CheckedFile[]): string {
  const report = {
    schemaVersion: 1,
    tool: { name: "byob", version },
    files: files.map(({ path, document, findings }) => ({
      path,
      parts: document.parts.map(({ kind, dialect, span }) => ({
        kind,
        ...(dialect === undefined ? {} : { dialect }),
        range: toRange(document.source, span),
      })),
      findings: findings.map((finding) => toJson(document, finding, secretsOf(document))),
    })),
    summary: summary(files),
  };
  return `${inertJson(JSON.stringify(report, null, 2))}\n`;
}

function toJson(document: BYOBDocument, finding: Finding, secrets: readonly string[]): unknown {
  const { source } = document;
  const { rule, severity, message, span, equivalents, fixes } = finding;
  return {
    rule,
    severity,
    message: formatMessage(message),
    range: toRange(source, span),
    pointer: pointerOf(document, finding),
    equivalents,
    // A fix that writes a secret again, for its new quotes, is applied by `byob fix` but not printed.
    fixes: fixes
      .filter(({ edits }) => !holdsSecret(edits, secrets))
      .map(({ title, safety, edits }) => ({
        title: formatMessage(title),
        safety,
        edits: edits.map((edit) => toTextEdit(source, edit)),
      })),
  };
}

function pointerOf({ parts }: BYOBDocument, { span }: Finding): string | null {
  const part = parts.find((each) => each.json !== undefined && contains(each.span, span));
  return part?.json === undefined ? null : pointerAt(part.json, span);
}

function summary(files: readonly CheckedFile[]): Readonly<Record<string, number>> & {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly hints: number;
} {
  const of = (wanted: Severity): number =>
    files.reduce(
      (sum, { findings }) => sum + findings.filter(({ severity }) => severity === wanted).length,
      0,
    );
  return {
    files: files.length,
    errors: of("error"),
    warnings: of("warning"),
    infos: of("info"),
    hints: of("hint"),
  };
}

function count(number: number, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? "" : "s"}`;
}
