import { describe, expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { readDocument } from "../../server/src/documents/document.js";
import { defaultProfile } from "../../server/src/model/profile.js";
import { check } from "../../server/src/rules/check.js";
import { formatMessage } from "../../server/src/text/message.js";
import { applyEdits } from "../../server/src/text/span.js";
import { loadReaders } from "../support/readers.js";

const readers = await loadReaders();

/** A host with a text in which nothing of any rule's is wrong. */
interface Host {
  readonly file: string;
  readonly text: string;
}

const policy = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "Read",
      "Effect": "Allow",
      "Principal": {"AWS": "arn:aws:iam::111122223333:role/reader"},
      "Action": ["s3:GetObject", "s3:PutObject"],
      "Resource": "arn:aws:s3:::lab-runs/*"
    },
    {
      "Sid": "Tls",
      "Effect": "Deny",
      "Principal": "*",
      "Action": "s3:*",
      "Resource": ["arn:aws:s3:::lab-runs", "arn:aws:s3:::lab-runs/*"],
      "Condition": {"Bool": {"aws:SecureTransport": "false"}}
    }
  ]
}
`;

const cors = `[
  {
    "AllowedOrigins": ["https://wandb.ai"],
    "AllowedMethods": ["GET", "PUT", "HEAD"],
    "AllowedHeaders": ["*"],
    "ExposeHeaders": ["ETag"],
    "MaxAgeSeconds": 3000
  }
]
`;

const indented = (text: string, by: number): string => text.replace(/^(?=.)/gm, " ".repeat(by));

const hosts = {
  policy: { file: "bucket-policy.json", text: policy },
  cors: { file: "cors.json", text: cors },
  template: { file: "policy.json.tpl", text: policy },
  yamlBlock: {
    file: "stack.yaml",
    text: `Resources:
  Runs:
    Type: AWS::S3::BucketPolicy
    Properties:
      PolicyDocument: |
${indented(policy, 8)}`,
  },
  hereDocument: {
    file: "main.tf",
    text: `resource "aws_s3_bucket_policy" "runs" {
  bucket = "lab-runs"
  policy = <<EOT
${policy}EOT
}
`,
  },
  fence: {
    file: "README.md",
    text: `# Bucket

\`\`\`json
${policy}\`\`\`

Then ask "is it there?", and don't use [brackets, or {braces}: it's refused.
`,
  },
  yaml: {
    file: "template.yaml",
    text: `Resources:
  Runs:
    Type: AWS::S3::BucketPolicy
    Properties:
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Sid: Tls
            Effect: Deny
            Principal: "*"
            Action: "s3:*"
            Resource: ["arn:aws:s3:::lab-runs", "arn:aws:s3:::lab-runs/*"]
            Condition: {Bool: {"aws:SecureTransport": "false"}}
`,
  },
  hcl: {
    file: "policy.tf",
    text: `resource "aws_s3_bucket_policy" "runs" {
  bucket = "lab-runs"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "Tls"
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*"
        Resource  = ["arn:aws:s3:::lab-runs", "arn:aws:s3:::lab-runs/*"]
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
    ]
  })
}
`,
  },
  xml: {
    file: "cors.xml",
    text: `<CORSConfiguration>
  <CORSRule>
    <AllowedOrigin>https://wandb.ai</AllowedOrigin>
    <AllowedMethod>GET</AllowedMethod>
    <AllowedMethod>PUT</AllowedMethod>
    <AllowedMethod>HEAD</AllowedMethod>
    <AllowedHeader>*</AllowedHeader>
    <ExposeHeader>ETag</ExposeHeader>
  </CORSRule>
</CORSConfiguration>
`,
  },
  toml: {
    file: "settings.toml",
    text: `[env]
BUCKET = "s3://lab-runs"
GORILLA_FILE_STORE_IS_PROXIED = "true"
AWS_REGION = "us-west-2"
`,
  },
} as const satisfies Readonly<Record<string, Host>>;

/** The host, what is replaced by what, and the finding: its place, its last words, whether a fix undoes it. */
type Slip = readonly [host: keyof typeof hosts, was: string, is: string, finding: string];

