import { describe, expect, test } from "vitest";
import { defaultProfile } from "../../server/src/model/profile.js";
import { check } from "../../server/src/rules/check.js";
import { applyEdits } from "../../server/src/text/span.js";
import { checkDocument, draw, read } from "./parts.js";
import { loadReaders } from "../support/readers.js";

const readers = await loadReaders();

const options = { readers };
const plain = ["s3://AK:b%c@h/d?region=x&tls=true"];

describe("a Markdown text", () => {
  test("has code by the fence's language", () => {
    const text = `# Storage

Use \`s3://AK:SK@h/b\`, never this.

\`\`\`dotenv title=".env"
BUCKET=s3://b
\`\`\`

~~~json
[{"AllowedMethods": ["GET"], "AllowedOrigins": ["*"], "ExposeHeaders": ["ETag"]}]
~~~

\`\`\`text
s3://data/file.csv
cw://<accessKey>:<secretAccessKey>@cwobject.com/<bucketName>?tls=true
\`\`\`

\`\`\`
GORILLA_SUPPORTED_FILE_STORES=cw://
\`\`\`

\`\`\`python
BUCKET = "s3://AK:SK@h/b"
\`\`\`

\`\`\`hcl
bucket = "s3://data" # wandb
\`\`\`

\`\`\`yaml
data: s3://data/file.csv
env: [{ name: BUCKET, value: s3://b }]
\`\`\`

\`\`\`console
$ export BUCKET="s3://b"
\`\`\`
`;
    expect(draw(read("README.md", text, options))).toMatchInlineSnapshot(`
      "environment dotenv: BUCKET
      address dotenv: BUCKET = s3://b
      cors s3: 1 rules in [{"AllowedMethods": ["GET"], "AllowedOri … : ["ETag"]}]
      address plain: cw://<accessKey>:<secretAccessKey>@cwobject.com/<bucketName>?tls=true (by its form)
      environment plain: GORILLA_SUPPORTED_FILE_STORES
      address plain: GORILLA_SUPPORTED_FILE_STORES = cw://
      address terraform: bucket = "s3://data" meaning "s3://data"
      environment yaml: BUCKET
      address yaml: BUCKET = s3://b
      environment shell: BUCKET
      address shell: BUCKET = "s3://b" meaning "s3://b""
    `);
    checkDocument("README.md", text, options, plain);
  });

  test("has nothing in comments", () => {
    const text = `<!-- The old form:
\`\`\`dotenv
BUCKET=gs://old
\`\`\`
-->

<!-- The new one: -->

\`\`\`dotenv
BUCKET=gs://new
\`\`\`

<!-- not closed

\`\`\`dotenv
BUCKET=gs://newest
\`\`\`
`;
    const { parts } = read("README.md", text, options);
    const addresses = parts.flatMap((part) => (part.kind === "address" ? [part.model.whole.text] : []));
    expect(addresses).toEqual(["gs://new", "gs://newest"]);
  });

  test("has code in lists, tabs and quotations, with any line breaks", () => {
    const text = [
      "- Step",
      "",
      "    ```json",
      "    {",
      '      "Version": "2012-10-17",',
      '      "Statement": [{ "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject",',
      '        "Resource": "arn:aws:s3:::b/*" }]',
      "    }",
      "    ```",
      "> ```dotenv",
      "> BUCKET='gs://sa:-----BEGIN",
      "> MIIE",
      "> -----END@b'",
      "> GORILLA_FILE_STORE=s3://b",
      "> ```",
      "BUCKET=s3://outside",
      "",
    ].join("\r\n");
    const document = read("README.md", text);
    expect(draw(document)).toMatchInlineSnapshot(`
      "policy bucket: 1 statements in { "Version": "2012-10-17", "Statement":  … :::b/*" }] }
      environment dotenv: BUCKET GORILLA_FILE_STORE
      address dotenv: BUCKET = 'gs://sa:-----BEGIN
      > MIIE
      > -----END@b' meaning "gs://sa:-----BEGIN\\r\\nMIIE\\r\\n-----END@b"
      address dotenv: GORILLA_FILE_STORE = s3://b"
    `);
    const policy = document.parts.find(({ kind }) => kind === "policy");
    if (policy?.kind !== "policy") throw new Error("There is no policy.");
    const [statement] = policy.model.statements;
    if (statement === undefined) throw new Error("There is no statement.");
    const edit = policy.model.tree.writer.insertMembers(statement.node, { Sid: "A" });
    const changed = edit === undefined ? "" : applyEdits(text, [edit]);
    expect(draw(read("README.md", changed))).toContain("policy bucket: 1 statements");
    checkDocument("README.md", text, {}, ["s3://AK:b%c@h/d?region=x"]);
  });
});

describe("an XML document", () => {
  test("is a CORS configuration or nothing", () => {
    const text = `<CORSConfiguration>
 <CORSRule>
   <AllowedOrigin>*</AllowedOrigin>
   <AllowedMethod>GET</AllowedMethod>
 </CORSRule>
</CORSConfiguration>
`;
    expect(draw(read("cors.xml", text))).toMatchInlineSnapshot(`"cors s3-xml: 1 rules in <CORSConfiguration> <CORSRule> <AllowedO … nfiguration>"`);
    expect(draw(read("a.xml", "<a><b>s3://AK:SK@h/b</b></a>"))).toBe("");
  });
});

