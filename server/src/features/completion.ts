import { type CompletionItem, type Position } from "vscode-languageserver-types";
import { type BYOBDocument } from "../documents/document.js";
import { type Profile } from "../model/profile.js";

export interface CompletionOptions {
  readonly profile: Profile;
  readonly snippets: boolean;
}

/** What can be written at a place. */
export function completion(
  _document: BYOBDocument,
  _position: Position,
  _options: CompletionOptions,
): CompletionItem[] {
  return [];
}
