import { type Severity } from "../../schema/severity.js";
import { inert } from "../../text/inert.js";
import { formatMessage } from "../../text/message.js";
import { listed, type Report, type ReportOptions } from "./report.js";

const commands: Readonly<Record<Severity, "error" | "warning" | "notice">> = {
  error: "error",
  warning: "warning",
  info: "notice",
  hint: "notice",
};

/** Workflow commands of GitHub Actions, which become annotations. */
export function githubReport(options: ReportOptions): Report {
  return {
    file: (file) =>
      listed(file, options)
        .map(({ rule, severity, message, span }) => {
          const start = file.document.source.positionAt(span.start);
          const end = file.document.source.positionAt(span.end);
          const properties = {
            file: file.path,
            line: start.line + 1,
            endLine: end.line + 1,
            // Columns are only taken within one line.
            ...(start.line === end.line
              ? { col: start.character + 1, endColumn: end.character + 1 }
              : {}),
            title: rule,
          };
          const list = Object.entries(properties).map(
            ([name, value]) => `${name}=${escapeProperty(String(value))}`,
          );
          return `::${commands[severity]} ${list.join(",")}::${escapeData(formatMessage(message))}\n`;
        })
        .join(""),
    end: () => "",
  };
}

function escapeData(text: string): string {
  return inert(text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A"));
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
