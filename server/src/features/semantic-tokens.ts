import { type SemanticTokens, type Range } from "vscode-languageserver-types";
import { type BYOBDocument } from "../documents/document.js";
import { addressParts } from "./address/parts.js";
import { semanticTokenTypes, tokenTypeByPart } from "./kinds.js";
import { toRange } from "./lsp.js";
import { spansOfSecrets } from "./secret-spans.js";

/** The parts of every storage address, for coloring. */
export function semanticTokens({ source, parts }: BYOBDocument): SemanticTokens {
  const data: number[] = [];
  let line = 0;
  let character = 0;
  for (const part of parts) {
    if (part.kind !== "address") continue;
    for (const { part: kind, span } of addressParts(part.model)) {
      const start = source.positionAt(span.start);
      if (start.line < line || (start.line === line && start.character < character)) continue;
      const type = semanticTokenTypes.indexOf(tokenTypeByPart[kind]);
      const column = start.line === line ? start.character - character : start.character;
      data.push(start.line - line, column, span.end - span.start, type, 0);
      ({ line, character } = start);
    }
  }
  return { data };
}

/** Where secrets stand, so that an editor can hide them on screen. */
export function secretRanges({ source, parts }: BYOBDocument): readonly Range[] {
  return parts.flatMap(spansOfSecrets).map((span) => toRange(source, span));
}
