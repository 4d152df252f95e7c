import { expect, test } from "vitest";
import { chosenPolicyType } from "../../server/src/documents/policy-choice.js";
import { matchesGlob } from "../../server/src/text/glob.js";

test.each([
  ["**/roles/*.json", "file:///work/roles/a.json", true],
  ["**/roles/*.json", "file:///work/roles/deep/a.json", false],
  ["roles/*.json", "file:///work/infra/roles/a.json", true],
  ["roles/**", "file:///work/infra/roles/deep/a.json", true],
  ["/roles/*.json", "file:///work/roles/a.json", false],
  ["/work/**/*.json", "file:///work/a.json", true],
  ["/c:/work/*.json", "file:///c%3A/work/a.json", true],
  ["*.json", "vscode-vfs://github/o/r/a.json", true],
  ["*.json", "file:///work/a.jsonc", false],
  ["*", "untitled:Untitled-1", true],
  ["**", "file:///work/roles/a.json", true],
  ["a policy.json", "file:///work/a%20policy.json", true],
  ["%.json", "file:///work/%.json", true],
  ["*.{json,tf}", "file:///work/main.tf", true],
  ["{a,b/{c,d}}.json", "file:///work/b/d.json", true],
  ["{a,b}.json", "file:///work/c.json", false],
  ["policy-[0-9a].json", "file:///work/policy-7.json", true],
  ["policy-[!0-9].json", "file:///work/policy-7.json", false],
  ["policy-?.json", "file:///work/policy-.json", false],
  ["policy-[.json", "file:///work/policy-[.json", true],
  ["a*b*c.json", "file:///work/axxbxxbc.json", true],
  ["a*b*c.json", "file:///work/axxcxx.json", false],
  ["A.json", "file:///work/a.json", false],
  ["", "file:///work/a.json", false],
])("the glob %s on %s: %s", (glob, uri, expected) => {
  expect(matchesGlob(glob, uri)).toBe(expected);
});

test("a glob with very many alternatives is matched in time", () => {
  const started = performance.now();
  matchesGlob("{a,b}".repeat(40), `file:///${"a".repeat(40)}`);
  matchesGlob(`${"a*".repeat(200)}b`, `file:///${"a".repeat(5000)}`);
  matchesGlob(`${"**/a/".repeat(200)}b`, `file:///${"a/".repeat(5000)}`);
  expect(performance.now() - started).toBeLessThan(2000);
});

test("of several globs the last that matches counts", () => {
  const uri = "file:///work/roles/a.json";
  expect(chosenPolicyType(uri, { "*.json": "bucket", "roles/*": "trust" })).toBe("trust");
  expect(chosenPolicyType(uri, { "*.json": "bucket", "roles/*": "auto" })).toBeUndefined();
  expect(chosenPolicyType(uri, { "*.tf": "key" })).toBeUndefined();
});
