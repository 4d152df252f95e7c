import { describe, expect, test } from "vitest";
import { defaultProfile } from "../../server/src/model/profile.js";
import { check } from "../../server/src/rules/check.js";
import { read } from "./parts.js";

const service = (body: string): ReturnType<typeof read> =>
  read("serverless.yml", `service: runs\nprovider:\n  name: aws\n${body}`, { language: "yaml" });

const statement = (action: string, indent: number): string =>
  ["- Effect: Allow", `  Action: ${action}`, "  Resource: arn:aws:s3:::acme-runs/*"]
    .map((line) => " ".repeat(indent) + line)
    .join("\n");

describe("a service of the Serverless Framework", () => {
  test.each([
    ["a role's statements", `  iam:\n    role:\n      statements:\n${statement("s3:HeadObject", 8)}\n`],
    ["the older list", `  iamRoleStatements:\n${statement("s3:HeadObject", 4)}\n`],
    [
      "a function's own role",
      `functions:\n  a:\n    iamRoleStatements:\n${statement("s3:HeadObject", 6)}\n`,
    ],
    [
      "statements beside one from another file",
      `  iamRoleStatements:\n    - \${file(other.yml):read}\n${statement("s3:HeadObject", 4)}\n`,
    ],
  ])("is judged by %s", (_name, body) => {
    const document = service(body);
    expect(document.parts.map(({ kind, dialect }) => [kind, dialect])).toEqual([
      ["policy", "identity"],
    ]);
    const findings = check(document, { profile: defaultProfile });
    expect(findings.map(({ rule }) => rule)).toEqual(["policy/known-action"]);
  });

  test("has no policy where its statements are all in another file", () => {
    expect(service("  iamRoleStatements: ${file(other.yml):all}\n# Statement\n").parts).toEqual([]);
  });

  test("is no such service without AWS as its provider", () => {
    const text = `service: runs\nprovider:\n  name: google\n  iamRoleStatements:\n${statement("s3:HeadObject", 4)}\n`;
    expect(read("serverless.yml", text, { language: "yaml" }).parts).toEqual([]);
  });
});
