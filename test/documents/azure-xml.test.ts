import { TextDocument } from "vscode-languageserver-textdocument";
import { expect, test } from "vitest";
import { readDocument } from "../../server/src/documents/document.js";
import { defaultProfile } from "../../server/src/model/profile.js";
import { check } from "../../server/src/rules/check.js";
import { applyEdits } from "../../server/src/text/span.js";
import { loadReaders } from "../support/readers.js";

const readers = await loadReaders();

function properties(rule: string): string {
  return `<StorageServiceProperties>\n  <Cors>\n    <CorsRule>\n${rule}\n    </CorsRule>\n  </Cors>\n</StorageServiceProperties>\n`;
}

/** What is found in a rule, and the rule after the first fix of each finding. */
function judge(rule: string): readonly [found: readonly string[], after: string] {
  const source = TextDocument.create("file:///wandb.xml", "xml", 1, properties(rule));
  const document = readDocument(source, { readers });
  const findings = check(document, { profile: defaultProfile });
  const edits = findings.flatMap(({ fixes }) => fixes[0]?.edits ?? []);
  return [
    findings.map(({ rule: id, span }) => `${id} ${source.getText().slice(span.start, span.end)}`),
    applyEdits(source.getText(), edits),
  ];
}

const rest =
  "      <MaxAgeInSeconds>3000</MaxAgeInSeconds>\n      <AllowedHeaders>*</AllowedHeaders>";

test("reads entries between commas, without the blanks around them", () => {
  const [found] = judge(
    `      <AllowedOrigins>https://wandb.ai , https://wandb.ai/</AllowedOrigins>\n      <AllowedMethods>GET,HEAD, put</AllowedMethods>\n      <ExposedHeaders>ETag</ExposedHeaders>\n${rest}`,
  );
  expect(found).toEqual(["cors/valid-origin https://wandb.ai/", "cors/known-method put"]);
});

test("a fix writes an entry behind a comma, and a missing list as one text", () => {
  const [found, after] = judge(
    `      <AllowedOrigins>*</AllowedOrigins>\n      <AllowedMethods>PUT</AllowedMethods>\n${rest}`,
  );
  expect(found).toEqual([
    "cors/require-exposed-etag <",
    "cors/require-wandb-methods AllowedMethods",
  ]);
  expect(after).toBe(
    properties(
      `      <AllowedOrigins>*</AllowedOrigins>\n      <AllowedMethods>PUT,GET,HEAD</AllowedMethods>\n${rest}\n      <ExposedHeaders>ETag</ExposedHeaders>`,
    ),
  );
});

test("properties without CORS rules are left alone", () => {
  const source = TextDocument.create(
    "file:///wandb.xml",
    "xml",
    1,
    "<StorageServiceProperties><Cors/><Logging/></StorageServiceProperties>",
  );
  expect(readDocument(source, { readers }).parts).toEqual([]);
});
