import { afterEach, describe, expect, test } from "vitest";
import { type DocumentLink, type FoldingRange, type SelectionRange } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { connectInProcess, type TestClient } from "../support/client.js";

const clients: TestClient[] = [];
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.stop()));
});

async function open(uri: string, language: string, text: string): Promise<TestClient> {
  const client = await connectInProcess();
  clients.push(client);
  await client.open(uri, language, text);
  return client;
}

const uri = "file:///policy.json";
const policy = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "WandB",
      "Effect": "Allow",
      "Principal": { "AWS": "arn:aws:iam::725579432336:role/WandbIntegration" },
      "Action": ["s3:getobject", "s3:Put*", "s3:Nonsense", "dynamodb:Query"],
      "Resource": "arn:aws:s3:::b/*",
      "Condition": {
        "StringEquals": { "aws:PrincipalTag/team": "ml", "s3:prefix": "x", "wandb:OrgID": "y" }
      }
    }
  ]
}
`;

describe("document links", () => {
  const links = async (text: string, name = uri, language = "json"): Promise<readonly string[]> => {
    const client = await open(name, language, text);
    const found = (await client.request("textDocument/documentLink", {
      textDocument: { uri: name },
    })) as readonly DocumentLink[];
    const source = TextDocument.create(name, language, 1, text);
    return found.map(({ range, target }) => `${source.getText(range)} -> ${target ?? ""}`);
  };

  test("lead from actions and condition keys to the pages that describe them", async () => {
    const reference = "https://docs.aws.amazon.com/service-authorization/latest/reference";
    expect(await links(policy)).toEqual([
      `s3:getobject -> ${reference}/list_s3.html#list_s3-action-GetObject`,
      `dynamodb:Query -> ${reference}/list_dynamodb.html#list_dynamodb-action-Query`,
      "aws:PrincipalTag/team -> https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principaltag",
      `s3:prefix -> ${reference}/list_s3.html`,
      expect.stringMatching(/^wandb:OrgID -> https:\/\/docs\.wandb\.ai\//) as string,
    ]);
  });

  test("lead from a bucket to its console where its name alone tells it", async () => {
    const text = [
      "BUCKET=s3://acme-runs",
      "GORILLA_FILE_STORE=gs://acme-runs/team",
      "A=s3://AK:SK@s3.us-west-2.amazonaws.com/acme-runs?region=us-west-2",
      "B=s3://AK:SK@s3.cn-north-1.amazonaws.com.cn/acme-runs?region=cn-north-1",
      "C=cw://AK:SK@cwobject.com/acme-runs?tls=true",
      "D=s3://${BUCKET}",
    ].join("\n");
    expect(await links(`${text}\n`, "file:///.env", "dotenv")).toEqual([
      "acme-runs -> https://console.aws.amazon.com/s3/buckets/acme-runs",
      "acme-runs -> https://console.cloud.google.com/storage/browser/acme-runs",
      "acme-runs -> https://console.aws.amazon.com/s3/buckets/acme-runs",
    ]);
  });
});

describe("selection ranges", () => {
  /** What the selection is after each step, from the mark `|` on. */
  const grow = async (
    marked: string,
    name: string,
    language: string,
  ): Promise<readonly string[]> => {
    const text = marked.replace("|", "");
    const source = TextDocument.create(name, language, 1, text);
    const client = await open(name, language, text);
    const found = (await client.request("textDocument/selectionRange", {
      textDocument: { uri: name },
      positions: [source.positionAt(marked.indexOf("|"))],
    })) as readonly SelectionRange[];
    const steps: string[] = [];
    for (let at = found[0]; at !== undefined; at = at.parent) steps.push(source.getText(at.range));
    return steps;
  };

  test("grow from a value to its member, its statement and the policy", async () => {
    const text =
      '{"Version":"2012-10-17","Statement":[{"Action":["s3:Get|Object"],"Effect":"Allow"}]}';
    expect(await grow(text, uri, "json")).toEqual([
      "s3:GetObject",
      '"s3:GetObject"',
      '["s3:GetObject"]',
      '"Action":["s3:GetObject"]',
      '{"Action":["s3:GetObject"],"Effect":"Allow"}',
      '[{"Action":["s3:GetObject"],"Effect":"Allow"}]',
      '"Statement":[{"Action":["s3:GetObject"],"Effect":"Allow"}]',
      '{"Version":"2012-10-17","Statement":[{"Action":["s3:GetObject"],"Effect":"Allow"}]}',
    ]);
  });

  test("stay in a policy that stands in a YAML block", async () => {
    const text = `apiVersion: v1
data:
  policy.json: |
    {"Version":"2012-10-17","Statement":[{"Effect":"A¦llow","Action":"s3:*","Principal":"*"}]}
`;
    const steps = await grow(
      text.replace("policy.json: |", "policy.json: >").replace("¦", "|"),
      "file:///config.yaml",
      "yaml",
    );
    expect(steps.slice(0, 4)).toEqual([
      "Allow",
      '"Allow"',
      '"Effect":"Allow"',
      '{"Effect":"Allow","Action":"s3:*","Principal":"*"}',
    ]);
  });

  test("grow through a CORS rule and through an address", async () => {
    const cors = '[{"AllowedMethods":["G|ET"],"AllowedOrigins":["*"]}]';
    expect((await grow(cors, "file:///cors.json", "json")).slice(0, 4)).toEqual([
      "GET",
      '"GET"',
      '["GET"]',
      '"AllowedMethods":["GET"]',
    ]);
    const address = "BUCKET=s3://AK:SK@minio.example.com/b?region=us-|west-2&tls=true\n";
    expect(await grow(address, "file:///.env", "dotenv")).toEqual([
      "us-west-2",
      "region=us-west-2",
      "s3://AK:SK@minio.example.com/b?region=us-west-2&tls=true",
      "BUCKET=s3://AK:SK@minio.example.com/b?region=us-west-2&tls=true",
    ]);
  });

  test("are nowhere in a file that is not ours", async () => {
    const client = await open("file:///package.json", "json", "{}");
    const found = await client.request("textDocument/selectionRange", {
      textDocument: { uri: "file:///package.json" },
      positions: [{ line: 0, character: 0 }],
    });
    expect(found).toBeNull();
  });
});

describe("folding ranges", () => {
  test("are the policy and its statements, for editors that do not fold by themselves", async () => {
    const client = await open(uri, "json", policy);
    expect(client.initialized.capabilities.foldingRangeProvider).toBe(true);
    const found = (await client.request("textDocument/foldingRange", {
      textDocument: { uri },
    })) as readonly FoldingRange[];
    expect(found).toEqual([
      { startLine: 0, endLine: 14 },
      { startLine: 3, endLine: 12 },
    ]);
  });

  test("are not offered to VS Code, which has them already", async () => {
    const client = await connectInProcess({ initializationOptions: { clientCommands: true } });
    clients.push(client);
    expect(client.initialized.capabilities.foldingRangeProvider).toBe(false);
  });
});