describe("a properties file", () => {
  test("has settings with and without quotes", () => {
    const text = `# wandb
[server]
wandb.env.BUCKET = s3\\://AK:SK@h/b
GORILLA_FILE_STORE: "s3://c"
other=s3://data/x.csv
`;
    expect(draw(read("a.properties", text))).toMatchInlineSnapshot(`
      "environment properties: BUCKET GORILLA_FILE_STORE other
      address properties: BUCKET = s3\\://AK:SK@h/b meaning "s3://AK:SK@h/b"
      address properties: GORILLA_FILE_STORE = "s3://c" meaning "s3://c""
    `);
    checkDocument("a.properties", text, {}, plain);
  });
});

describe("a TOML file", () => {
  test("has settings in every kind of string", () => {
    const text = `title = 1979-05-27
stores = [ "s3://AK:SK@h/b", 's3://data/x.csv' ] # no list of settings
[env]
BUCKET = "s3://AK:a\\u0026b@h/b"
"AWS_REGION" = 'us-west-2'
[server.env]
GORILLA_FILE_STORE = 'gs://b'
GORILLA_STORAGE_BUCKET = """
s3://c"""
services = { wandb = { env = { GORILLA_SUPPORTED_FILE_STORES = "cw://" } } }
`;
    expect(draw(read("a.toml", text))).toMatchInlineSnapshot(`
      "address toml: stores = "s3://AK:SK@h/b" meaning "s3://AK:SK@h/b" (by its form)
      environment toml: BUCKET AWS_REGION
      address toml: BUCKET = "s3://AK:a\\u0026b@h/b" meaning "s3://AK:a&b@h/b"
      environment toml: GORILLA_FILE_STORE GORILLA_STORAGE_BUCKET
      address toml: GORILLA_FILE_STORE = 'gs://b' meaning "gs://b"
      address toml: GORILLA_STORAGE_BUCKET = """
      s3://c""" meaning "s3://c"
      environment toml: GORILLA_SUPPORTED_FILE_STORES
      address toml: GORILLA_SUPPORTED_FILE_STORES = "cw://" meaning "cw://""
    `);
    checkDocument("a.toml", text);
  });
});

describe("an example that leaves something out", () => {
  test("is judged by what it says", () => {
    const text = `
\`\`\`json
{ "Version": "2012-10-17", "Statement": [
  { "Effect": "Allow", "Principal": { "AWS": "..." }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*" },
  { "Sid": "B", ... },
  ...
] }
\`\`\`
`;
    const [part] = read("README.md", text).parts;
    if (part?.kind !== "policy") throw new Error("There is no policy.");
    expect(part.model.statements).toHaveLength(1);
    expect(part.model.problems).toEqual([]);
    expect(part.model.statements[0]?.principal?.unknown).toBe(true);
  });

  test("may leave it out where the code's language is not said", () => {
    const text = `
\`\`\`
{ "Version": "2012-10-17", "Statement": [
  { "Effect": "Allow", "Principal": { "AWS": "..." }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*" },
  ...
] }
\`\`\`
`;
    expect(check(read("README.md", text), { profile: defaultProfile })).toEqual([]);
  });

  test("may have words for accounts, Regions and whole ARNs, as AWS's pages do", () => {
    const policy = `{ "Version": "2012-10-17", "Statement": [
  {
    "Sid": "AccountAccess",
    "Effect": "Allow",
    "Principal": { "AWS": ["AccountB-ID", "arn:aws:iam::ACCOUNT-ID-WITHOUT-HYPHENS:root"] },
    "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::b/*",
    "Condition": { "ArnLike": { "aws:SourceArn": "arn:partition:s3:region:account-id:accesspoint/a" } }
  },
  {
    "Effect": "Allow",
    "Principal": { "AWS": "arn:aws:iam::111122223333:role/Account" },
    "Action": ["s3:ListBucket"],
    "Resource": "Bucket ARN"
  }
] }`;
    const page = `\`\`\`\n${policy}\n\`\`\`\n`;
    expect(check(read("README.md", page), { profile: defaultProfile })).toEqual([]);
    expect(check(read("policy.json", policy), { profile: defaultProfile })).not.toEqual([]);
    const doubtful = page.replace("111122223333", "1111222233");
    expect(check(read("README.md", doubtful), { profile: defaultProfile })).not.toEqual([]);
  });

  test("may have places to fill in", () => {
    const text = "```dotenv\nBUCKET=cw://<accessKey>:<secret>@cwobject.com/<bucket>?tls=true\n```\n";
    expect(check(read("README.md", text), { profile: defaultProfile })).toEqual([]);
    expect(check(read(".env.example", text.slice(10, -4)), { profile: defaultProfile })).toEqual([]);
    expect(check(read(".env", text.slice(10, -4)), { profile: defaultProfile })).not.toEqual([]);
  });
});
