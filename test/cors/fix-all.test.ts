import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { readDocument } from "../../server/src/documents/document.js";
import { recognizeCors } from "../../server/src/model/cors/cors.js";
import { preflight } from "../../server/src/model/cors/preflight.js";
import { defaultProfile, type Profile } from "../../server/src/model/profile.js";
import { corsRules } from "../../server/src/rules/check.js";
import { settle } from "../../server/src/rules/prove-fix.js";
import { type Finding } from "../../server/src/rules/rule.js";
import { readJson } from "../../server/src/syntax/json.js";
import { plainText } from "../../server/src/text/source-text.js";
import { corsOf } from "./support.js";

const wandb = "https://wandb.ai";
const profile: Profile = { ...defaultProfile, deployment: "multi-tenant" };

function findingsOf(text: string): readonly Finding[] {
  const cors = corsOf(text);
  const findings = corsRules[cors.dialect].flatMap((rule) => [...rule.check(cors, profile)]);
  return findings.toSorted((a, b) => a.span.start - b.span.start);
}

/** Applies every safe fix until none is left, as the command line does. */
function fixAll(text: string): string {
  const source = TextDocument.create("file:///cors.json", "json", 1, text);
  const { document } = settle(readDocument(source), { profile });
  const fixed = document.source.getText();
  expect(recognizeCors(readJson(plainText(fixed)).root)).toBeDefined();
  return fixed;
}

const origins = fc.constantFrom<unknown>(
  ["*"],
  [wandb],
  [`${wandb}/`],
  ["https://WANDB.ai:443"],
  ["https://other.example"],
  ["https://*.*.ai"],
  ["https://${HOST}"],
  ["<host>"],
  [],
  "*",
  ["*", 5],
);
const methods = fc.constantFrom<unknown>(
  ["GET", "HEAD", "PUT"],
  ["GET"],
  ["GET", "HEAD", "POST"],
  ["get", "put"],
  ["*"],
  ["GET, PUT"],
  ["OPTIONS"],
  [],
  null,
);
const headers = fc.constantFrom<unknown>(
  ["*"],
  ["ETag"],
  ["Content-Type"],
  ["Content-Type", "ETag", "etag"],
  ["ETag:"],
  ["x-amz-*"],
  [],
  "ETag",
);
const age = fc.constantFrom<unknown>(3000, -1, 1.5, "60", "hour");

/** Rules under names that are right, wrong or another dialect's, some of them absent. */
function rule(names: readonly (readonly string[])[]): fc.Arbitrary<Record<string, unknown>> {
  const values = [origins, methods, headers, headers, age];
  const fields = values.map((value, index) =>
    fc.option(
      fc.tuple(fc.constantFrom(...(names[index] ?? [""])), value).map((entry) => [entry]),
      { nil: [], freq: 6 },
    ),
  );
  return fc
    .tuple(...fields)
    .map((entries) => Object.fromEntries(entries.flat()) as Record<string, unknown>);
}

const s3Names = [
  ["AllowedOrigins", "AllowedOrigins", "AllowedOrigin", "origin"],
  ["AllowedMethods", "AllowedMethods", "allowedMethods"],
  ["AllowedHeaders"],
  ["ExposeHeaders", "ExposeHeaders", "ExposedHeaders"],
  ["MaxAgeSeconds", "MaxAge"],
];
const gcsNames = [
  ["origin", "origins"],
  ["method", "method", "methods"],
  ["responseHeader"],
  ["exposeHeaders", "responseHeader"],
  ["maxAgeSeconds"],
];
const azureNames = [
  ["allowedOrigins"],
  ["allowedMethods", "AllowedMethods"],
  ["allowedHeaders"],
  ["exposedHeaders", "exposeHeaders"],
  ["maxAgeInSeconds", "maxAgeSeconds"],
];

describe.each([
  ["S3", "CORSRules", s3Names],
  ["Azure", "corsRules", azureNames],
  ["Cloud Storage", "cors", gcsNames],
] as const)("%s", (_name, key, names) => {
  test("fixing all makes any document serve W&B, or says why not", () => {
    fc.assert(
      fc.property(fc.array(rule(names), { minLength: 1, maxLength: 3 }), (rules) => {
        const text = JSON.stringify({ [key]: rules }, null, 2);
        fc.pre(recognizeCors(readJson(plainText(text)).root) !== undefined);
        const fixed = fixAll(text);
        // What cannot be known for sure is said as an info, and not fixed unread.
        const left = findingsOf(fixed).filter(({ severity }) => severity !== "hint");
        if (left.length > 0) return;
        expect(preflight(corsOf(fixed), wandb).allowed, fixed).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
