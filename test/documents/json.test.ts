import { describe, expect, test } from "vitest";
import { defaultProfile } from "../../server/src/model/profile.js";
import { check } from "../../server/src/rules/check.js";
import { loadReaders } from "../support/readers.js";
import { checkDocument, draw, read } from "./parts.js";

const readers = await loadReaders();

const policy =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}]}';

describe("a JSON document", () => {
  test.each([
    [
      "an address under a known key, with escapes",
      '{ "BUCKET": "s3:\\/\\/b\\u002fc" }',
      'environment json: BUCKET\naddress json: BUCKET = "s3:\\/\\/b\\u002fc" meaning "s3://b/c"',
    ],
    ["ordinary strings", '{ "path": "s3://bucket/data.csv", "bucket": "s3://x" }', ""],
    [
      "the variables of a container",
      '{"containerDefinitions":[{"image":"wandb/local","environment":[{"name":"BUCKET","value":"s3://b"},{"name":"AWS_REGION","value":"x"}]}]}',
      'environment json: BUCKET AWS_REGION\naddress json: BUCKET = "s3://b" meaning "s3://b"',
    ],
    [
      "the arguments of a command",
      '{"args":["run","-e","BUCKET=s3://b","--env=GORILLA_FILE_STORE=s3://c"]}',
      'environment json: BUCKET GORILLA_FILE_STORE\naddress json: BUCKET = s3://b\naddress json: GORILLA_FILE_STORE = s3://c',
    ],
    [
      "a policy in a string, as the AWS CLI takes it",
      JSON.stringify({ Bucket: "b", Policy: policy }),
      `policy bucket: 1 statements in ${JSON.stringify(policy).slice(1, 41)} … ${JSON.stringify(policy).slice(-13, -1)}`,
    ],
    [
      "the policies of a CloudFormation template",
      '{"Resources":{"P":{"Type":"AWS::S3::BucketPolicy","Properties":{"PolicyDocument":' +
        policy +
        '}},"R":{"Type":"AWS::IAM::Role","Properties":{"AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole"}]}}}}}',
      `policy bucket: 1 statements in ${policy.slice(0, 40)} … ${policy.slice(-12)}\n` +
        'policy trust: 1 statements in {"Version":"2012-10-17","Statement":[{"E … sumeRole"}]}',
    ],
    [
      "a CORS configuration",
      '[{"AllowedMethods":["GET"],"AllowedOrigins":["*"],"ExposeHeaders":["ETag"]}]',
      'cors s3: 1 rules in [{"AllowedMethods":["GET"],"AllowedOrigi … ":["ETag"]}]',
    ],
  ])("has %s", (_name, text, drawn) => {
    expect(draw(read("a.json", text, { language: "json" }))).toBe(drawn);
    checkDocument("a.json", text, { language: "json" });
  });

  test("has pointers into the policy that a string holds", () => {
    const text = JSON.stringify({ Policy: policy });
    const [part] = read("a.json", text).parts;
    expect(part?.json?.root?.kind).toBe("object");
  });

  test("has policies of the type that the user says", () => {
    expect(draw(read("a.json", policy, { policyType: "minio" }))).toContain("policy minio");
    expect(draw(read("a.json", policy, { policyType: "none" }))).toBe("");
  });

  test("is filled in later where it is a template", () => {
    const text = `{"Version":"2012-10-17","Statement":[
      {"Effect":"Allow","Principal":{"AWS":\${jsonencode(roles)}},"Action":"s3:*","Resource":"arn:aws:s3:::\${bucket}/*"}
      %{ if extra }, {{ include "more" . }} %{ endif }
    ]}`;
    const [part] = read("policy.json.tftpl", text).parts;
    if (part?.kind !== "policy") throw new Error("There is no policy.");
    expect(part.model.statements[0]?.principal?.unknown).toBe(true);
    expect(part.model.statements[0]?.resource?.unknown).toBe(true);
  });

  test("may have keys that are filled in later", () => {
    const text = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/\${issuer}" },
      "Action": "sts:AssumeRoleWithWebIdentity",
      "Condition": {
        "StringEquals": {
          "\${issuer}:sub": "system:serviceaccount:wandb:app",
          "\${issuer}:aud": "sts.amazonaws.com"
        }
      }
    }
  ]
}
`;
    const [part, ...others] = read("trust.json.tftpl", text).parts;
    if (part?.kind !== "policy" || others.length > 0) throw new Error("There is no policy.");
    const [statement] = part.model.statements;
    expect(statement?.conditions.map(({ unknown }) => unknown)).toEqual([true, true]);
    const role = `resource "aws_iam_role" "r" {\n  assume_role_policy = <<EOF\n${text}EOF\n}\n`;
    expect(check(read("main.tf", role, { readers }), { profile: defaultProfile })).toEqual([]);
  });

  test("is filled in later where it is a template of Jinja", () => {
    const text = `{# The policy of a team. #}
{
  "Version": "2012-10-17",
  "Statement": [
    {% for bucket in buckets %}
    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::{{ bucket }}/*" }{% if not loop.last %},{% endif %}
    {%- endfor -%}
  ]
}
`;
    const document = read("policy.json.j2", text);
    expect(document.parts.map(({ dialect }) => dialect)).toEqual(["identity"]);
    expect(check(document, { profile: defaultProfile })).toEqual([]);
  });
});
