import { TextDocument } from "vscode-languageserver-textdocument";
import { type Finding } from "../../server/src/rules/rule.js";
import { formatMessage } from "../../server/src/text/message.js";

/** Draws findings under the lines that they lie on. */
export function annotate(text: string, findings: readonly Finding[]): string {
  const document = TextDocument.create("file:///document", "plaintext", 1, text);
  const lines = text.split("\n");
  const below = new Map<number, string[]>();
  for (const finding of findings) {
    const start = document.positionAt(finding.span.start);
    const end = document.positionAt(finding.span.end);
    if (start.line !== end.line) {
      throw new Error(
        `${finding.rule} reports more than one line: ${formatMessage(finding.message)}`,
      );
    }
    const carets = "^".repeat(Math.max(1, end.character - start.character));
    const fixes = finding.fixes.map(({ safety, title }) => ` [${safety}: ${formatMessage(title)}]`);
    const drawn =
      " ".repeat(start.character) +
      `${carets} ${finding.severity}: ${formatMessage(finding.message)}${fixes.join("")}`;
    below.set(start.line, [...(below.get(start.line) ?? []), drawn]);
  }
  return lines.flatMap((line, index) => [line, ...(below.get(index) ?? [])]).join("\n");
}
