import { type CompletionItem, type Position } from "vscode-languageserver-types";
import { type BYOBDocument } from "../documents/document.js";
import { type AnyPart } from "../documents/part.js";
import { type Profile } from "../model/profile.js";
import { printJson } from "../syntax/json-writer.js";
import { formatMessage } from "../text/message.js";
import { addressCompletions } from "./address/completion.js";
import { type Candidate, toCompletionItem } from "./candidate.js";
import { corsCompletions, type CorsCandidate } from "./cors/completion.js";
import { policyCompletions } from "./policy/completion.js";

export interface CompletionOptions {
  readonly profile: Profile;
  readonly snippets: boolean;
}

/** What can be written at a place. */
export function completion(
  document: BYOBDocument,
  position: Position,
  options: CompletionOptions,
): CompletionItem[] {
  const offset = document.source.offsetAt(position);
  const candidates = document.parts
    .filter(({ span }) => span.start <= offset && offset <= span.end)
    .flatMap((part) => candidatesOf(part, offset, options));
  return candidates
    .filter((candidate) => options.snippets || candidate.isSnippet !== true)
    .map((candidate, index) => toCompletionItem(document.source, candidate, index));
}

function candidatesOf(
  part: AnyPart,
  offset: number,
  { profile }: CompletionOptions,
): readonly Candidate[] {
  const isJson = part.json !== undefined;
  switch (part.kind) {
    case "policy":
    case "key-policy":
      return policyCompletions(part.model, offset, profile).filter(
        ({ needsJson }) => isJson || !needsJson,
      );
    case "cors":
      return corsCompletions(part.model, offset, profile)
        .filter(({ quoted }) => isJson || quoted)
        .map(fromCors);
    case "address":
      return addressCompletions(part.model, offset);
    case "lifecycle":
    case "google-iam":
    case "azure-identity":
    case "environment":
      return [];
  }
}

function fromCors(candidate: CorsCandidate): Candidate {
  const { kind, label, plain, key, quoted, span, detail, documentation } = candidate;
  const value = quoted && typeof plain === "string" ? plain : printJson(plain, "", "  ");
  const newText = key === undefined ? value : quoted ? key : `${JSON.stringify(key)}: ${value}`;
  return {
    kind,
    label,
    span,
    newText,
    filterText: label,
    detail: formatMessage(detail),
    documentation: formatMessage(documentation),
  };
}
