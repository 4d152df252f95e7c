import { CodeActionKind } from "vscode-languageserver-types";
import { TextDocument } from "vscode-languageserver-textdocument";
import { beforeAll, describe, expect, test } from "vitest";
import { parseDocument } from "yaml";
import { readDocument, type BYOBDocument, type Readers } from "../server/src/documents/document.js";
import { codeActions } from "../server/src/features/code-actions.js";
import { fixAllKind } from "../server/src/features/kinds.js";
import { defaultProfile } from "../server/src/model/profile.js";
import { check } from "../server/src/rules/check.js";
import { proveFixes, settle } from "../server/src/rules/prove-fix.js";
import { type Finding } from "../server/src/rules/rule.js";
import { formatMessage } from "../server/src/text/message.js";
import { type Edit } from "../server/src/text/span.js";
import { loadReaders } from "./support/readers.js";

const options = { profile: defaultProfile };
let readers: Readers = {};
beforeAll(async () => {
  readers = await loadReaders();
});

function read(name: string, text: string): BYOBDocument {
  return readDocument(TextDocument.create(`file:///${name}`, "", 1, text), { readers });
}

/** What `byob fix` makes of a text. */
function fixed(name: string, text: string): string {
  return settle(read(name, text), options).document.source.getText();
}

function policy(first: string, extra = ""): string {
  return `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "Training",
      "Effect": "Allow",
      "Principal": { "AWS": "arn:aws:iam::444455556666:role/training" },
      ${first}
    },
    {
      "Sid": "NoPlainHttp",
      "Effect": "Deny",
      "Principal": "*",
      "Action": "s3:*",
      "Resource": ["arn:aws:s3:::acme-models", "arn:aws:s3:::acme-models/*"],
      "Condition": { "Bool": { "aws:SecureTransport": "false" } }
    }
  ]
}
${extra}`;
}

const cors = `[
  {
    "AllowedOrigins": ["*"],
    "AllowedMethods": ["GET", "HEAD", "PUT"],
    "AllowedHeaders": ["*"]
  }
]
`;

