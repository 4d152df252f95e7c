import { DiagnosticSeverity, type Range, type TextEdit } from "vscode-languageserver-types";
import { type TextDocument } from "vscode-languageserver-textdocument";
import { type Severity } from "../schema/severity.js";
import { type Edit, type Span } from "../text/span.js";

/** The name under which every diagnostic of this server is listed. */
export const sourceName = "byob";

export const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export function toRange(source: TextDocument, { start, end }: Span): Range {
  return { start: source.positionAt(start), end: source.positionAt(end) };
}

export function toSpan(source: TextDocument, { start, end }: Range): Span {
  return { start: source.offsetAt(start), end: source.offsetAt(end) };
}

export function toTextEdit(source: TextDocument, { span, newText }: Edit): TextEdit {
  return { range: toRange(source, span), newText };
}
