import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { TextDocument } from "vscode-languageserver-textdocument";
import { beforeAll, describe, expect, test } from "vitest";
import { sourceOf } from "../../server/src/catalog/sources.js";
import { analyzerChecks } from "../../server/src/catalog/policy/access-analyzer.js";
import { readDocument } from "../../server/src/documents/document.js";
import { check } from "../../server/src/rules/check.js";
import { allRules } from "../../server/src/rules/registry.js";
import { readFixtures } from "../support/fixtures.js";
import { loadReaders } from "../support/readers.js";

const root = join(import.meta.dirname, "..", "..");
const prefix = "access-analyzer:";
const fixtures = readFixtures(join(import.meta.dirname, "..", "rules"));
/** The rules that report a check's equivalent in some fixture, and how gravely. */
const found = new Map<string, Map<string, Set<string>>>();

beforeAll(async () => {
  const readers = await loadReaders();
  for (const { rule: own, cases } of fixtures) {
    if (!own.split("/", 1)[0]?.endsWith("policy")) continue;
    // Each rule is asked on its own page only, which keeps this quick.
    const severities = Object.fromEntries(
      allRules.filter(({ id }) => id !== own).map(({ id }) => [id, "off"] as const),
    );
    for (const { fileName, language, text, profile } of cases) {
      const source = TextDocument.create(`file:///${fileName}`, language, 1, text);
      const document = readDocument(source, { readers, addressKeys: profile.addressKeys });
      for (const { rule, severity, equivalents } of check(document, { profile, severities })) {
        for (const code of equivalents) {
          if (!code.startsWith(prefix)) continue;
          const rules = found.get(code.slice(prefix.length)) ?? new Map<string, Set<string>>();
          found.set(code.slice(prefix.length), rules);
          rules.set(rule, (rules.get(rule) ?? new Set()).add(severity));
        }
      }
    }
  }
}, 120_000);

const judged = analyzerChecks.filter(({ scopes }) => !scopes.includes("organization"));

describe("every check of Access Analyzer", () => {
  test("is listed once, those of AWS Organizations among them", () => {
    expect(analyzerChecks).toHaveLength(153);
    expect(new Set(analyzerChecks.map(({ code }) => code)).size).toBe(153);
    expect(judged).toHaveLength(142);
    const count = (wanted: string): number =>
      analyzerChecks.filter(({ finding }) => finding === wanted).length;
    expect(["ERROR", "WARNING", "SECURITY_WARNING", "SUGGESTION"].map(count)).toEqual([
      79, 26, 19, 29,
    ]);
  });

  test.each(judged)("$code is found by the rules that are listed for it", ({ code, rules }) => {
    expect([...(found.get(code)?.keys() ?? [])].toSorted()).toEqual(rules.toSorted());
    expect(rules.length).toBeGreaterThan(0);
  });

  test.each(judged)("$code is not taken more gravely than there", ({ code, finding }) => {
    const gravest = { ERROR: 0, WARNING: 1, SECURITY_WARNING: 1, SUGGESTION: 2 }[finding];
    const severities = [...(found.get(code)?.values() ?? [])].flatMap((each) => [...each]);
    const allowed = ["error", "warning", "info", "hint"].slice(gravest);
    expect(severities.filter((severity) => !allowed.includes(severity))).toEqual(
      graver.has(code) ? ["error"] : [],
    );
  });

  test.each(judged)("$code names rules that there are", ({ rules }) => {
    expect(rules.filter((wanted) => !allRules.some(({ id }) => id === wanted))).toEqual([]);
  });

  test.each(analyzerChecks)("$code has a page with the differences", ({ code }) => {
    const page = readFileSync(join(root, "docs/access-analyzer", `${code}.md`), "utf8");
    expect(page).toContain(`# ${code}\n`);
    expect(page).toMatch(/^## (?:Differences|Not reported)$/m);
    for (const { groups } of page.matchAll(/\]\((?<path>\.\.\/[^)]+)\)/g)) {
      expect(existsSync(join(root, "docs/access-analyzer", groups?.["path"] ?? ""))).toBe(true);
    }
  });

  test("is one of those that the rules name", () => {
    const codes = new Set(analyzerChecks.map(({ code }) => `${prefix}${code}`));
    const named = allRules.flatMap(({ equivalents }) => equivalents ?? []);
    expect(named.filter((each) => each.startsWith(prefix) && !codes.has(each))).toEqual([]);
  });

  test("has a section of its own on AWS's page", () => {
    expect(sourceOf("access-analyzer:WILDCARD_WITHOUT_LIKE_OPERATOR").url).toMatch(
      /#access-analyzer-reference-policy-checks-general-warning-wildcard-without-like-operator$/,
    );
  });
});

/**
 * Where ours is an error and theirs a warning: CoreWeave demands a version, S3 and KMS refuse what is
 * too long, and the deprecated key has an error beside its warning there too. IAM and S3 answer
 * MalformedPolicyDocument to a list without actions or resources, S3 to one without principals.
 */
const graver = new Set([
  "DEPRECATED_GLOBAL_CONDITION_KEY",
  "EMPTY_ARRAY_ACTION",
  "EMPTY_ARRAY_PRINCIPAL",
  "EMPTY_ARRAY_RESOURCE",
  "MISSING_VERSION",
  "POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA",
]);
