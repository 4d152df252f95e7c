import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CompletionItem } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { connectInProcess, type TestClient } from "../support/client.js";

let client: TestClient;
let count = 0;
beforeAll(async () => {
  client = await connectInProcess();
});
afterAll(() => client.stop());

interface Opened {
  readonly uri: string;
  readonly position: { readonly line: number; readonly character: number };
}

/** Opens a text whose place is marked by `|`. */
async function openAt(marked: string, name: string): Promise<Opened> {
  count += 1;
  const uri = `file:///${String(count)}/${name}`;
  const language = name.endsWith(".tf") ? "terraform" : name.endsWith(".yaml") ? "yaml" : "json";
  const at = marked.indexOf("|");
  const text = marked.slice(0, at) + marked.slice(at + 1);
  await client.open(uri, language, text);
  return { uri, position: TextDocument.create(uri, language, 1, text).positionAt(at) };
}

async function hoverAt(marked: string, name = "policy.json"): Promise<string> {
  const { uri, position } = await openAt(marked, name);
  const found = await client.hover(uri, position);
  const contents = found?.contents;
  return typeof contents === "object" && "value" in contents ? contents.value : "";
}

async function completeAt(
  marked: string,
  name = "policy.json",
): Promise<readonly CompletionItem[]> {
  const { uri, position } = await openAt(marked, name);
  return await client.completion(uri, position);
}

async function labelsAt(marked: string, name = "policy.json"): Promise<readonly string[]> {
  return (await completeAt(marked, name)).map(({ label }) => label);
}

const role = "arn:aws:iam::725579432336:role/WandbIntegration";
const bucket = (inside: string): string =>
  `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"${role}"},${inside}}]}`;
const key = (inside: string): string => bucket(inside).replace('"Effect"', '"Sid":"Key","Effect"');
const identity = (inside: string): string =>
  `{"Version":"2012-10-17","Statement":[{"Effect":"Allow",${inside}}]}`;

