import { type DocumentSymbol } from "vscode-languageserver-types";
import { type BYOBDocument } from "../documents/document.js";

/** The statements, rules and addresses of a document, for its outline. */
export function documentSymbols(_document: BYOBDocument): DocumentSymbol[] {
  return [];
}
