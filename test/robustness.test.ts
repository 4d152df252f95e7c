import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { TextDocument } from "vscode-languageserver-textdocument";
import { beforeAll, describe, expect, test } from "vitest";
import { longest, readDocument, type Readers } from "../server/src/documents/document.js";
import { completion } from "../server/src/features/completion.js";
import { diagnostics } from "../server/src/features/diagnostics.js";
import { documentLinks } from "../server/src/features/document-links.js";
import { foldingRanges } from "../server/src/features/folding-ranges.js";
import { hover } from "../server/src/features/hover.js";
import { selectionRanges } from "../server/src/features/selection-ranges.js";
import { defaultProfile } from "../server/src/model/profile.js";
import { check } from "../server/src/rules/check.js";
import { applyEdits, overlap, type Span } from "../server/src/text/span.js";
import { readFixtures } from "./support/fixtures.js";
import { loadReaders } from "./support/readers.js";

interface Sample {
  readonly name: string;
  readonly language: string;
  readonly text: string;
}

const examples = join(import.meta.dirname, "../examples");
const languages: Readonly<Record<string, string>> = {
  json: "json",
  env: "dotenv",
  yaml: "yaml",
  tf: "terraform",
  tfvars: "terraform",
  sh: "shellscript",
  xml: "xml",
  md: "markdown",
};

const exampleSamples: readonly Sample[] = readdirSync(examples, {
  recursive: true,
  withFileTypes: true,
})
  .filter((entry) => entry.isFile())
  .map((entry) => ({
    name: join(entry.parentPath, entry.name).slice(examples.length + 1),
    language: languages[entry.name.split(".").at(-1) ?? ""] ?? "plaintext",
    text: readFileSync(join(entry.parentPath, entry.name), "utf8"),
  }));
const fixtureSamples: readonly Sample[] = readFixtures(join(import.meta.dirname, "rules")).flatMap(
  ({ rule, cases }) =>
    cases.map(({ fileName, language, text }) => ({ name: `${rule}/${fileName}`, language, text })),
);

let readers: Readers = {};
beforeAll(async () => {
  readers = await loadReaders();
});

/** Asks everything of a text that an editor may ask, and checks what no answer may be. */
function ask({ name, language, text }: Sample): void {
  const source = TextDocument.create(`file:///${name}`, language, 1, text);
  const document = readDocument(source, { readers });
  const isInside = ({ start, end }: Span): boolean =>
    start >= 0 && start <= end && end <= text.length;
  for (const { kind, span } of document.parts) must(isInside(span), `${kind} lies in the text`);
  for (const { rule, span, fixes } of check(document, { profile: defaultProfile })) {
    must(isInside(span), `${rule} reports a place in the text`);
    const { line } = source.positionAt(span.start);
    must(source.positionAt(span.end).line === line, `${rule} reports one line`);
    for (const { edits } of fixes) {
      for (const edit of edits) {
        must(isInside(edit.span), `${rule} changes the text only`);
        must(
          !edits.some((other) => other !== edit && overlap(edit, other)),
          `${rule} changes no place twice`,
        );
      }
      must(applyEdits(text, edits) !== text, `${rule} changes something`);
    }
  }
}

/** An assertion for what is asserted a million times. */
function must(holds: boolean, what: string): void {
  if (!holds) expect.fail(what);
}

function askAt(sample: Sample, offset: number): void {
  const { name, language, text } = sample;
  const source = TextDocument.create(`file:///${name}`, language, 1, text);
  const document = readDocument(source, { readers });
  const position = source.positionAt(offset);
  expect(() => hover(document, position, defaultProfile, 0)).not.toThrow();
  expect(() => selectionRanges(document, [position])).not.toThrow();
  expect(() => [documentLinks(document), foldingRanges(document)]).not.toThrow();
  expect(() =>
    completion(document, position, { profile: defaultProfile, snippets: true }),
  ).not.toThrow();
}

const junk = fc.constantFrom(
  "{",
  "}",
  "[",
  "]",
  '"',
  ",",
  ":",
  "\\",
  "\n",
  "\r\n",
  "\t",
  "\u0000",
  "\uFEFF",
  "\uD800",
  "“",
  "$",
  "${",
  "<",
  ">",
  "%",
  "/",
  "@",
  "?",
  "#",
  "&",
  "null",
  "*",
  "arn:",
  "s3://",
  "<<EOF\n",
  "|\n  ",
  "é",
  "😀",
);