describe("a hover in a policy", () => {
  test("tells what a reference is taken for", async () => {
    const terraform = (resource: string): string => `
resource "aws_s3_bucket" "runs" {
  bucket = "acme-runs"
}
resource "aws_s3_bucket" "other" {}
locals {
  both = [aws_s3_bucket.runs.arn, "\${aws_s3_bucket.runs.arn}/*"]
}
resource "aws_s3_bucket_policy" "runs" {
  bucket = aws_s3_bucket.runs.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "${role}" }, Action = "s3:GetObject", Resource = ${resource} }]
  })
}`;
    const arn = await hoverAt(terraform("aws_s3_bu|cket.runs.arn"), "main.tf");
    expect(arn).toContain("This reference resolves to `arn:aws:s3:::acme-runs`.");
    expect(arn).toContain("ARN of a bucket");
    expect(await hoverAt(terraform('"${aws_s3_bucket.other.arn}/|*"'), "main.tf")).toContain(
      "resolves to `arn:aws:s3:::${aws_s3_bucket.other}/*`",
    );
    expect(await hoverAt(terraform("local.bo|th"), "main.tf")).toContain(
      "resolves to `arn:aws:s3:::acme-runs` and `arn:aws:s3:::acme-runs/*`.",
    );
    expect(await hoverAt(terraform("var.el|sewhere"), "main.tf")).not.toContain("taken for");
    expect(await hoverAt(terraform('"arn:aws:s3:::acme-r|uns"'), "main.tf")).not.toContain("taken");
    const cloudformation = `Resources:
  Runs: { Type: AWS::S3::Bucket }
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Runs
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - { Effect: Allow, Principal: { AWS: ${role} }, Action: s3:GetObject, Resource: !Sub "\${Runs.Arn}/|*" }`;
    expect(await hoverAt(cloudformation, "template.yaml")).toContain(
      "resolves to `arn:aws:s3:::${Runs}/*`",
    );
  });

  test("tells an action's access level, resources, condition keys and what W&B uses it for", async () => {
    const text = await hoverAt(bucket('"Action":"s3:Get|Object","Resource":"arn:aws:s3:::b/*"'));
    expect(text).toContain("**s3:GetObject**");
    expect(text).toContain("Access level: Read");
    expect(text).toContain("object (`arn:${Partition}:s3:::${BucketName}/${ObjectName}`)");
    expect(text).toContain("`s3:ExistingObjectTag/<key>`");
    expect(text).toMatch(/W&B needs `s3:GetObject\*`\..*docs\.wandb\.ai/s);
    expect(text).toContain("AWS service reference dated 20");
  });

  test("tells an action of a service that is known by its names", async () => {
    const text = await hoverAt(identity('"Action":"dynamodb:que|ry","Resource":"*"'));
    expect(text).toContain("**dynamodb:Query**\n\n- Service: Amazon DynamoDB");
  });

  test("expands a wildcard", async () => {
    const text = await hoverAt(key('"Action":"kms:ReEn|crypt*","Resource":"*"'));
    expect(text).toMatch(
      /\*\*kms:ReEncrypt\*\*\*\n\nMatches 2 of the \d+ actions of AWS Key Management/,
    );
    expect(text).toContain("`ReEncryptFrom` and `ReEncryptTo`");
    expect(await hoverAt(bucket('"Action":"s3:|*","Resource":"*"'))).toMatch(/and \d+ more/);
  });

  test("takes an ARN apart", async () => {
    const text = await hoverAt(bucket('"Action":"s3:*","Resource":"arn:aws:s3:::acme|-runs/*"'));
    expect(text).toContain("ARN of objects in a bucket");
    expect(text).toContain("- Resource: `acme-runs/*`");
    expect(text).toContain("- Region: none");
    const arn = "arn:aws:kms:us-west-2:111122223333:key/12345678-1234-1234-1234-123456789012";
    const other = await hoverAt(identity(`"Action":"kms:Decrypt","Resource":"|${arn}"`));
    expect(other).toContain("- Region: `us-west-2`");
    expect(other).toContain("- Account: `111122223333`");
  });

  test.each([
    [role, /\*\*W&B: Multi-tenant Cloud\*\*/],
    ["arn:aws:iam::830241207209:root", /\*\*W&B: Dedicated Cloud\*\*/],
    ["arn:aws:iam::111122223333:root", /The whole account 111122223333, not just its root user/],
    ["111122223333", /The whole account 111122223333/],
    ["arn:aws:iam::725579432336:role/Other", /This principal is in the W&B account 725579432336/],
    ["*", /^Anyone/],
  ])("identifies the principal %s", async (principal, expected) => {
    const text = bucket('"Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"');
    expect(await hoverAt(text.replace(role, `|${principal}`))).toMatch(expected);
  });

  test("identifies W&B's integration with CoreWeave", async () => {
    const text = bucket('"Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"').replace(
      `"AWS":"${role}"`,
      '"CW":"|arn:aws:iam::wandb:static/wandb-integration-public"',
    );
    expect(await hoverAt(text)).toContain("**W&B: Multi-tenant Cloud**");
  });

  test("explains a condition in a sentence, at its operator, its key and its value", async () => {
    const inside =
      '"Action":"s3:*","Resource":"*","Condition":{"StringEquals":{"aws:SourceVpc":"vpc-1"}}';
    expect(await hoverAt(bucket(inside.replace("StringEquals", "String|Equals")))).toContain(
      "Equal, case-sensitive.",
    );
    const sentence = /`aws:SourceVpc` must .*"vpc-1"\.$/m;
    expect(await hoverAt(bucket(inside.replace("SourceVpc", "Source|Vpc")))).toMatch(sentence);
    expect(await hoverAt(bucket(inside.replace("vpc-1", "vpc|-1")))).toMatch(sentence);
  });

  test("says in words what a statement is for", async () => {
    const text = await hoverAt(bucket('"S|id":"One","Action":"s3:GetObject*","Resource":"*"'));
    expect(text).toContain("It grants W&B 1 of the 11 permissions that W&B needs.");
  });
});

