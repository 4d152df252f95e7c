import { join } from "node:path";
import { TextDocument } from "vscode-languageserver-textdocument";
import { describe, expect, test } from "vitest";
import { allCorsDialects, type CorsDialect } from "../../server/src/catalog/cors/dialects.js";
import { readDocument, type BYOBDocument } from "../../server/src/documents/document.js";
import { corsTargets, writeCors } from "../../server/src/model/cors/convert.js";
import { type Cors } from "../../server/src/model/cors/cors.js";
import {
  neutralCors,
  type NeutralCors,
  type NeutralRule,
} from "../../server/src/model/cors/neutral.js";
import { defaultProfile, type Profile } from "../../server/src/model/profile.js";
import { check } from "../../server/src/rules/check.js";
import { corsRules } from "../../server/src/rules/cors/rules.js";
import { quoteWord } from "../../server/src/syntax/shell-quoting.js";
import { readFixtures } from "../support/fixtures.js";
import { loadReaders } from "../support/readers.js";

const readers = await loadReaders();

const files = { json: "document.json", xml: "cors.xml", terraform: "main.tf" } as const;

interface Shown {
  readonly reported: Set<CorsDialect>;
  readonly accepted: Set<CorsDialect>;
}

const shown = new Map<string, Shown>(
  corsRules.map(({ id }) => [id, { reported: new Set(), accepted: new Set() }]),
);

// What a fixture says in one dialect is said in the others too, as far as they can say it.
for (const { rule, cases } of readFixtures(join(import.meta.dirname, "../rules"))) {
  if (!shown.has(rule)) continue;
  for (const { fileName, language, text, profile } of cases) {
    const document = read(fileName, language, text);
    note([rule], document, profile);
    for (const cors of configurationsOf(document))
      noteEverywhere([rule], neutralCors(cors), profile);
  }
}

// A document that is as large as a limit is better made than written down.
for (const [count, length] of [
  [101, 1],
  [100, 1],
  [99, 900],
] as const) {
  const rules = Array.from({ length: count }, (_, index) => ruleFor(index, length));
  noteEverywhere(["cors/max-rules", "cors/max-size"], { rules, interpolated: [], lost: [] });
}

/** A rule for an origin of a length. */
function ruleFor(index: number, length: number): NeutralRule {
  return {
    id: undefined,
    origins: [`https://${String(index)}.${"a".repeat(length)}.example`],
    methods: ["PUT"],
    allowedHeaders: ["*"],
    exposedHeaders: ["ETag"],
    maxAge: undefined,
  };
}

function read(fileName: string, language: string, text: string): BYOBDocument {
  const source = TextDocument.create(`file:///${fileName}`, language, 1, text);
  return readDocument(source, { readers });
}

function configurationsOf({ parts }: BYOBDocument): readonly Cors[] {
  return parts.flatMap((part) => (part.kind === "cors" ? [part.model] : []));
}

function noteEverywhere(
  rules: readonly string[],
  neutral: NeutralCors,
  profile: Profile = defaultProfile,
): void {
  for (const dialect of allCorsDialects) note(rules, write(neutral, dialect), profile);
}

function write(neutral: NeutralCors, dialect: CorsDialect): BYOBDocument {
  if (dialect === "gcs-api") {
    return read("bucket.json", "json", `{ "cors": ${writeCors(neutral, "gcs").text} }`);
  }
  if (dialect === "azure-cli") {
    return read("cors.sh", "shellscript", neutral.rules.map(command).join("\n"));
  }
  if (dialect === "azure-xml") {
    return read("properties.xml", "xml", properties(neutral.rules));
  }
  const { text, language } = writeCors(neutral, dialect);
  return read(files[language], language, text);
}

function properties(rules: readonly NeutralRule[]): string {
  const element = (name: string, values: readonly string[]): string =>
    values.length === 0
      ? ""
      : `<${name}>${values.join(",").replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</${name}>`;
  const elements = rules.map(
    ({ origins, methods, allowedHeaders, exposedHeaders, maxAge }) =>
      `<CorsRule>${[
        element("AllowedOrigins", origins),
        element("AllowedMethods", methods),
        element("AllowedHeaders", allowedHeaders),
        element("ExposedHeaders", exposedHeaders),
        element("MaxAgeInSeconds", maxAge === undefined ? [] : [String(maxAge)]),
      ].join("")}</CorsRule>`,
  );
  return `<StorageServiceProperties><Cors>${elements.join("")}</Cors></StorageServiceProperties>`;
}

function command({
  origins,
  methods,
  allowedHeaders,
  exposedHeaders,
  maxAge,
}: NeutralRule): string {
  const flag = (name: string, values: readonly string[]): string =>
    values.length === 0 ? "" : `${name} ${values.map((value) => quoteWord(value)).join(" ")}`;
  return [
    "az storage cors add --services b --account-name acme",
    flag("--origins", origins),
    flag("--methods", methods),
    flag("--allowed-headers", allowedHeaders),
    flag("--exposed-headers", exposedHeaders),
    flag("--max-age", maxAge === undefined ? [] : [String(maxAge)]),
  ].join(" ");
}

/** Notes in which dialects of a document rules report something, and in which they do not. */
function note(rules: readonly string[], document: BYOBDocument, profile: Profile): void {
  const findings = check(document, { profile });
  for (const { kind, span, model } of document.parts) {
    if (kind !== "cors") continue;
    for (const rule of rules) {
      const isReported = findings.some(
        (each) => each.rule === rule && each.span.start >= span.start && each.span.end <= span.end,
      );
      const { reported, accepted } = shown.get(rule) ?? {};
      (isReported ? reported : accepted)?.add(model.dialect);
    }
  }
}

describe("a rule for CORS is reported and accepted in every dialect that it states, and in no other", () => {
  test.each(corsRules)("$id", ({ id, dialects = allCorsDialects }) => {
    const { reported = [], accepted = [] } = shown.get(id) ?? {};
    const inOrder = (found: Iterable<CorsDialect>): readonly CorsDialect[] => {
      const known = new Set(found);
      return allCorsDialects.filter((dialect) => known.has(dialect));
    };
    expect(inOrder(reported)).toEqual(inOrder(dialects));
    expect(inOrder(dialects).filter((dialect) => !new Set(accepted).has(dialect))).toEqual([]);
  });

  test("the conversion writes all dialects but those that are written here", () => {
    const own: readonly CorsDialect[] = ["gcs-api", "azure-xml", "azure-cli"];
    expect(new Set([...corsTargets, ...own])).toEqual(new Set(allCorsDialects));
  });
});
