import { type Finding } from "../../rules/rule.js";
import { inert } from "../../text/inert.js";
import { formatMessage } from "../../text/message.js";
import { type Severity } from "../../schema/severity.js";
import { holdsSecret, secretsOf } from "../../features/held-secret.js";
import {
  listed,
  placeOf,
  printableFixes,
  rankOf,
  type CheckedFile,
  type Report,
  type ReportOptions,
  type Summary,
} from "./report.js";

/** For people: one line a finding, or on a terminal the place in its line too. */
export function textReport(options: ReportOptions): Report {
  const paint = options.style.color ? colored : plain;
  const { pretty } = options.style;
  return {
    file: (file) => {
      // What stops W&B comes first.
      const findings = listed(file, options).toSorted(
        (a, b) => rankOf(a.severity) - rankOf(b.severity),
      );
      if (findings.length === 0) return "";
      return pretty ? prettyFile(file, findings, paint) : plainFile(file, findings);
    },
    end: (summary) => `${closing(summary)}\n${nextStep(summary)}`,
  };
}

type Paint = (text: string, style: Severity | "dim" | "bold") => string;

const plain: Paint = (text) => text;

const codes = { error: 31, warning: 33, info: 36, hint: 90, dim: 90, bold: 1 } as const;

const colored: Paint = (text, style) => `\u001B[${String(codes[style])}m${text}\u001B[0m`;

function plainFile({ path, document }: CheckedFile, findings: readonly Finding[]): string {
  return findings
    .map(({ rule, severity, message, span }) => {
      const place = `${inert(path)}:${placeOf(document, span.start)}`;
      return `${place}: ${severity}: ${inert(formatMessage(message))} [${rule}]\n`;
    })
    .join("");
}

function prettyFile(
  { path, document }: CheckedFile,
  findings: readonly Finding[],
  paint: Paint,
): string {
  const secrets = secretsOf(document);
  const fixesOf = printableFixes(document);
  const blocks = findings.map((finding) => {
    const { rule, severity, message, span } = finding;
    const place = placeOf(document, span.start);
    const [fix] = fixesOf(finding);
    return [
      `  ${paint(place, "dim")} ${paint(severity, severity)} ${inert(formatMessage(message))} ${paint(rule, "dim")}`,
      ...excerpt(document.source.getText(), span, secrets).map((each) => `    ${each}`),
      ...(fix === undefined
        ? []
        : [`    ${paint("Fix:", "dim")} ${inert(formatMessage(fix.title))}`]),
    ].join("\n");
  });
  return `${paint(inert(path), "bold")}\n${blocks.join("\n\n")}\n\n`;
}

/** More of a line than this is left out, around the place that matters. */
const widest = 100;

/**
 * What stands behind a second colon, or before an "@", may be a secret, whether or not an address was read
 * there.
 */
const credentials = /:\/{0,2}[^\s:/]+:[^\s:]{6,}|\/\/[^\s/@]{6,}@/;

/** The line of a place with carets below it; nothing where a secret stands in it. */
function excerpt(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  secrets: readonly string[],
): readonly string[] {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const found = text.indexOf("\n", start);
  const lineEnd = found < 0 ? text.length : found;
  const from = Math.max(lineStart, Math.min(start - 40, lineEnd - widest));
  const shown = text.slice(from, Math.min(lineEnd, from + widest)).trimEnd();
  if (holdsSecret([shown], secrets) || credentials.test(text.slice(lineStart, lineEnd))) return [];
  const before = inert(shown.slice(0, start - from));
  const markedEnd = Math.max(start, Math.min(end, lineEnd)) - from;
  const marked = inert(shown.slice(start - from, markedEnd));
  const rest = inert(shown.slice(markedEnd));
  const carets = "^".repeat(Math.max(1, marked.length));
  return [`${before}${marked}${rest}`, `${" ".repeat(before.length)}${carets}`];
}

/** How much was checked and found. */
function closing({ files, errors, warnings, infos, hints }: Summary): string {
  const counts = [
    counted(errors, "error"),
    counted(warnings, "warning"),
    `${String(infos)} info`,
    ...(hints > 0 ? [counted(hints, "hint")] : []),
  ];
  return `${counted(files, "file")} checked: ${counts.join(", ")}`;
}

function nextStep({ fixable }: Summary): string {
  return fixable === 0 ? "" : `${String(fixable)} can be fixed with byob fix\n`;
}

function counted(number: number, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? "" : "s"}`;
}
