import { type Finding } from "../../rules/rule.js";
import { inert } from "../../text/inert.js";
import { formatMessage } from "../../text/message.js";
import { listed, placeOf, type CheckedFile, type Report, type ReportOptions } from "./report.js";

/** JUnit's XML: a suite for each file, a failure for each finding. */
export function junitReport(options: ReportOptions): Report {
  let isFirst = true;
  const head = `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="byob">\n`;
  return {
    file: (file) => {
      const findings = listed(file, options);
      if (findings.length === 0 && !options.all) return "";
      const before = isFirst ? head : "";
      isFirst = false;
      return before + suiteOf(file, findings);
    },
    end: () => `${isFirst ? head : ""}</testsuites>\n`,
  };
}

function suiteOf({ path, document }: CheckedFile, findings: readonly Finding[]): string {
  const name = attribute(path);
  const cases =
    findings.length === 0
      ? [`    <testcase name="byob" classname="${name}"/>\n`]
      : findings.map(({ rule, severity, message, span }) => {
          const place = placeOf(document, span.start);
          const text = attribute(formatMessage(message));
          const body = attribute(`${path}:${place}`);
          return `    <testcase name="${attribute(`${rule} ${place}`)}" classname="${name}">\n      <failure type="${severity}" message="${text}">${body}</failure>\n    </testcase>\n`;
        });
  return `  <testsuite name="${name}" tests="${String(cases.length)}" failures="${String(findings.length)}">\n${cases.join("")}  </testsuite>\n`;
}

/** A text for an attribute or an element; XML has no form for most control characters. */
function attribute(text: string): string {
  return inert(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
