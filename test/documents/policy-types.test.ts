import { expect, test } from "vitest";
import { chosenPolicyType } from "../../server/src/documents/policy-choice.js";
import { matchesGlob } from "../../server/src/text/glob.js";

test.each([
  ["**/roles/*.json", "file:///home/roles/a.json", true],
  ["**/roles/*.json", "file:///home/roles/deep/a.json", false],
  ["roles/*.json", "file:///home/infra/roles/a.json", true],
  ["roles/**", "file:///home/infra/roles/deep/a.json", true],
  ["/roles/*.json", "file:///home/roles/a.json", false],
  ["/home/**/*.json", "file:///home/a.json", true],
  ["/c:/home/*.json", "file:///c%3A/home/a.json", true],
  ["*.json", "vscode-vfs://github/o/r/a.json", true],
  ["*.json", "file:///home/a.jsonc", false],
  ["*", "untitled:Untitled-1", true],
  ["**", "file:///home/roles/a.json", true],
  ["a policy.json", "file:///home/a%20policy.json", true],
  ["%.json", "file:///home/%.json", true],
  ["*.{json,tf}", "file:///home/main.tf", true],
  ["{a,b/{c,d}}.json", "file:///home/b/d.json", true],
  ["{a,b}.json", "file:///home/c.json", false],
  ["policy-[0-9a].json", "file:///home/policy-7.json", true],
  ["policy-[!0-9].json", "file:///home/policy-7.json", false],
  ["policy-?.json", "file:///home/policy-.json", false],
  ["policy-[.json", "file:///home/policy-[.json", true],
  ["a*b*c.json", "file:///home/axxbxxbc.json", true],
  ["a*b*c.json", "file:///home/axxcxx.json", false],
  ["A.json", "file:///home/a.json", false],
  ["", "file:///home/a.json", false],
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
  const uri = "file:///home/roles/a.json";
  expect(chosenPolicyType(uri, { "*.json": "bucket", "roles/*": "trust" })).toBe("trust");
  expect(chosenPolicyType(uri, { "*.json": "bucket", "roles/*": "auto" })).toBeUndefined();
  expect(chosenPolicyType(uri, { "*.tf": "key" })).toBeUndefined();
});
