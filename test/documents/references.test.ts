import { describe, expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { readDocument } from "../../server/src/documents/document.js";
import { type Policy } from "../../server/src/model/policy/policy.js";
import { showSymbols } from "../../server/src/text/symbol.js";
import { loadReaders } from "../support/readers.js";

const readers = await loadReaders();

function policyIn(name: string, language: string, text: string): Policy {
  const source = TextDocument.create(`file:///${name}`, language, 1, text);
  const policies = readDocument(source, { readers }).parts.filter(({ kind }) => kind === "policy");
  const [policy] = policies;
  if (policy?.kind !== "policy") throw new Error(`${name} holds no policy`);
  return policy.model;
}

/** What the resources of the first statement are taken for; `?` where that is not known. */
function resourcesOf({ statements }: Policy): readonly string[] {
  const items = statements[0]?.resource?.items ?? [];
  return items.map(({ value, partial }) => (partial ? "?" : showSymbols(value ?? "?")));
}

const declarations = `
variable "name" {
  default = "acme-runs"
}
variable "open" {}
variable "empty" {
  default = ""
}
locals {
  named   = "arn:aws:s3:::\${var.name}"
  objects = ["\${aws_s3_bucket.plain.arn}/*"]
  loop    = local.circle
  circle  = local.loop
  deep    = { bucket = "arn:aws:s3:::acme-deep" }
}
resource "aws_s3_bucket" "plain" {}
resource "aws_s3_bucket" "named" {
  bucket = var.name
}
resource "aws_s3_bucket" "opened" {
  bucket = var.open
}
resource "aws_s3_bucket" "each" {
  for_each = toset(["a", "b"])
  bucket   = each.key
}
resource "aws_s3_bucket" "counted" {
  count  = var.name == "" ? 0 : 1
  bucket = "acme-counted"
}
data "aws_s3_bucket" "found" {
  bucket = "acme-found"
}
data "aws_partition" "current" {}
`;

describe("a reference in Terraform stands for", () => {
  test.each<readonly [expression: string, ...taken: readonly string[]]>([
    ["aws_s3_bucket.plain.arn", "arn:aws:s3:::${aws_s3_bucket.plain}"],
    ["aws_s3_bucket.plain.id", "${aws_s3_bucket.plain}"],
    ['"${aws_s3_bucket.plain.arn}/*"', "arn:aws:s3:::${aws_s3_bucket.plain}/*"],
    ["aws_s3_bucket.named.arn", "arn:aws:s3:::acme-runs"],
    ['"arn:aws:s3:::${var.open}/*"', "arn:aws:s3:::${aws_s3_bucket.opened}/*"],
    ['"arn:aws:s3:::${var.elsewhere}"', "?"],
    ["var.empty", "?"],
    ["aws_s3_bucket.counted[0].arn", "arn:aws:s3:::acme-counted"],
    ["aws_s3_bucket.counted.arn", "?"],
    ['aws_s3_bucket.each["a"].arn', "?"],
    ["aws_s3_bucket.plain.tags_all", "?"],
    ["data.aws_s3_bucket.found.arn", "arn:aws:s3:::acme-found"],
    ['"arn:${data.aws_partition.current.partition}:s3:::acme/*"', "arn:aws:s3:::acme/*"],
    ["local.named", "arn:aws:s3:::acme-runs"],
    ["local.objects", "arn:aws:s3:::${aws_s3_bucket.plain}/*"],
    ["local.loop", "?"],
    ["local.deep.bucket", "arn:aws:s3:::acme-deep"],
    ['format("%s/%s", local.named, "*")', "arn:aws:s3:::acme-runs/*"],
    ['format("%s", local.named, "*")', "?"],
    ['format("%q", local.named)', "?"],
    ['join("", [local.named, "/*"])', "arn:aws:s3:::acme-runs/*"],
    ["concat(local.objects, var.more)", "arn:aws:s3:::${aws_s3_bucket.plain}/*", "?"],
    ["toset(local.objects)", "arn:aws:s3:::${aws_s3_bucket.plain}/*"],
    ["flatten([[local.named], local.deep.bucket])", "arn:aws:s3:::acme-runs", "arn:aws:s3:::acme-deep"],
    ["[for name in local.objects : name]", "?"],
    ["module.store.arn", "?"],
    ["var.open ? local.named : local.deep.bucket", "?"],
  ])("%s", (expression, ...taken) => {
    const policy = policyIn(
      "main.tf",
      "terraform",
      `${declarations}
resource "aws_iam_policy" "runs" {
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:*", Resource = ${expression} }]
  })
}`,
    );
    expect(resourcesOf(policy)).toEqual(taken);
  });

  test("a bucket that may be one of those written out is not told apart from them", () => {
    const policy = policyIn(
      "main.tf",
      "terraform",
      `${declarations}
data "aws_iam_policy_document" "runs" {
  statement {
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.plain.arn, "arn:aws:s3:::acme-runs/*"]
  }
}`,
    );
    expect(resourcesOf(policy)).toEqual(["?", "arn:aws:s3:::acme-runs/*"]);
  });
});

describe("a function of CloudFormation stands for", () => {
  test.each<readonly [expression: string, ...taken: readonly string[]]>([
    ["!GetAtt Plain.Arn", "arn:aws:s3:::${Plain}"],
    ["!GetAtt [Plain, Arn]", "arn:aws:s3:::${Plain}"],
    ["{ Fn::GetAtt: [Plain, Arn] }", "arn:aws:s3:::${Plain}"],
    ["!Ref Plain", "${Plain}"],
    ["!Ref Named", "acme-runs"],
    ['!Sub "${Plain.Arn}/*"', "arn:aws:s3:::${Plain}/*"],
    ['!Sub "arn:${AWS::Partition}:s3:::${Named}/*"', "arn:aws:s3:::acme-runs/*"],
    ['!Join ["", [!GetAtt Named.Arn, "/*"]]', "arn:aws:s3:::acme-runs/*"],
    ["{ Fn::Join: [':', [arn, aws, s3, '', '', acme]] }", "arn:aws:s3:::acme"],
    ["!ImportValue Plain", "?"],
    ["!Ref Elsewhere", "?"],
    ["!Ref Held", "?"],
    ["!Ref Self", "?"],
    ["!If [A, !Ref Plain, !Ref Named]", "?"],
  ])("%s", (expression, ...taken) => {
    const policy = policyIn(
      "stack.yaml",
      "yaml",
      `
Parameters:
  Name: { Type: String, Default: acme-runs }
  Held: { Type: "AWS::SSM::Parameter::Value<String>", Default: /acme/name }
  Self: { Type: String, Default: !Ref Self }
Resources:
  Plain: { Type: AWS::S3::Bucket }
  Named: { Type: AWS::S3::Bucket, Properties: { BucketName: !Ref Name } }
  Runs:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: "2012-10-17"
        Statement: [{ Effect: Allow, Action: s3:*, Resource: ${expression} }]
`,
    );
    expect(resourcesOf(policy)).toEqual(taken);
  });
});
