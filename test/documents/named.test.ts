import { describe, expect, test } from "vitest";
import { check } from "../../server/src/rules/check.js";
import { defaultProfile } from "../../server/src/model/profile.js";
import { read } from "./parts.js";

const errorsOf = (name: string, text: string): readonly string[] =>
  check(read(name, text), { profile: defaultProfile })
    .filter(({ severity }) => severity === "error")
    .map(({ rule }) => rule);

describe("a file that is named for a policy or for CORS", () => {
  test.each([
    ["cors.json", "", "cors/valid-json"],
    ["cors.json", "{", "cors/valid-json"],
    ["cors.json", "{}", "cors/require-rule-list"],
    ["lab-cors.json", '"none"', "cors/require-rule-list"],
    ["cors.json", "[".repeat(100_000), "cors/valid-json"],
    ["bucket-policy.json", "", "policy/valid-json"],
    ["bucket-policy.json", "[]", "policy/valid-json"],
    ["bucket-policy.json", "{}", "policy/require-statement"],
    ["bucket-policy.json", '{ "Statement": [] }', "policy/require-statement"],
    ["key-policy.json", '{ "statements": [] }', "policy/known-element"],
    ["key-policy.json", "to do", "policy/valid-json"],
    ["key-policy.json", '{"a":'.repeat(100_000), "policy/valid-json"],
    ["kms-key-policy.json", '{ "Version": ', "policy/valid-json"],
    ["trust-policy.json", "{ Statement", "policy/valid-json"],
  ])("%s is not passed over where it is empty or broken: %#", (name, text, rule) => {
    expect(errorsOf(name, text)).toContain(rule);
  });

  test.each([
    ["cors.json", '{ "origin": "https://lab.example", "methods": "GET" }'],
    ["app-cors.json", '{ "enabled": false }'],
    ["recorsive.json", "{}"],
    ["cors.json.tpl", ""],
    ["bucket-policy.json", '{ "name": "runs", "rules": "${file}" }'],
    ["s3-endpoint-policy.json", "{}"],
  ])("%s may hold another program's settings, or nothing yet: %#", (name, text) => {
    expect(errorsOf(name, text)).toEqual([]);
  });
});
