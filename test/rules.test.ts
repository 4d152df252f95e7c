import { existsSync } from "node:fs";
import { join } from "node:path";
import { TextDocument } from "vscode-languageserver-textdocument";
import { beforeAll, describe, expect, test } from "vitest";
import { readDocument, type BYOBDocument, type Readers } from "../server/src/documents/document.js";
import { check } from "../server/src/rules/check.js";
import { allRules } from "../server/src/rules/registry.js";
import { policyTypesByGroup, type Finding } from "../server/src/rules/rule.js";
import { policyTypesOf } from "../server/src/rules/scope.js";
import { applyEdits, overlap } from "../server/src/text/span.js";
import { annotate } from "./support/annotations.js";
import { readFixtures, type Fixture, type FixtureCase } from "./support/fixtures.js";
import { loadReaders } from "./support/readers.js";

const folder = join(import.meta.dirname, "rules");
const fixtures = readFixtures(folder);
let readers: Readers = {};
beforeAll(async () => {
  readers = await loadReaders();
});

function read(fixture: FixtureCase, text: string): BYOBDocument {
  const source = TextDocument.create(`file:///${fixture.fileName}`, fixture.language, 1, text);
  return readDocument(source, { readers, addressKeys: fixture.profile.addressKeys });
}

function findingsOf(rule: string, fixture: FixtureCase, text = fixture.text): readonly Finding[] {
  const findings = check(read(fixture, text), { profile: fixture.profile });
  return findings.filter((finding) => finding.rule === rule);
}

/** Each finding's first fix, as far as they can be applied together. */
function firstFixes(findings: readonly Finding[]): Finding["fixes"][number]["edits"] {
  const edits: Finding["fixes"][number]["edits"][number][] = [];
  for (const { fixes } of findings) {
    const [fix] = fixes;
    if (fix?.edits.some((edit) => edits.some((other) => overlap(edit, other))) === false) {
      edits.push(...fix.edits);
    }
  }
  return edits;
}

/** The fixture file as it has to be: every case with its findings and the text after the fixes. */
function redraw(fixture: Fixture): string {
  const source = fixture.markdown.split("\n");
  const out: string[] = [];
  let line = 0;
  for (const each of fixture.cases) {
    const findings = findingsOf(fixture.rule, each);
    out.push(...source.slice(line, each.lines.start + 1));
    const text = annotate(each.text, findings);
    out.push(...text.slice(0, text.lastIndexOf("\n")).split("\n"), "```");
    line = each.lines.end + 1;
    const rest = source.slice(line);
    const oldFixed = /^\n*Fixed:\n\n```[\w-]+(?: \S+)?\n(?:(?!```)[^\n]*\n)*```/.exec(
      rest.join("\n"),
    );
    if (oldFixed !== null) line += oldFixed[0].split("\n").length;
    const edits = firstFixes(findings);
    if (edits.length > 0) {
      const fixed = applyEdits(each.text, edits);
      const info = source[each.lines.start] ?? "```";
      out.push("", "Fixed:", "", info, ...fixed.replace(/\n$/, "").split("\n"), "```");
    }
  }
  return [...out, ...source.slice(line)].join("\n");
}

describe.each(fixtures)("$rule", (fixture) => {
  test("findings and fixes are as drawn", async () => {
    await expect(redraw(fixture)).toMatchFileSnapshot(fixture.path);
  });

  test("has a reported and an accepted case, and draws every message", () => {
    const rule = allRules.find(({ id }) => id === fixture.rule);
    expect(rule, `no rule is named ${fixture.rule}`).toBeDefined();
    const found = fixture.cases.map((each) => findingsOf(fixture.rule, each));
    expect(found.some((findings) => findings.length > 0)).toBe(true);
    expect(found.some((findings) => findings.length === 0)).toBe(true);
    const drawn = new Set(found.flat().map(({ message }) => message.template));
    const messages = Object.values(rule?.messages ?? {});
    expect(messages.filter((template) => !drawn.has(template))).toEqual([]);
  });

  test.each(fixture.cases.map((each, index) => ({ each, name: each.name || String(index) })))(
    "every fix settles its finding: $name",
    ({ each }) => {
      const findings = findingsOf(fixture.rule, each);
      for (const finding of findings) {
        for (const fix of finding.fixes) {
          const fixed = applyEdits(each.text, fix.edits);
          const left = findingsOf(fixture.rule, each, fixed);
          expect(
            left.length,
            `"${fix.title.template}" leaves its finding:\n${annotate(fixed, left)}`,
          ).toBeLessThan(findings.length);
        }
      }
      expect(findings.length).toBeGreaterThanOrEqual(0);
    },
  );
});

test("every rule has a fixture file", () => {
  const missing = allRules.filter(({ id }) => !existsSync(join(folder, `${id}.md`)));
  expect(missing.map(({ id }) => id)).toEqual([]);
});

test("a rule's group follows from the types of policies that it judges", () => {
  const groupOf = (types: readonly string[]): string => {
    const groups = Object.entries(policyTypesByGroup).filter(
      ([group, own]) => group !== "policy" && own.some((type) => types.includes(type)),
    );
    return groups.length === 1 ? (groups[0]?.[0] ?? "") : "policy";
  };
  const misplaced = allRules.flatMap((rule) => {
    const types = policyTypesOf(rule);
    return types === undefined || rule.id.startsWith(`${groupOf(types)}/`) ? [] : [rule.id];
  });
  expect(misplaced).toEqual([]);
});

test("a rule states what it judges once, and only what its group reads", () => {
  const wrong = allRules.flatMap(({ id, policyTypes, dialects, kinds, hosts }) => {
    const isAddress = id.startsWith("address/");
    const stated: readonly (readonly [boolean, readonly string[] | undefined])[] = [
      [/^(?:[a-z]+-)?policy\//.test(id), policyTypes],
      [id.startsWith("cors/"), dialects],
      [isAddress, kinds],
      [isAddress, hosts],
    ];
    const isRight = stated.every(
      ([isOwn, names]) => names === undefined || (isOwn && new Set(names).size === names.length),
    );
    return isRight ? [] : [id];
  });
  expect(wrong).toEqual([]);
});
