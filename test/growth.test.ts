import { TextDocument } from "vscode-languageserver-textdocument";
import { beforeAll, expect, test } from "vitest";
import { readDocument, type Readers } from "../server/src/documents/document.js";
import { defaultProfile } from "../server/src/model/profile.js";
import { check } from "../server/src/rules/check.js";
import { loadReaders } from "./support/readers.js";

/**
 * Texts that once took time with the square of their length, or never ended. Each is large enough that
 * a return would run into the test's time limit; `npm run bench -- growth` measures.
 */
const texts: readonly (readonly [what: string, name: string, text: () => string])[] = [
  [
    "blank lines behind a slip in Terraform",
    "main.tf",
    () =>
      `variable "x" {\n  default = "s3://k:s@acme?region=us-west2"\n}\nresource "aws_s3_bucket_policy" "x" {\n policy = jsonencode({ Statement = [ {\n${"\n".repeat(50_000)}`,
  ],
  [
    "rules on one line",
    "cors.json",
    () =>
      JSON.stringify(
        Array.from({ length: 10_000 }, (_, index) => ({
          AllowedOrigins: [`https://a${String(index)}.example.com`],
          AllowedMethods: ["GET"],
        })),
      ),
  ],
  [
    "resources with a wildcard each",
    "bucket-policy.json",
    () =>
      JSON.stringify({
        Version: "2012-10-17",
        Statement: {
          Effect: "Allow",
          Principal: { AWS: "arn:aws:iam::111122223333:role/training" },
          Action: "s3:GetObject",
          Resource: Array.from({ length: 15_000 }, (_, at) => `arn:aws:s3:::b/p${String(at)}/*`),
        },
      }),
  ],
  [
    "parameters of an address",
    ".env",
    () =>
      `BUCKET=s3://k:s@bucket?${Array.from({ length: 30_000 }, (_, at) => `p${String(at)}=x`).join("&")}`,
  ],
  [
    "lists nested in a condition",
    "bucket-policy.json",
    () => {
      const condition = `${"[".repeat(150)}"a"${"]".repeat(150)}`;
      const statement = `{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*","Condition":${condition}}`;
      return `{"Version":"2012-10-17","Statement":[${statement},${statement}]}`;
    },
  ],
  [
    "template actions",
    "values.yaml",
    () =>
      `BUCKET: s3://b\n${Array.from({ length: 15_000 }, (_, at) => `k${String(at)}: {{ .Values.x }}`).join("\n")}`,
  ],
];

let readers: Readers = {};
beforeAll(async () => {
  readers = await loadReaders();
});

test.each(texts)("%s are judged in time", (_what, name, text) => {
  const source = TextDocument.create(`file:///${name}`, "", 1, text());
  const document = readDocument(source, { readers });
  const found = check(document, { profile: defaultProfile });
  expect(document.parts.length + found.length).toBeGreaterThan(0);
});
