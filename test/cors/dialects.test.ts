import { join } from "node:path";
import { TextDocument } from "vscode-languageserver-textdocument";
import { describe, expect, test } from "vitest";
import { corsDialects, type CorsDialect } from "../../server/src/catalog/cors/dialects.js";
import { readDocument, type BYOBDocument } from "../../server/src/documents/document.js";
import { defaultProfile, type Profile } from "../../server/src/model/profile.js";
import { check } from "../../server/src/rules/check.js";
import { corsRules } from "../../server/src/rules/cors/rules.js";
import { readFixtures } from "../support/fixtures.js";
import { loadReaders } from "../support/readers.js";

const readers = await loadReaders();

const s3 = ["s3", "s3-cli", "s3-xml", "cloudformation", "terraform-aws"] as const;
const google = ["gcs", "gcs-api", "terraform-google"] as const;
const azure = ["azure", "azure-cli", "terraform-azure"] as const;
const all: readonly CorsDialect[] = [...s3, ...google, ...azure];

/** The dialects that a rule applies to, where those are not all. */
const applying: Readonly<Record<string, readonly CorsDialect[]>> = {
  "cors/valid-json": ["s3", "s3-cli", "cloudformation", "gcs", "gcs-api", "azure"],
  "cors/no-expose-headers-field": google,
  // An empty list clears what it is given to; blocks and commands cannot be empty.
  "cors/require-rule": ["s3", "s3-cli", "s3-xml", "cloudformation", "gcs-api", "azure"],
  // What repeats has no list, and elsewhere a lone rule is not told from other objects.
  "cors/require-rule-list": ["s3", "s3-cli", "cloudformation", "gcs"],
  // Flags that are not the rule's say which account is meant.
  "cors/known-field": all.filter((dialect) => dialect !== "azure-cli"),
  "cors/match-storage-provider": all.filter((dialect) => dialect !== "azure-cli"),
  // XML and a command line have texts alone.
  "cors/valid-value-types": all.filter((each) => each !== "s3-xml" && each !== "azure-cli"),
  "cors/no-multiple-wildcards": s3,
  "cors/no-partial-wildcard-origin": [...google, ...azure],
  "cors/no-wildcard-exposed-header": s3,
  "cors/max-rules": [...s3, ...azure],
  "cors/max-size": [...s3, ...azure],
  "cors/max-list-size": azure,
  "cors/valid-rule-id": s3,
  "cors/no-duplicate-key": ["s3", "s3-cli", "cloudformation", "gcs", "gcs-api", "azure"],
  // MinIO and the AWS CLI read S3's forms, and a container stands in a template.
  "cors/no-unsupported-target": ["s3", "s3-cli", "s3-xml", "azure"],
};

interface Shown {
  readonly reported: Set<string>;
  readonly accepted: Set<string>;
}

const shown = new Map<string, Shown>(
  corsRules.map(({ id }) => [id, { reported: new Set(), accepted: new Set() }]),
);
for (const { rule, cases } of readFixtures(join(import.meta.dirname, "../rules"))) {
  if (!shown.has(rule)) continue;
  for (const { fileName, language, text, profile } of cases) {
    note(rule, read(fileName, language, text), profile);
  }
}
// A document that is as large as a limit is better made than written down.
for (const [dialect, count, length] of [
  ...s3.flatMap((dialect) => [[dialect, 101, 1] as const, [dialect, 99, 900] as const]),
  ...s3.map((dialect) => [dialect, 100, 1] as const),
]) {
  const [fileName, language, text] = write(dialect, count, length);
  for (const rule of ["cors/max-rules", "cors/max-size"]) {
    note(rule, read(fileName, language, text), defaultProfile);
  }
}

function read(fileName: string, language: string, text: string): BYOBDocument {
  const source = TextDocument.create(`file:///${fileName}`, language, 1, text);
  return readDocument(source, { readers });
}

/** Notes in which dialects of a document a rule reports something, and in which it does not. */
function note(rule: string, document: BYOBDocument, profile: Profile): void {
  const found = check(document, { profile }).filter((finding) => finding.rule === rule);
  for (const { kind, span, dialect } of document.parts) {
    if (kind !== "cors") continue;
    const isReported = found.some(
      (each) => each.span.start >= span.start && each.span.end <= span.end,
    );
    const { reported, accepted } = shown.get(rule) ?? {};
    (isReported ? reported : accepted)?.add(dialect ?? "");
  }
}

/** Rules of W&B, each for other origins of a length. */
function write(
  dialect: (typeof s3)[number],
  count: number,
  length: number,
): readonly [fileName: string, language: string, text: string] {
  const origins = Array.from(
    { length: count },
    (_, index) => `https://${String(index)}.${"a".repeat(length)}.example`,
  );
  const { origins: o = "", methods: m = "", exposedHeaders: e = "" } = corsDialects[dialect].keys;
  const rules = origins.map((origin) => ({ [o]: [origin], [m]: ["PUT"], [e]: ["ETag"] }));
  switch (dialect) {
    case "s3":
      return ["cors.json", "json", JSON.stringify(rules)];
    case "s3-cli":
      return ["cors.json", "json", JSON.stringify({ CORSRules: rules })];
    case "cloudformation":
      return ["template.json", "json", JSON.stringify({ CorsConfiguration: { CorsRules: rules } })];
    case "s3-xml": {
      const elements = origins.map(
        (origin) =>
          `<CORSRule><AllowedOrigin>${origin}</AllowedOrigin><AllowedMethod>PUT</AllowedMethod></CORSRule>`,
      );
      return ["cors.xml", "xml", `<CORSConfiguration>${elements.join("")}</CORSConfiguration>`];
    }
    case "terraform-aws": {
      const blocks = origins.map(
        (origin) => `  cors_rule {\n    ${o} = ["${origin}"]\n    ${m} = ["PUT"]\n  }\n`,
      );
      const type = 'resource "aws_s3_bucket_cors_configuration" "wandb"';
      return ["main.tf", "terraform", `${type} {\n${blocks.join("")}}\n`];
    }
  }
}

describe("a rule for CORS is reported and accepted in every dialect that it applies to", () => {
  test.each(corsRules.map(({ id }) => id))("%s", (id) => {
    const dialects = applying[id] ?? all;
    const { reported, accepted } = shown.get(id) ?? {};
    const lacking = (cases: ReadonlySet<string> | undefined): readonly string[] =>
      dialects.filter((dialect) => cases?.has(dialect) !== true);
    expect({ reported: lacking(reported), accepted: lacking(accepted) }).toEqual({
      reported: [],
      accepted: [],
    });
  });

  test("it is reported in no other", () => {
    const others = corsRules.flatMap(({ id }) => {
      const dialects: readonly string[] = applying[id] ?? all;
      const found = [...(shown.get(id)?.reported ?? [])];
      return found.filter((each) => !dialects.includes(each)).map((each) => `${id} in ${each}`);
    });
    expect(others).toEqual([]);
  });
});
