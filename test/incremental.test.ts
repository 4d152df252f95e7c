import fc from "fast-check";
import { TextDocument } from "vscode-languageserver-textdocument";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { readDocument, type BYOBDocument } from "../server/src/documents/document.js";
import { defaultProfile } from "../server/src/model/profile.js";
import { type Statement } from "../server/src/model/policy/policy.js";
import { check, policyRules } from "../server/src/rules/check.js";
import { handOn } from "../server/src/rules/incremental.js";
import { rules } from "../server/src/rules/registry.js";
import { readFixtures } from "./support/fixtures.js";
import { loadReaders } from "./support/readers.js";

const readers = await loadReaders();
const options = { profile: defaultProfile };

function read(name: string, text: string, language = ""): BYOBDocument {
  return readDocument(TextDocument.create(`file:///${name}`, language, 1, text), { readers });
}

/** The next version of a judged document, with what is handed on to it. */
function edited(before: BYOBDocument, start: number, end: number, newText: string): BYOBDocument {
  const text = before.source.getText();
  const after = read(before.uri.slice(8), text.slice(0, start) + newText + text.slice(end));
  check(before, options);
  handOn(before, after);
  return after;
}

const policy = `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:GetObjekt",
  "Principal": { "AWS": "arn:aws:iam::725579432336:role/WandbIntegration" }, "Resource": "arn:aws:s3:::b/*" }] }`;

/** Statements that lean on each other, and one that repeats another. */
const bucketPolicy = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "One",
      "Effect": "Allow",
      "Principal": { "AWS": "arn:aws:iam::725579432336:role/WandbIntegration" },
      "Action": ["s3:GetObject*", "s3:PutObject", "s3:ListBucket", "s3:GetBucketCors"],
      "Resource": ["arn:aws:s3:::acme-wandb", "arn:aws:s3:::acme-wandb/*"]
    },
    {
      "Sid": "One",
      "Effect": "Allow",
      "Principal": { "AWS": "arn:aws:iam::111122223333:root" },
      "Action": ["s3:GetObject", "s3:GetObjekt"],
      "Resource": "arn:aws:s3:::acme-wandb/*"
    },
    { "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::other/*",
      "Condition": { "Bool": { "aws:SecureTransport": "false" } } },
    {
      "Sid": "Logs",
      "Effect": "Allow",
      "Principal": { "Service": "logging.s3.amazonaws.com" },
      "Action": "s3:PutObject",
      "Resource": "arn:aws:s3:::acme-wandb/logs/*",
      "Condition": { "StringEquals": { "aws:SourceAccount": "111122223333" } }
    }
  ]
}
`;

const texts: Readonly<Record<string, string>> = {
  "bucket-policy.json": bucketPolicy,
  ".env": `# settings of acme
BUCKET="s3://AK:S/K@minio.example.com:9000/runs?region=us-east-1"
OTHER=some text
GORILLA_SUPPORTED_FILE_STORES=cw://AK:SK@cwobject.com/My_Bucket,gs://b
BUCKET_QUEUE=internal://
`,
  "compose.yaml": `services:
  wandb:
    image: wandb/local
    environment:
      BUCKET: s3://AK:SK@s3.us-west-2.amazonaws.com/b?region=eu-west-1
      GORILLA_FILE_STORE: { a: "az://account/c" }
      BUCKET_QUEUE: internal://
`,
  "README.md": `# Acme and W&B

\`\`\`json
[{ "AllowedMethods": ["GET"], "AllowedOrigins": ["https://wandb.ai/"] }]
\`\`\`

\`\`\`json
${policy}
\`\`\`

\`\`\`sh
export BUCKET=s3://AK:SK@minio.example.com/runs&tls=true
\`\`\`
`,
};

/** All that leaves the engine: a finding may also hold functions, which are nobody's equal. */
function drawn(document: BYOBDocument): unknown {
  return JSON.parse(JSON.stringify(check(document, options)));
}

afterEach(() => {
  vi.restoreAllMocks();
});

