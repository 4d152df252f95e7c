import { TextDocument } from "vscode-languageserver-textdocument";
import { expect } from "vitest";
import {
  readDocument,
  type BYOBDocument,
  type ReadOptions,
} from "../../server/src/documents/document.js";
import { type AnyPart } from "../../server/src/documents/part.js";
import { replaceText } from "../../server/src/text/source-text.js";
import { applyEdits } from "../../server/src/text/span.js";

/** A document of a file name, as an editor without languages would open it. */
export function read(
  fileName: string,
  text: string,
  { language = "plaintext", ...options }: ReadOptions & { readonly language?: string } = {},
): BYOBDocument {
  return readDocument(TextDocument.create(`file:///${fileName}`, language, 1, text), options);
}

/**
 * The parts of a document, a line each: kind and dialect, the raw text it stands on, and what that
 * means where it is written otherwise.
 */
export function draw(document: BYOBDocument): string {
  const text = document.source.getText();
  return document.parts
    .map((part) => {
      const raw = text.slice(part.span.start, part.span.end);
      return `${part.kind} ${part.dialect ?? "-"}: ${describe(part, raw)}`;
    })
    .join("\n");
}

function describe(part: AnyPart, raw: string): string {
  switch (part.kind) {
    case "address": {
      const { text, context } = part.model;
      const name = context.name === undefined ? "" : `${context.name} = `;
      const guess = context.known ? "" : " (by its form)";
      const value = text.value === raw ? "" : ` meaning ${JSON.stringify(text.value)}`;
      return `${name}${raw}${value}${guess}`;
    }
    case "lifecycle":
    case "google-iam":
    case "azure-identity":
      return part.kind;
    case "environment":
      return [
        ...part.model.variables.map(({ name }) => name),
        ...(part.model.buckets ?? []).map(({ key, scheme }) => `${key.value} (${scheme ?? "?"})`),
      ].join(" ");
    case "cors":
      return `${String(part.model.rules.length)} rules in ${brief(raw)}`;
    case "policy":
    case "key-policy":
      return `${String(part.model.statements.length)} statements in ${brief(raw)}`;
  }
}

/** The first and the last characters of a text on one line. */
function brief(raw: string): string {
  const line = raw.replace(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 40)} … ${line.slice(-12)}` : line;
}

/** What the addresses of a document are to be replaced by, and still to be read as afterwards. */
const replacements = [
  "s3://AK:a%2Fb+c@minio.example.com:9000/b?region=x&tls=true",
  "s3://AK:$ecret'a\"b\\c@h/b?region=${REGION}&tls=true",
];

/** Checks of a document what has to hold in every host. */
export function checkDocument(
  fileName: string,
  text: string,
  options: Parameters<typeof read>[2] = {},
  writes: readonly string[] = replacements,
): void {
  const document = read(fileName, text, options);
  for (const part of document.parts) {
    expect(part.span.start).toBeGreaterThanOrEqual(0);
    expect(part.span.end).toBeGreaterThanOrEqual(part.span.start);
    expect(part.span.end).toBeLessThanOrEqual(text.length);
  }
  const addresses = document.parts.filter((part) => part.kind === "address");
  for (const [index, { model }] of addresses.entries()) {
    for (const write of writes) {
      // What stands around the address belongs to the host: a block's indent, its last line break.
      const { start, end } = model.whole;
      const edit = replaceText(model.text, start, end, write);
      const changed = applyEdits(text, [edit]);
      const again = read(fileName, changed, options).parts.filter(({ kind }) => kind === "address");
      const found = again[index];
      expect(found?.kind === "address" && found.model.whole.text, changed).toBe(write);
    }
  }
}
