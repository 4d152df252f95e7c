import fc from "fast-check";
import { TextDocument } from "vscode-languageserver-textdocument";
import { afterEach, expect, test, vi } from "vitest";
import { readDocument, type BYOBDocument } from "../server/src/documents/document.js";
import { defaultProfile } from "../server/src/model/profile.js";
import { check } from "../server/src/rules/check.js";
import { handOn } from "../server/src/rules/hand-on.js";
import { rules } from "../server/src/rules/registry.js";
import { loadReaders } from "./support/readers.js";

const readers = await loadReaders();
const options = { profile: defaultProfile };

function read(name: string, text: string): BYOBDocument {
  return readDocument(TextDocument.create(`file:///${name}`, "", 1, text), { readers });
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

const texts: Readonly<Record<string, string>> = {
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
  );
  fc.assert(
    fc.property(name, fc.nat(), fc.nat(12), newText, (file, place, length, added) => {
      const text = texts[file] ?? "";
      const start = place % (text.length + 1);
      const after = edited(read(file, text), start, Math.min(start + length, text.length), added);
      const fresh = read(file, after.source.getText());
      expect(drawn(after)).toEqual(drawn(fresh));
    }),
    { numRuns: 300 },
  );
});

test("only the parts that an edit touched are judged again", () => {
  const lines = Array.from(
    { length: 100 },
    (_, i) => `STORE_${String(i)}=s3://AK:S/K@h.example.com/b`,
  );
  const before = read(".env", lines.join("\n"));
  const rule = rules.address[0] ?? expect.fail();
  const judge = vi.spyOn(rule, "check");
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
  const silent = check(after, { ...options, severities: { "address/end-credentials": "off" } });
  expect(silent.map(({ rule }) => rule)).not.toContain("address/end-credentials");
});
