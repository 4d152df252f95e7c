import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from "vscode-languageserver-types";
import { rulePage } from "../catalog/pages.js";
import { isTelling, longest, type BYOBDocument } from "../documents/document.js";
import { check, type CheckOptions } from "../rules/check.js";
import { allRules } from "../rules/registry.js";
import { type Finding, type RuleMeta } from "../rules/rule.js";
import { formatMessage, message } from "../text/message.js";
import { severities, sourceName, toRange } from "./lsp.js";

const tooLarge = message(
  "This file is larger than {limit} MB, so it is not checked for W&B storage configuration.",
  { limit: String(longest / 1_000_000) },
);

/** How much of a long text tells whether its reader would miss us. */
const head = 100_000;

/** What the editor can show, and what it already says itself about this document. */
export interface DiagnosticsOptions {
  readonly relatedInformation?: boolean;
  readonly editorReports?: readonly NonNullable<RuleMeta["editorReports"]>[];
}

/** The rules that an editor's own JSON support repeats. */
const editorReportsByRule = new Map(allRules.map(({ id, editorReports }) => [id, editorReports]));

/** What there is to say about a document, as an editor shows it. */
export function diagnostics(
  document: BYOBDocument,
  options: CheckOptions,
  { relatedInformation = true, editorReports = [] }: DiagnosticsOptions = {},
): Diagnostic[] {
  if (document.unread === "too-large") {
    if (!isTelling(document.source.getText().slice(0, head))) return [];
    const start = { line: 0, character: 0 };
    return [
      {
        range: { start, end: start },
        severity: DiagnosticSeverity.Information,
        source: sourceName,
        message: formatMessage(tooLarge),
      },
    ];
  }
  return check(document, options)
    .filter(({ rule }) => {
      const reported = editorReportsByRule.get(rule);
      return reported === undefined || !editorReports.includes(reported);
    })
    .map((finding) => toDiagnostic(document, finding, relatedInformation));
}

export function toDiagnostic(
  { uri, source }: BYOBDocument,
  { rule, severity, message: text, span, related, unnecessary }: Finding,
  relatedInformation = true,
): Diagnostic {
  return {
    range: toRange(source, span),
    severity: severities[severity],
    code: rule,
    codeDescription: { href: rulePage(rule) },
    source: sourceName,
    message: formatMessage(text),
    ...(unnecessary ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(relatedInformation && related.length > 0
      ? {
          relatedInformation: related.map((other) => ({
            location: { uri, range: toRange(source, other.span) },
            message: formatMessage(other.message),
          })),
        }
      : {}),
  };
}