const slips: readonly Slip[] = [
  [
    "policy",
    '"Resource": "arn',
    '"Resource": arn',
    "9:19 This string is missing its opening quote, mended",
  ],
  ["policy", 'lab-runs/*"', "lab-runs/*", "9:19 This string is missing its closing quote, mended"],
  [
    "policy",
    '"s3:GetObject", ',
    '"s3:GetObject, ',
    "8:18 This string is missing its closing quote, mended",
  ],
  [
    "policy",
    '"s3:GetObject", ',
    's3:GetObject", ',
    "8:18 This string is missing its opening quote, mended",
  ],
  [
    "policy",
    '"Effect": "Allow"',
    'Effect": "Allow"',
    "6:7 This string is missing its opening quote, mended",
  ],
  [
    "policy",
    '"Effect": "Allow"',
    '"Effect: "Allow"',
    "6:7 This string is missing its closing quote, mended",
  ],
  ["policy", '"Effect": "Allow"', "Effect: Allow", "6:7 This string is missing its quotes, mended"],
  ["policy", '"Read"', "“Read”", "5:14 JSON does not allow curly quotes, mended"],
  ["policy", '"Read"', "'Read'", "5:14 JSON requires double quotes, mended"],
  ["policy", '"2012-10-17"', "2012-10-17", "2:14 This string is missing its quotes, mended"],
  ["policy", '"Allow",', '"Allow"', "6:24 A comma is missing here, mended"],
  ["policy", '"Allow",', '"Allow",,', "6:25 This comma has no value before it, mended"],
  [
    "policy",
    'lab-runs/*"\n',
    'lab-runs/*",\n',
    "9:44 JSON does not allow a trailing comma, mended",
  ],
  ["policy", '"Effect": ', '"Effect" ', "6:15 A colon is missing here, mended"],
  [
    "policy",
    '["s3:GetObject", "s3:PutObject"],',
    '["s3:GetObject", "s3:PutObject",',
    "8:48 A bracket is missing here, mended",
  ],
  [
    "policy",
    '["s3:GetObject", "s3:PutObject"],',
    '"s3:GetObject", "s3:PutObject"],',
    "8:16 A bracket is missing here, mended",
  ],
  ["policy", 'reader"},', 'reader",', "7:20 This is incomplete or not closed"],
  ["policy", '"Statement": [', '"Statement": ', "3:15 A bracket is missing here, mended"],
  ["policy", '{"AWS"', '"AWS"', "7:19 A bracket is missing here, mended"],
  ["policy", '"Allow",', '"Allow", // for the lab', "6:26 JSON does not allow comments, mended"],
  ["policy", '"Allow",', '"Allow", # for the lab', "6:26 This is not valid JSON"],
  [
    "policy",
    '"Read"',
    '"Re\\ad"',
    "5:14 This string contains an escape sequence that JSON does not allow",
  ],
  [
    "policy",
    '"Resource": "arn:aws:s3:::lab-runs/*"',
    '"Resource":',
    "9:17 A value is missing here",
  ],
  ["policy", '["s3:GetObject", "s3:PutObject"]', "[${ACTIONS}]", ""],
  ["policy", '"arn:aws:s3:::lab-runs/*"\n', "{{ run_arns | tojson }}\n", ""],
  ["policy", '"arn:aws:s3:::lab-runs/*"\n', "<resource>\n", ""],
  ["policy", "    },\n    {", "    },\n%{ for each in more }\n    {", ""],
  ["policy", "  ]\n}\n", "  ]\n", "1:1 This is incomplete or not closed"],
  [
    "policy",
    '  "Version"',
    '  "Version"',
    "2:1 JSON allows only regular spaces, not special spaces from a web page, mended",
  ],
  ["policy", "},\n    {", "}\n    {", "10:6 A comma is missing here, mended"],
  ["cors", '["https', "[https", "3:24 This string is missing its opening quote, mended"],
  ["cors", 'wandb.ai"', "wandb.ai", "3:24 This string is missing its closing quote, mended"],
  [
    "cors",
    '"MaxAgeSeconds": 3000',
    '"MaxAgeSeconds: 3000',
    "7:5 This string is missing its closing quote, mended",
  ],
  ["cors", '"GET", "PUT"', '"GET" "PUT"', "4:29 A comma is missing here, mended"],
  ["cors", '["*"],', '["*"],,', "5:29 This comma has no value before it, mended"],
  ["cors", "3000\n", "3000,\n", "7:26 JSON does not allow a trailing comma, mended"],
  ["cors", '"ETag"', "”ETag”", "6:23 JSON does not allow curly quotes, mended"],
  ["cors", '["GET", "PUT", "HEAD"]', "[<methods>]", ""],
  ["cors", "[\n  {", "{", "1:1 A bracket is missing here, mended"],
  ["cors", '"AllowedHeaders": ', '"AllowedHeaders" = ', "5:5 This is not valid JSON"],
  ["cors", "  }\n]\n", "  }\n", "1:1 This is incomplete or not closed"],
  ["cors", "3000", "3000 /* an hour */", "7:27 JSON does not allow comments, mended"],
  ["template", '["s3:GetObject", "s3:PutObject"]', "${jsonencode(actions)}", ""],
  ["template", '"Allow",', '"Allow"', "6:24 A comma is missing here, mended"],
  ["template", "    },\n    {", "    },\n%{ for each in more ~}\n    {", ""],
  [
    "yamlBlock",
    '"Resource": "arn',
    '"Resource": arn',
    "14:27 This string is missing its opening quote, mended",
  ],
  ["yamlBlock", '"Allow",', '"Allow"', "11:32 A comma is missing here, mended"],
  [
    "yamlBlock",
    '"s3:GetObject", ',
    '"s3:GetObject, ',
    "13:26 This string is missing its closing quote, mended",
  ],
  [
    "hereDocument",
    '"Resource": "arn',
    '"Resource": arn',
    "12:19 This string is missing its opening quote, mended",
  ],
  [
    "hereDocument",
    '"s3:GetObject", ',
    '"s3:GetObject, ',
    "11:18 This string is missing its closing quote, mended",
  ],
  ["hereDocument", '["s3:GetObject", "s3:PutObject"]', "${jsonencode(var.actions)}", ""],
  [
    "fence",
    '"Resource": "arn',
    '"Resource": arn',
    "12:19 This string is missing its opening quote, mended",
  ],
  ["fence", 'lab-runs/*"', "lab-runs/*", "12:19 This string is missing its closing quote, mended"],
  ["fence", "  ]\n}\n", "  ]\n", "4:1 This is incomplete or not closed"],
  ["yaml", '"s3:*"', '"s3:*', ""],
  ["yaml", "Effect: Deny", "Effect Deny", ""],
  ["yaml", '"arn:aws:s3:::lab-runs/*"]', '"arn:aws:s3:::lab-runs/*"', ""],
  ["yaml", "            Principal", "           Principal", ""],
  ["yaml", '"false"}}', '"false"}', ""],
  ["hcl", '"s3:*"', '"s3:*', ""],
  ["hcl", "Effect    = ", "Effect    ", ""],
  ["hcl", 'lab-runs/*"]', 'lab-runs/*"', ""],
  ["hcl", '"false" } }', '"false" }', ""],
  ["hcl", "]\n  })", "]\n  }", ""],
  ["xml", "</AllowedMethod>", "", "4:5 This element is not closed"],
  [
    "xml",
    "<AllowedHeader>*</AllowedHeader>",
    "<AllowedHeader>*</AllowedHeaders>",
    "7:5 This element is not closed",
  ],
  ["xml", "</CORSRule>\n", "", "2:3 This element is not closed"],
  ["toml", '"s3://lab-runs"', '"s3://lab-runs', ""],
  ["toml", '"true"', "true", ""],
];

function findingsOf(file: string, text: string): readonly string[] {
  const source = TextDocument.create(`file:///${file}`, "", 1, text);
  return check(readDocument(source, { readers }), { profile: defaultProfile }).map((finding) => {
    const { line, character } = source.positionAt(finding.span.start);
    const fixed = finding.fixes.map(({ edits }) => applyEdits(text, edits));
    const place = `${String(line + 1)}:${String(character + 1)}`;
    const whole = fixed.some((each) => findingsOf(file, each).length === 0) ? ", mended" : "";
    return `${place} ${formatMessage(finding.message).replace(/, so .*/, "")}${whole}`;
  });
}

describe.each(Object.entries(hosts))("%s", (name, { file, text }) => {
  test("is clean", () => {
    expect(findingsOf(file, text)).toEqual([]);
  });

  test.each(slips.filter(([host]) => host === name))("%s: %j to %j", (_, was, is, finding) => {
    expect(text).toContain(was);
    const slipped = text.replace(was, () => is);
    expect(findingsOf(file, slipped)).toEqual(finding === "" ? [] : [finding]);
  });
});
