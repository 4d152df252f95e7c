import { type AddressPart } from "./address/parts.js";

/** The kind under which an editor applies every safe fix of a file, also on save. */
export const fixAllKind = "source.fixAll.byob";

/** Standard token types, so that every theme has a color for each part of an address. */
export const tokenTypeByPart: Readonly<Record<AddressPart, string>> = {
  scheme: "keyword",
  user: "variable",
  secret: "comment",
  host: "namespace",
  bucket: "class",
  path: "string",
  parameter: "parameter",
  value: "number",
};

export const semanticTokenTypes: readonly string[] = [...new Set(Object.values(tokenTypeByPart))];