describe("any text", () => {
  test("every prefix of every example has an answer", () => {
    for (const sample of exampleSamples) {
      for (let length = 0; length <= sample.text.length; length += 1) {
        ask({ ...sample, text: sample.text.slice(0, length) });
      }
    }
  }, 120_000);

  test("every place of every example can be hovered over and completed at", () => {
    for (const sample of exampleSamples) {
      for (let offset = 0; offset <= sample.text.length; offset += 3) askAt(sample, offset);
    }
  }, 120_000);

  test("every fixture, mangled, has an answer", () => {
    const samples = [...exampleSamples, ...fixtureSamples];
    fc.assert(
      fc.property(
        fc.constantFrom(...samples),
        fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(12), junk), {
          minLength: 1,
          maxLength: 4,
        }),
        (sample, cuts) => {
          let { text } = sample;
          for (const [where, length, inserted] of cuts) {
            const at = Math.floor(where * text.length);
            text = text.slice(0, at) + inserted + text.slice(at + length);
          }
          ask({ ...sample, text });
        },
      ),
      { numRuns: 1500 },
    );
  }, 120_000);

  test("text of no kind has an answer in every language", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(languages), "plaintext"),
        fc.array(fc.oneof(junk, fc.string({ unit: "binary", maxLength: 8 })), { maxLength: 60 }),
        (language, pieces) => {
          ask({ name: "text", language, text: pieces.join("") });
        },
      ),
      { numRuns: 1000 },
    );
  }, 120_000);
});

describe("hostile texts", () => {
  const texts: readonly (readonly [string, string])[] = [
    ["an empty text", ""],
    ["a byte order mark alone", "\uFEFF"],
    ["a policy behind a byte order mark", '\uFEFF{"Version":"2012-10-17","Statement":[]}'],
    ["100,000 nested arrays", '"Statement"' + "[".repeat(100_000)],
    ["100,000 nested objects", '{"Statement":'.repeat(100_000)],
    [
      "binary",
      Array.from({ length: 20_000 }, (_, index) => String.fromCharCode((index * 7919) % 256)).join(
        "",
      ) + "s3://",
    ],
    ["one line of a megabyte", `{"Statement": "${"a".repeat(1_000_000)}"}`],
    ["a megabyte of backslashes", `{"Statement": "${"\\".repeat(1_000_000)}"}`],
    ["a hundred thousand commas", `{"Statement": [${",".repeat(100_000)}]}`],
    [
      "a wildcard of many stars",
      `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:${"*a".repeat(2000)}b","Resource":"arn:aws:s3:::${"*?".repeat(2000)}c"}]}`,
    ],
  ];
  test.each(texts)(
    "%s",
    (_name, text) => {
      const started = performance.now();
      for (const language of [
        "json",
        "yaml",
        "dotenv",
        "shellscript",
        "markdown",
        "xml",
        "terraform",
      ]) {
        ask({ name: `hostile-${language}`, language, text });
      }
      // A hang is minutes; this is generous enough for any machine.
      expect(performance.now() - started).toBeLessThan(20_000);
    },
    60_000,
  );

  test("a text over the limit is not read, and says so where it would be missed", () => {
    const text = `{"Version":"2012-10-17","Statement":[${" ".repeat(longest)}]}`;
    const source = TextDocument.create("file:///policy.json", "json", 1, text);
    const document = readDocument(source);
    expect(document).toMatchObject({ parts: [], unread: "too-large" });
    const [notice, ...others] = diagnostics(document, { profile: defaultProfile });
    expect(notice?.message).toMatch(/larger than 5 MB/);
    expect(others).toEqual([]);
  });

  test("carriage returns change no finding", () => {
    for (const { text, language, name } of exampleSamples.filter(
      (sample) => sample.language === "json",
    )) {
      const codes = (eol: string): readonly string[] =>
        check(
          readDocument(
            TextDocument.create(`file:///${name}`, language, 1, text.replaceAll("\n", eol)),
          ),
          { profile: defaultProfile },
        ).map(({ rule }) => rule);
      expect(codes("\r\n"), name).toEqual(codes("\n"));
    }
  });
});
