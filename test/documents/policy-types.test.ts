import { TextDocument } from "vscode-languageserver-textdocument";
import { describe, expect, test } from "vitest";
import { readDocument, type ReadOptions } from "../../server/src/documents/document.js";
import { chosenPolicyType } from "../../server/src/documents/policy-choice.js";
import { matchesGlob } from "../../server/src/text/glob.js";
import { loadReaders } from "../support/readers.js";

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

const readers = await loadReaders();

/** The types of a file's policies, in order, once the user has said what they are. */
function typesOf(
  name: string,
  text: string,
  policyType?: ReadOptions["policyType"],
): readonly (string | undefined)[] {
  const source = TextDocument.create(`file:///${name}`, "", 1, text);
  return readDocument(source, { readers, policyType }).parts.map(({ dialect }) => dialect);
}

const statement = (members: string): string =>
  `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", ${members} }] }`;
const account = '"Principal": { "AWS": "arn:aws:iam::111122223333:root" }';
const bucket = statement(`${account}, "Action": "s3:*", "Resource": "arn:aws:s3:::acme/*"`);
const key = statement(`${account}, "Action": "kms:*", "Resource": "*"`);
const trust = statement(`${account}, "Action": "sts:AssumeRole"`);
const role = statement('"Action": "s3:GetObject", "Resource": "arn:aws:s3:::acme/*"');
const open = statement(`${account}, "Action": "*", "Resource": "*"`);

describe("a policy that names nobody", () => {
  const everything = statement('"Action": "s3:*", "Resource": "*"');
  const assume = statement('"Action": "sts:AssumeRole", "Resource": "arn:aws:iam::1:role/a"');
  test.each([
    ["a.json", everything, "identity"],
    ["bucket-policy.json", everything, "identity"],
    ["bucket-policy.json", role, "bucket"],
    ["assume-role.json", assume, "identity"],
    ["trust-policy.json", statement('"Action": "sts:AssumeRole"'), "trust"],
    ["key-policy.json", statement('"Action": "kms:*", "Resource": "*"'), "key"],
    ["values.yaml", `policy: |\n  ${everything}\n`, "identity"],
    ["main.tf", `locals {\n  policy = jsonencode(${everything})\n}\n`, "identity"],
    ["main.tf", `resource "aws_s3_bucket_policy" "a" {\n  policy = jsonencode(${everything})\n}\n`, "bucket"],
  ])("in %s: %s", (name, text, type) => {
    expect(typesOf(name, text)).toEqual([type]);
  });
});

describe("the type that a user chose", () => {
  test.each(["identity", "coreweave-bucket", "trust"] as const)(
    "is that of a file which is one policy: %s",
    (chosen) => {
      expect(typesOf("a.json", bucket, chosen)).toEqual([chosen]);
      expect(typesOf("a.json", '{ "Statement": [] }', chosen)).toEqual([chosen]);
    },
  );

  test("leaves alone what is known for certain of several policies", () => {
    const page = [bucket, key, trust, role, open]
      .map((policy) => `\`\`\`json\n${policy}\n\`\`\``)
      .join("\n");
    expect(typesOf("a.md", page)).toEqual(["bucket", "key", "trust", "identity"]);
    expect(typesOf("a.md", page, "key")).toEqual(["bucket", "key", "trust", "identity", "key"]);
    expect(typesOf("a.md", page, "minio")).toEqual(["minio", "key", "trust", "minio", "minio"]);
    expect(typesOf("a.md", page, "none")).toEqual([]);
  });

  test("leaves alone what Terraform's resources tell", () => {
    const text = `
resource "aws_kms_key" "a" {
  policy = jsonencode(${open})
}
resource "aws_iam_role" "a" {
  assume_role_policy = jsonencode(${trust})
}
resource "aws_iam_role_policy" "a" {
  policy = jsonencode(${role})
}
resource "aws_s3_bucket_policy" "a" {
  policy = jsonencode(${bucket})
}
data "aws_iam_policy_document" "a" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::acme/*"]
  }
}
data "aws_iam_policy_document" "b" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::111122223333:root"]
    }
  }
}
`;
    expect(typesOf("main.tf", text)).toEqual([
      "key",
      "trust",
      "identity",
      "bucket",
      "identity",
      "trust",
    ]);
    expect(typesOf("main.tf", text, "bucket")).toEqual([
      "key",
      "trust",
      "identity",
      "bucket",
      "bucket",
      "trust",
    ]);
    expect(typesOf("main.tf", text, "coreweave-bucket")).toEqual([
      "key",
      "trust",
      "identity",
      "coreweave-bucket",
      "coreweave-bucket",
      "trust",
    ]);
  });

  test("makes no policy of what obeys other rules", () => {
    const control = statement(`${account}, "Action": ["s3:*", "sqs:*", "ec2:*"], "Resource": "*"`);
    const page = `\`\`\`json\n${control}\n\`\`\`\n`;
    expect(typesOf("a.md", page, "bucket")).toEqual([]);
  });
});
