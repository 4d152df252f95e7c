import { githubReport } from "./github.js";
import { gitlabReport } from "./gitlab.js";
import { jsonReport } from "./json.js";
import { junitReport } from "./junit.js";
import { type Report, type ReportOptions } from "./report.js";
import { sarifReport } from "./sarif.js";
import { textReport } from "./text.js";

/** How findings are reported, by the name of the format. */
export const reportFormats = {
  text: textReport,
  json: jsonReport,
  sarif: sarifReport,
  github: githubReport,
  gitlab: gitlabReport,
  junit: junitReport,
} as const satisfies Readonly<Record<string, (options: ReportOptions) => Report>>;

export type ReportFormat = keyof typeof reportFormats;

export const reportFormatNames = Object.keys(reportFormats) as readonly ReportFormat[];
