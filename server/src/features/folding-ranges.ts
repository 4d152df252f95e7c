import { type FoldingRange } from "vscode-languageserver-types";
import { type BYOBDocument } from "../documents/document.js";
import { type AnyPart } from "../documents/part.js";
import { type Span } from "../text/span.js";

/**
 * The policies, CORS configurations, statements and rules of a document, where they take several lines.
 * VS Code is not offered them: its own folding, by braces or by indentation, already has them, and
 * steps back wherever a server answers.
 */
export function foldingRanges({ source, parts }: BYOBDocument): FoldingRange[] {
  const seen = new Set<number>();
  return parts
    .flatMap(spansOf)
    .map(({ start, end }) => ({
      startLine: source.positionAt(start).line,
      endLine: source.positionAt(end).line,
    }))
    .filter(({ startLine, endLine }) => {
      // Editors show one range a line; the outer one comes first.
      if (endLine <= startLine || seen.has(startLine)) return false;
      seen.add(startLine);
      return true;
    });
}

function spansOf(part: AnyPart): readonly Span[] {
  switch (part.kind) {
    case "policy":
    case "key-policy":
      return [part.span, ...part.model.statements.map(({ node }) => node.span)];
    case "cors":
      return [part.span, ...part.model.rules.map(({ node }) => node.span)];
    case "address":
    case "lifecycle":
    case "google-iam":
    case "azure-identity":
    case "environment":
      return [];
  }
}
