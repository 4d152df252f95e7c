import { rulePage } from "../../catalog/pages.js";
import { type BYOBDocument } from "../../documents/document.js";
import { pointerAt } from "../../documents/pointer.js";
import { toRange, toTextEdit } from "../../features/lsp.js";
import { type Finding } from "../../rules/rule.js";
import { version } from "../../server/version.js";
import { formatMessage } from "../../text/message.js";
import { contains } from "../../text/span.js";
import {
  jsonList,
  listed,
  printableFixes,
  type CheckedFile,
  type Report,
  type ReportOptions,
} from "./report.js";

/** For other programs; `schemas/report.schema.json` documents the shape, which `schemaVersion` fixes. */
export function jsonReport(options: ReportOptions): Report {
  const tool = JSON.stringify({ name: "byob", version });
  const files = jsonList(`{\n  "schemaVersion": 1,\n  "tool": ${tool},\n  "files": [`, "]");
  return {
    file: (file) => {
      const findings = listed(file, options);
      return files.add(findings.length > 0 || options.all ? [fileOf(file, findings)] : []);
    },
    end: (summary) => `${files.end()},\n  "summary": ${JSON.stringify(summary)}\n}\n`,
  };
}

function fileOf({ path, document }: CheckedFile, findings: readonly Finding[]): unknown {
  const fixesOf = printableFixes(document);
  const toJson = (finding: Finding): object => ({
    rule: finding.rule,
    page: rulePage(finding.rule),
    severity: finding.severity,
    message: formatMessage(finding.message),
    range: toRange(document.source, finding.span),
    pointer: pointerOf(document, finding),
    equivalents: finding.equivalents,
    fixes: fixesOf(finding).map(({ title, safety, edits }) => ({
      title: formatMessage(title),
      safety,
      edits: edits.map((edit) => toTextEdit(document.source, edit)),
    })),
  });
  return {
    path,
    parts: document.parts.map(({ kind, dialect, span }) => ({
      kind,
      ...(dialect === undefined ? {} : { dialect }),
      range: toRange(document.source, span),
    })),
    findings: findings.map(toJson),
  };
}

function pointerOf({ parts }: BYOBDocument, { span }: Finding): string | null {
  const part = parts.find((each) => each.json !== undefined && contains(each.span, span));
  return part?.json === undefined ? null : pointerAt(part.json, span);
}
