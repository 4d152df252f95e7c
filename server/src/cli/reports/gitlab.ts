import { type Finding } from "../../rules/rule.js";
import { type Severity } from "../../schema/severity.js";
import { formatMessage } from "../../text/message.js";
import { fingerprints } from "./fingerprint.js";
import { jsonList, listed, type CheckedFile, type Report, type ReportOptions } from "./report.js";

const severities: Readonly<Record<Severity, "critical" | "major" | "minor" | "info">> = {
  error: "critical",
  warning: "major",
  info: "minor",
  hint: "info",
};

/** GitLab's report of code quality. */
export function gitlabReport(options: ReportOptions): Report {
  const fingerprint = fingerprints();
  const entries = jsonList("[", "]\n");
  const entryOf = (file: CheckedFile, finding: Finding): object => {
    const { source } = file.document;
    return {
      description: formatMessage(finding.message),
      check_name: finding.rule,
      fingerprint: fingerprint(file, finding),
      severity: severities[finding.severity],
      location: {
        path: file.path,
        lines: {
          begin: source.positionAt(finding.span.start).line + 1,
          end: source.positionAt(finding.span.end).line + 1,
        },
      },
    };
  };
  return {
    file: (file) => entries.add(listed(file, options).map((finding) => entryOf(file, finding))),
    end: entries.end,
  };
}
