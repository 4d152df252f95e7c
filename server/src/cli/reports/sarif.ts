import { repositoryUrl, rulePage } from "../../catalog/pages.js";
import { type Finding } from "../../rules/rule.js";
import { allRules } from "../../rules/registry.js";
import { type Severity } from "../../schema/severity.js";
import { version } from "../../server/version.js";
import { formatMessage } from "../../text/message.js";
import { type Span } from "../../text/span.js";
import { fingerprints } from "./fingerprint.js";
import {
  jsonList,
  listed,
  printableFixes,
  type CheckedFile,
  type Report,
  type ReportOptions,
} from "./report.js";

const levels: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  info: "note",
  hint: "note",
};

const ruleIndex = new Map(allRules.map(({ id }, index) => [id as string, index]));

/** SARIF 2.1.0, as code scanning reads it. Addresses of files are relative to the working directory. */
export function sarifReport(options: ReportOptions): Report {
  const fingerprint = fingerprints();
  const driver = {
    name: "byob",
    version,
    semanticVersion: version,
    informationUri: repositoryUrl,
    rules: allRules.map(({ id, severity, summary, rationale }) => ({
      id,
      shortDescription: { text: summary },
      fullDescription: { text: rationale },
      help: { text: `${summary} ${rationale}`, markdown: `${summary}\n\n${rationale}` },
      helpUri: rulePage(id),
      defaultConfiguration: { level: levels[severity] },
    })),
  };
  const head = `{\n  "$schema": "https://json.schemastore.org/sarif-2.1.0.json",\n  "version": "2.1.0",\n  "runs": [{\n  "tool": ${JSON.stringify({ driver })},\n  "columnKind": "utf16CodeUnits",\n  "results": [`;
  const results = jsonList(head, "]\n  }]\n}\n");
  return {
    file: (file) =>
      results.add(listed(file, options).map((finding) => resultOf(file, finding, fingerprint))),
    end: results.end,
  };
}

function resultOf(
  file: CheckedFile,
  finding: Finding,
  fingerprint: ReturnType<typeof fingerprints>,
): object {
  const { document } = file;
  const artifactLocation = { uri: uriOf(file.path) };
  const region = (span: Span): object => {
    const start = document.source.positionAt(span.start);
    const end = document.source.positionAt(span.end);
    return {
      startLine: start.line + 1,
      startColumn: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
    };
  };
  const place = (span: Span): object => ({
    physicalLocation: { artifactLocation, region: region(span) },
  });
  const fixes = printableFixes(document)(finding);
  return {
    ruleId: finding.rule,
    ruleIndex: ruleIndex.get(finding.rule),
    level: levels[finding.severity],
    message: { text: formatMessage(finding.message) },
    locations: [place(finding.span)],
    ...(finding.related.length === 0
      ? {}
      : {
          relatedLocations: finding.related.map(({ span, message }) => ({
            ...place(span),
            message: { text: formatMessage(message) },
          })),
        }),
    partialFingerprints: { "byob/v1": fingerprint(file, finding) },
    ...(fixes.length === 0
      ? {}
      : {
          fixes: fixes.map(({ title, edits }) => ({
            description: { text: formatMessage(title) },
            artifactChanges: [
              {
                artifactLocation,
                replacements: edits.map(({ span, newText }) => ({
                  deletedRegion: region(span),
                  insertedContent: { text: newText },
                })),
              },
            ],
          })),
        }),
  };
}

/** A relative path as a relative URI. */
function uriOf(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}