/** Whether a text still has all of its characters, in order; commas alone may go. */
function keepsAll(before: string, after: string): boolean {
  let at = 0;
  for (const character of before.replaceAll(",", "")) {
    at = after.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

describe("a broken text is made whole, or stays as it is", () => {
  const resource = '"Resource": "arn:aws:s3:::acme-models/*"';
  const action = '"Action": "s3:GetObject"';
  const slips: Readonly<Record<string, string>> = {
    "no quote before an ARN, whose end looks like a comment": `${action},\n      "Resource": arn:aws:s3:::acme-models/*"`,
    "no quote behind an ARN": `${action},\n      "Resource": "arn:aws:s3:::acme-models/*`,
    "no quote before an action": `"Action": s3:GetObject",\n      ${resource}`,
    "no quote behind an action": `"Action": "s3:GetObject,\n      ${resource}`,
    "no quote before a key": `Action": "s3:GetObject",\n      ${resource}`,
    "no quote behind a key": `"Action: "s3:GetObject",\n      ${resource}`,
    "no quotes at all around an ARN": `${action},\n      "Resource": arn:aws:s3:::acme-models/*`,
    "a quote too many": `${action}",\n      ${resource}`,
    "a comma too many": `${action},,\n      ${resource}`,
    "no colon": `"Action" "s3:GetObject",\n      ${resource}`,
    "a list that is never closed": `"Action": ["s3:GetObject", "s3:PutObject",\n      ${resource}`,
    "a brace too many": `${action},\n      ${resource} }`,
    "what Jinja fills in": `${action},\n      "Resource": {{ model_arns | tojson }}`,
    "what an accelerator fills in": `"Action": [\${LOOKUP::ACTIONS:Training}],\n      ${resource}`,
    "a number with dashes": `"Version": 2012-10-17,\n      ${action},\n      ${resource}`,
  };
  test.each(Object.entries(slips))("%s", (_name, slip) => {
    for (const text of [policy(slip), policy(slip).replaceAll(/\n */g, "")]) {
      const after = fixed("bucket-policy.json", text);
      expect(keepsAll(text, after)).toBe(true);
      if (after === text) continue;
      const statements = (JSON.parse(after) as { Statement: { Sid: string }[] }).Statement;
      expect(statements.map(({ Sid }) => Sid)).toEqual(["Training", "NoPlainHttp"]);
    }
  });

  test.each(Object.entries(slips))("%s, in a block of YAML", (_name, slip) => {
    const lines = policy(slip).trimEnd().split("\n");
    const text = `Resources:
  Models:
    Type: AWS::S3::BucketPolicy
    Properties:
      PolicyDocument: |
${lines.map((line) => `        ${line}`).join("\n")}
      Bucket: acme-models
`;
    const after = fixed("stack.yaml", text);
    expect(keepsAll(text, after)).toBe(true);
    expect(parseDocument(after).errors).toEqual([]);
  });

  test.each(Object.entries(slips))("%s, in a page", (_name, slip) => {
    const text = `# Models\n\n\`\`\`json\n${policy(slip)}\`\`\`\n\nIs "this" [right, or {wrong}?\n`;
    expect(keepsAll(text, fixed("README.md", text))).toBe(true);
  });
});

describe("a text whose slips are plain is mended as a whole", () => {
  const good = policy('"Action": "s3:GetObject",\n      "Resource": "arn:aws:s3:::acme-models/*"');

  test("where commas are missing", () => {
    const text = good.replace('s3:GetObject",', 's3:GetObject"').replace('"Deny",', '"Deny"');
    expect(fixed("bucket-policy.json", text)).toBe(good);
  });

  test("where a comma is too many", () => {
    const text = good.replace('"false" } }', '"false" } },');
    expect(fixed("bucket-policy.json", text)).toBe(good);
  });

  test("but what somebody wrote beside it is not taken away", () => {
    const text = good.replace('"Sid": "Training"', '/* ours */"Sid": "Training"');
    expect(fixed("bucket-policy.json", text)).toBe(text);
  });

  test("but what looks like a comment in a string stays", () => {
    const text = good.replace('"Training"', '"// Training /* */"');
    expect(fixed("bucket-policy.json", text)).toContain('"// Training /* */"');
  });
});

test("fixes that cannot be proved are refused one by one, with a reason", () => {
  const broken = cors.replace('"*"],', '"\\*"],,');
  const text = `# CORS\n\n\`\`\`json\n${broken}\`\`\`\n\n\`\`\`json\n${cors}\`\`\`\n`;
  const { document, count, refused } = settle(read("README.md", text), options);
  expect(document.source.getText()).toContain(broken);
  expect(document.source.getText()).toContain('"ExposeHeaders": ["ETag"]');
  expect(count).toBe(1);
  expect(refused.length).toBeGreaterThan(0);
  for (const { reason } of refused)
    expect(formatMessage(reason)).toMatch(/^The fix was not applied because .+\.$/);
});

test("two fixes of one place are made one after the other", () => {
  const text = `Resources:
  Models:
    Type: AWS::S3::Bucket
    Properties:
      CorsConfiguration:
        CorsRules:
          AllowedMethods: [GET]
          AllowedOrigins: ["*"]
`;
  const after = fixed("stack.yaml", text);
  expect(parseDocument(after).errors).toEqual([]);
  expect(after).toContain("- AllowedMethods:");
  expect(fixed("stack.yaml", after)).toBe(after);
});

describe("a fix is refused", () => {
  const document = read("cors.json", cors);
  const finding = check(document, options).find(({ rule }) => rule === "cors/require-exposed-etag");
  const made = (...edits: readonly Edit[]): { finding: Finding; edits: readonly Edit[] } => {
    if (finding === undefined) throw new Error("The example is without its fault");
    return { finding, edits };
  };
  const at = (words: string): number => cors.indexOf(words);
  const reasonOf = (...edits: readonly Edit[]): string | undefined => {
    const { reason } = proveFixes(document, [made(...edits)], options);
    return reason && formatMessage(reason);
  };
  const real = finding?.fixes[0]?.edits ?? [];

  test("unless it does what it is for, and nothing else", () => {
    expect(real).toHaveLength(1);
    expect(reasonOf(...real)).toBeUndefined();
  });

  test("if the text can no longer be read", () => {
    const quote = at('"GET"');
    const edit = { span: { start: quote, end: quote + 1 }, newText: "" };
    expect(reasonOf(...real, edit)).toBe(
      "The fix was not applied because the text could no longer be parsed.",
    );
  });

  test("if a value outside of its edits becomes another's", () => {
    const start = at('],\n    "AllowedM');
    const edit = { span: { start, end: start + 2 }, newText: '], "Nested": {' };
    const close = at("\n  }\n]");
    const closing = { span: { start: close, end: close }, newText: "}" };
    expect(reasonOf(edit, closing)).toBe(
      "The fix was not applied because it would also change other values.",
    );
  });

  test("if its finding would remain", () => {
    const start = at('"HEAD"');
    const edit = { span: { start: start + 1, end: start + 5 }, newText: "HEAD " };
    expect(reasonOf(edit)).toBe("The fix was not applied because the problem would remain.");
  });

  test("if an error would be new", () => {
    const start = at('"*"') + 1;
    const edit = { span: { start, end: start + 1 }, newText: "https://*.*.ai" };
    expect(reasonOf(...real, edit)).toMatch(
      /because it would introduce an error \(cors\/[\w-]+\)\.$/,
    );
  });
});

describe("in an editor", () => {
  const everywhere = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
  const actions = (text: string, kind: string): ReturnType<typeof codeActions> =>
    codeActions(read("cors.json", text), everywhere, [kind], options);

  test("a fix that holds is preferred", () => {
    const [action] = actions(cors, CodeActionKind.QuickFix);
    expect(action).toMatchObject({ isPreferred: true });
    expect(actions(cors, fixAllKind)).toHaveLength(1);
  });

  test("one in a text that cannot be read is only offered, and is not among all fixes", () => {
    const broken = cors.replace('"*"],', '"\\*"],,');
    const offered = actions(broken, CodeActionKind.QuickFix);
    expect(offered.filter(({ isPreferred }) => isPreferred)).toEqual([]);
    expect(actions(broken, fixAllKind)).toEqual([]);
  });
});

test("what is only tidier is fixed when asked for, not unread", () => {
  const text = policy(
    '"Action": ["s3:GetObject", "s3:Get*"], "Resource": "arn:aws:s3:::acme-models/*"',
  ).replace('"Training"', '""');
  const document = read("bucket-policy.json", text);
  const tidier = check(document, options).filter(
    ({ fixes, severity }) => fixes[0]?.safety === "safe" && severity === "info",
  );
  expect(tidier.map(({ rule }) => rule)).toEqual([
    "policy/valid-sid",
    "policy/no-redundant-action",
  ]);
  expect(fixed("bucket-policy.json", text)).toBe(text);
  const everywhere = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
  const offered = codeActions(document, everywhere, [CodeActionKind.QuickFix], options);
  expect(offered.filter(({ isPreferred }) => isPreferred).length).toBe(2);
  expect(codeActions(document, everywhere, [fixAllKind], options)).toEqual([]);
});