describe("completion in a policy", () => {
  test("offers the elements that are still missing", async () => {
    const labels = await labelsAt(bucket('"Action":"s3:*",|'));
    expect(labels).toEqual(expect.arrayContaining(["Sid", "Resource", "Condition"]));
    expect(labels).not.toContain("Effect");
    expect(labels).not.toContain("NotAction");
    expect(labels).not.toContain("NotPrincipal");
    const own = await labelsAt(identity('"Action":"s3:*",|'));
    expect(own).not.toContain("Principal");
    expect(await labelsAt('{"Version":"2012-10-17","Statement":[],|}')).toEqual(["Id"]);
  });

  test("offers actions with their access level and description, those of W&B first", async () => {
    const items = await completeAt(bucket('"Action":["|"],"Resource":"arn:aws:s3:::b"'));
    expect(items[0]).toMatchObject({ label: "s3:GetObject*", detail: "Read, needed by W&B" });
    const acl = items.find(({ label }) => label === "s3:PutBucketAcl");
    expect(acl?.detail).toBe("Permissions management");
    expect(JSON.stringify(acl?.documentation)).toContain("Grants permission");
    expect(acl?.filterText).toBe("s3:PutBucketAcl");
    expect(items.some(({ label }) => label.startsWith("kms:"))).toBe(false);
  });

  test("offers wildcards with what they stand for", async () => {
    const items = await completeAt(key('"Action":"kms:|","Resource":"*"'), "key-policy.json");
    const generate = items.find(({ label }) => label === "kms:Generate*");
    expect(generate?.detail).toMatch(/^\d+ actions$/);
    expect(items.find(({ label }) => label === "kms:*")?.detail).toMatch(/^all \d+ actions$/);
  });

  test("offers the actions of any service to a role", async () => {
    expect(await labelsAt(identity('"Action":"|","Resource":"*"'))).toContain("dynamodb:");
    const labels = await labelsAt(identity('"Action":"dynamodb:Q|","Resource":"*"'));
    expect(labels).toContain("dynamodb:Query");
    expect(labels).not.toContain("s3:PutBucketAcl");
  });

  test("offers ARNs by the statement's actions", async () => {
    const at = (action: string): Promise<readonly string[]> =>
      labelsAt(bucket(`"Action":"${action}","Resource":["arn:aws:s3:::acme-runs","|"]`));
    expect(await at("s3:ListBucket")).toEqual(["arn:aws:s3:::acme-runs"]);
    expect(await at("s3:PutObject")).toEqual(["arn:aws:s3:::acme-runs/*"]);
    expect(await at("s3:*")).toEqual(["arn:aws:s3:::acme-runs", "arn:aws:s3:::acme-runs/*"]);
    expect(await labelsAt(identity('"Action":"kms:Decrypt","Resource":"|"'))).toEqual([
      "arn:aws:kms:<region>:<account_id>:key/<key_id>",
    ]);
    expect(await labelsAt(key('"Action":"kms:Decrypt","Resource":"|"'))).toEqual(["*"]);
  });

  test("offers condition operators, and the keys that the actions carry", async () => {
    const text = bucket('"Action":"s3:ListBucket","Resource":"*","Condition":{"|":{}}');
    expect(await labelsAt(text)).toEqual(
      expect.arrayContaining(["StringLike", "ForAnyValue:StringLike", "BoolIfExists"]),
    );
    const keysFor = (action: string): Promise<readonly string[]> =>
      labelsAt(
        bucket(`"Action":"${action}","Resource":"*","Condition":{"StringEquals":{"|":"x"}}`),
      );
    expect(await keysFor("s3:ListBucket")).toEqual(
      expect.arrayContaining(["s3:prefix", "s3:delimiter", "aws:SourceVpc"]),
    );
    expect(await keysFor("s3:GetObject")).not.toContain("s3:prefix");
  });

  test("offers the values of known keys", async () => {
    const valuesOf = (operator: string, name: string): Promise<readonly string[]> =>
      labelsAt(
        bucket(
          `"Action":"s3:PutObject","Resource":"*","Condition":{"${operator}":{"${name}":"|"}}`,
        ),
      );
    expect(await valuesOf("StringEquals", "s3:x-amz-server-side-encryption")).toContain("aws:kms");
    expect(await valuesOf("Bool", "aws:SecureTransport")).toEqual(["true", "false"]);
  });

  test("offers W&B's principals, that of the deployment first", async () => {
    const text = bucket('"Action":"s3:*","Resource":"*"').replace(role, "|");
    expect((await labelsAt(text))[0]).toBe(role);
    await client.configure({ byob: { deployment: "dedicated" } });
    const [first] = await completeAt(text);
    await client.configure({ byob: {} });
    expect(first).toMatchObject({
      label: "arn:aws:iam::830241207209:root",
      detail: "W&B Dedicated Cloud",
    });
    const services = text.replace('"AWS":', '"Service":');
    expect(await labelsAt(services)).toContain("logging.s3.amazonaws.com");
  });

  test("changes only what stands between the quotes, in YAML too", async () => {
    const text = `Resources:
  P:
    Type: AWS::S3::BucketPolicy
    Properties:
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: "*"
            Action: "s3:Put|"
            Resource: "arn:aws:s3:::b/*"
`;
    const { uri, position } = await openAt(text, "template.yaml");
    const found = (await client.completion(uri, position)).find(
      ({ label }) => label === "s3:PutObject",
    );
    expect(found?.textEdit).toMatchObject({
      newText: "s3:PutObject",
      range: { start: { line: 9, character: 21 }, end: { line: 9, character: 27 } },
    });
  });
});
