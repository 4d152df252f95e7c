import { type Severity } from "../../schema/severity.js";
import { inertJson } from "../../text/inert.js";
import { formatMessage } from "../../text/message.js";
import { fingerprints } from "./fingerprint.js";
import { listed, type Report, type ReportOptions } from "./report.js";

const severities: Readonly<Record<Severity, "critical" | "major" | "minor" | "info">> = {
  error: "critical",
  warning: "major",
  info: "minor",
  hint: "info",
};

/** GitLab's report of code quality. */
export function gitlabReport(options: ReportOptions): Report {
  const fingerprint = fingerprints();
  let isFirst = true;
  return {
    file: (file) => {
      const entries = listed(file, options).map((finding) => {
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
      });
      if (entries.length === 0) return "";
      const before = isFirst ? "[\n" : ",\n";
      isFirst = false;
      return before + inertJson(entries.map((entry) => JSON.stringify(entry)).join(",\n"));
    },
    end: () => (isFirst ? "[]\n" : "\n]\n"),
  };
}