test("an edit leaves the findings that a fresh look gives", () => {
  const name = fc.constantFrom(...Object.keys(texts));
  const newText = fc.constantFrom(
    "",
    "x",
    "\n",
    '"',
    "{",
    "}",
    "#",
    "s3://a/b",
    " ",
    "BUCKET=gs://B\n",
    "*",
    "Deny",
    "One",
    '"Resource": "arn:aws:s3:::acme-wandb/*",',
  );
  fc.assert(
    fc.property(name, fc.nat(), fc.nat(12), newText, (file, place, length, added) => {
      const text = texts[file] ?? "";
      const start = place % (text.length + 1);
      const after = edited(read(file, text), start, Math.min(start + length, text.length), added);
      const fresh = read(file, after.source.getText());
      expect(drawn(after)).toEqual(drawn(fresh));
    }),
    { numRuns: 600 },
  );
});

test("only the parts that an edit touched are judged again", () => {
  const lines = Array.from(
    { length: 100 },
    (_, i) => `STORE_${String(i)}=s3://AK:S/K@h.example.com/b`,
  );
  const before = read(".env", lines.join("\n"));
  const rule = rules.address.find(({ id }) => id === "address/valid-bucket-name");
  const judge = vi.spyOn(rule ?? expect.fail(), "check");
  expect(before.parts).toHaveLength(100);
  const place = before.source.getText().indexOf("STORE_50=") + "STORE_50=".length + 5;
  const after = edited(before, place, place, "x");
  expect(judge).toHaveBeenCalledTimes(100);
  const findings = check(after, options);
  expect(judge).toHaveBeenCalledTimes(101);
  expect(findings.length).toBeGreaterThan(100);
});

test("other options ask every rule again", () => {
  const before = read(".env", texts[".env"] ?? "");
  const after = edited(before, 0, 0, "# ");
  const silent = check(after, { ...options, severities: { "address/require-at-sign": "off" } });
  expect(silent.map(({ rule }) => rule)).not.toContain("address/require-at-sign");
});

test("an edit of a statement leaves the clean ones unasked", () => {
  const text = bucketPolicy.replace("other/*", "acme-wandb/*");
  const before = read("bucket-policy.json", text);
  const rule = rules.policy.find(({ id }) => id === "policy/no-cidr-host-bits");
  const judge = vi.spyOn(rule ?? expect.fail(), "check");
  const place = text.indexOf("logs/*");
  const findings = check(edited(before, place, place, "x"), options);
  const asked = judge.mock.calls.map(([policy]) => policy.statements.map(({ index }) => index));
  // The first two have findings, so they are asked again; the third is clean.
  expect(asked).toEqual([
    [0, 1, 2, 3],
    [0, 1, 3],
  ]);
  expect(findings.length).toBeGreaterThan(2);
});

describe("a rule that does not look across statements says the same of each", () => {
  const policies = readFixtures(join(import.meta.dirname, "rules")).flatMap(({ cases }) =>
    cases.flatMap(({ fileName, language, text, profile }) => {
      const { parts } = read(fileName, text, language);
      return parts.flatMap((part) =>
        part.kind === "policy" || part.kind === "key-policy"
          ? [{ policy: part.model, profile }]
          : [],
      );
    }),
  );

  const types = new Set(policies.map(({ policy }) => policy.type));
  test("there are policies of all types but CoreWeave's for organisations, which has few rules", () => {
    expect(types.size).toBe(Object.keys(policyRules).length - 1);
  });

  test.each([...types])("in policies of type %s", (type) => {
    const own = policies.filter(({ policy }) => policy.type === type);
    for (const rule of policyRules[type]) {
      if (rule.acrossStatements === true) continue;
      for (const [index, { policy, profile }] of own.entries()) {
        const findings = (...statements: readonly Statement[]): readonly string[] =>
          [...rule.check({ ...policy, statements }, profile)].map((each) => JSON.stringify(each));
        const { statements } = policy;
        const foreign = own[(index + 7) % own.length]?.policy.statements ?? [];
        const constant = findings();
        const together = [...findings(...statements, ...foreign)];
        const apart = [...statements, ...foreign].flatMap((statement) => {
          const found = [...findings(statement)];
          for (const each of constant) found.splice(found.indexOf(each), 1);
          return found;
        });
        expect(together.sort(), rule.id).toEqual([...constant, ...apart].sort());
      }
    }
  });
});
