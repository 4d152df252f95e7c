import { describe, expect, test } from "vitest";
import { defaultProfile } from "../../server/src/model/profile.js";
import { check } from "../../server/src/rules/check.js";
import { applyEdits } from "../../server/src/text/span.js";
import { checkDocument, draw, read } from "./parts.js";
import { loadReaders } from "../support/readers.js";

const readers = await loadReaders();

const options = { readers };

describe("a Terraform file", () => {
  test("has addresses in strings, here-documents, variables and maps", () => {
    const text = `variable "bucket" {
  default = "s3://\${var.ak}:\${var.sk}@s3.us-west-2.amazonaws.com/b?region=us-west-2"
}
locals {
  wandb_env = {
    "GORILLA_SUPPORTED_FILE_STORES" = "cw://,s3://a:b@h/c"
    AWS_REGION = var.region
    BUCKET     = <<-EOT
      s3://b
    EOT
  }
  data = "s3://bucket/data.csv"
}
resource "helm_release" "wandb" {
  chart = "operator-wandb"
  set {
    name  = "global.extraEnv.GORILLA_FILE_STORE"
    value = "gs://b"
  }
}
`;
    expect(draw(read("main.tf", text, options))).toMatchInlineSnapshot(`
      "address terraform: bucket = "s3://\${var.ak}:\${var.sk}@s3.us-west-2.amazonaws.com/b?region=us-west-2" meaning "s3://\${var.ak}:\${var.sk}@s3.us-west-2.amazonaws.com/b?region=us-west-2"
      environment terraform: GORILLA_SUPPORTED_FILE_STORES BUCKET
      address terraform: GORILLA_SUPPORTED_FILE_STORES = cw://
      address terraform: GORILLA_SUPPORTED_FILE_STORES = s3://a:b@h/c
      address terraform: BUCKET = <<-EOT
            s3://b
          EOT meaning "s3://b\\n"
      environment terraform: GORILLA_FILE_STORE
      address terraform: GORILLA_FILE_STORE = "gs://b" meaning "gs://b""
    `);
    checkDocument("main.tf", text, options, ["s3://AK:b%c\"$d\\@h/d?region=x"]);
  });

  test("of variables has addresses under the module's keys", () => {
    const text = `# terraform-kubernetes-wandb
bucket       = "s3://b" # mine
bucket_queue = "internal://"
`;
    expect(draw(read("wandb.tfvars", text, options))).toMatchInlineSnapshot(`"address terraform: bucket = "s3://b" meaning "s3://b""`);
    checkDocument("wandb.tfvars", text, options);
  });

  test("has policies in jsonencode and in here-documents", () => {
    const text = `resource "aws_s3_bucket_policy" "p" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow", Principal = { AWS = var.role }, Action = ["s3:GetObject"], Resource = "\${aws_s3_bucket.b.arn}/*"
    }]
  })
}
resource "aws_kms_key" "k" {
  policy = <<EOF
{
  "Version": "2012-10-17",
  "Statement": [{
    "Effect": "Allow",
    "Principal": { "AWS": \${jsonencode(var.roles)} },
    "Action": "kms:*",
    "Resource": "arn:aws:kms:\${lookup(var.x, "a")}:key"
  }]
}
EOF
}
resource "aws_iam_role" "r" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = { Effect = "Allow", Principal = "*", Action = var.action }
  })
}
`;
    const document = read("main.tf", text, options);
    expect(draw(document)).toMatchInlineSnapshot(`
      "policy bucket: 1 statements in { Version = "2012-10-17" Statement = [{  … arn}/*" }] }
      key-policy key: 1 statements in { "Version": "2012-10-17", "Statement":  … )}:key" }] }
      policy trust: 1 statements in { Version = "2012-10-17" Statement = { E … r.action } }"
    `);
    const key = document.parts.find(({ kind }) => kind === "key-policy");
    if (key?.kind !== "key-policy") throw new Error("There is no key policy.");
    expect(key.model.problems).toEqual([]);
    const [statement] = key.model.statements;
    expect(statement?.principal?.unknown).toBe(true);
    expect(statement?.resource?.unknown).toBe(true);
    const [resource] = statement?.resource?.items ?? [];
    expect(text.slice(resource?.span.start, resource?.span.end)).toBe(
      '"arn:aws:kms:${lookup(var.x, "a")}:key"',
    );
  });

  test("has CORS in blocks", () => {
    const text = `resource "aws_s3_bucket_cors_configuration" "c" {
  cors_rule {
    allowed_methods = ["GET", "PUT", "HEAD"]
    allowed_origins = ["*"]
    expose_headers  = ["ETag"]
  }
}
resource "google_storage_bucket" "g" {
  cors {
    origin = ["*"]
    method = ["GET"]
  }
}
resource "azurerm_storage_account" "a" {
  blob_properties {
    cors_rule {
      allowed_methods = ["GET"]
      allowed_origins = ["*"]
    }
  }
}
`;
    expect(draw(read("main.tf", text, options))).toMatchInlineSnapshot(`
      "cors terraform-aws: 1 rules in cors_rule { allowed_methods = ["GET", "P … = ["ETag"] }
      cors terraform-google: 1 rules in cors { origin = ["*"] method = ["GET"] }
      cors terraform-azure: 1 rules in cors_rule { allowed_methods = ["GET"] al … ns = ["*"] }"
    `);
  });

  test("has CORS in the lists that modules take", () => {
    const text = `module "s3" {
  cors_rule = [{ allowed_methods = ["GET", "PUT", "HEAD"], allowed_origins = ["*"] }]
}
module "google" {
  cors = [{ origin = ["*"], method = ["GET"], response_header = ["ETag"] }]
}
module "azure" {
  cors_rule = [{ allowed_methods = ["GET"], allowed_origins = ["*"], exposed_headers = ["ETag"] }]
}
`;
    expect(read("main.tf", text, options).parts.map(({ dialect }) => dialect)).toEqual([
      "terraform-aws",
      "terraform-google",
      "terraform-azure",
    ]);
  });

  test("leaves policies of other services alone", () => {
    const text = `resource "aws_vpc_endpoint" "e" {
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "*" }]
  })
}
`;
    expect(draw(read("main.tf", text, options))).toBe("");
  });

  test("may add conditions that cannot be seen", () => {
    const dynamic = `    dynamic "condition" {
      for_each = var.accounts
      content {
        test     = "StringEquals"
        variable = "aws:SourceAccount"
        values   = [condition.value]
      }
    }
`;
    const written = `    condition {
      test     = "StringEquals"
      variable = "aws:RequestedRegion"
      values   = ["us-east-1"]
    }
`;
    const findings = (...conditions: readonly string[]): readonly string[] => {
      const text = `data "aws_iam_policy_document" "d" {
  statement {
    sid       = "Logs"
    actions   = ["s3:PutObject"]
    resources = ["arn:aws:s3:::acme-logs/*"]
    principals {
      type        = "Service"
      identifiers = ["logging.s3.amazonaws.com"]
    }
${conditions.join("")}  }
}
`;
      const document = read("main.tf", text, options);
      return check(document, { profile: defaultProfile }).map(({ rule }) => rule);
    };
    expect(findings()).toEqual(["policy/no-unrestricted-service-principal"]);
    expect(findings(dynamic, dynamic)).toEqual([]);
    expect(findings(written, dynamic)).toEqual([]);
  });

  test("has policy documents", () => {
    const text = `data "aws_iam_policy_document" "d" {
  statement {
    sid     = "A"
    actions = ["s3:GetObject", "s3:PutObject"]
    resources = ["arn:aws:s3:::b/&{aws:username}/*"]
    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::111122223333:root"]
    }
    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::444455556666:root"]
    }
    condition {
      test     = "StringLike"
      variable = "aws:username"
      values   = ["a", "b"]
    }
    condition {
      test     = "StringLike"
      variable = "aws:userid"
      values   = ["c"]
    }
  }
  statement {
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = ["*"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }
}
`;
    const document = read("main.tf", text, options);
    expect(draw(document)).toMatchInlineSnapshot(`"policy bucket: 2 statements in data "aws_iam_policy_document" "d" { sta …  ["*"] } } }"`);
    const [part] = document.parts;
    if (part?.kind !== "policy") throw new Error("There is no policy.");
    const raw = (span: { start: number; end: number }): string => text.slice(span.start, span.end);
    const { statements, version, tree } = part.model;
    expect(version?.value).toMatchObject({ value: "2012-10-17" });
    expect(
      statements.map(({ allows, action, principal, conditions, resource, sid }) => ({
        allows,
        sid: sid && raw(sid.keySpan),
        actions: action?.items.map(({ span }) => raw(span)),
        key: action && raw(action.keySpan),
        everyone: principal?.everyone,
        principals: principal?.entries.map(({ key, items }) => [key, items.map(({ span }) => raw(span))]),
        conditions: conditions.map((each) => [
          raw(each.operator.span),
          raw(each.keySpan),
          each.values.map(({ span }) => raw(span)),
        ]),
        resources: resource?.items.map(({ value }) => value),
      })),
    ).toMatchInlineSnapshot(`
      [
        {
          "actions": [
            ""s3:GetObject"",
            ""s3:PutObject"",
          ],
          "allows": true,
          "conditions": [
            [
              ""StringLike"",
              ""aws:username"",
              [
                ""a"",
                ""b"",
              ],
            ],
            [
              ""StringLike"",
              ""aws:userid"",
              [
                ""c"",
              ],
            ],
          ],
          "everyone": false,
          "key": "actions",
          "principals": [
            [
              "AWS",
              [
                ""arn:aws:iam::111122223333:root"",
                ""arn:aws:iam::444455556666:root"",
              ],
            ],
          ],
          "resources": [
            "arn:aws:s3:::b/\${aws:username}/*",
          ],
          "sid": "sid",
        },
        {
          "actions": [
            ""s3:*"",
          ],
          "allows": false,
          "conditions": [],
          "everyone": true,
          "key": "actions",
          "principals": [],
          "resources": [
            "*",
          ],
          "sid": undefined,
        },
      ]
    `);

    const [first, second] = statements;
    const apply = (edit: Parameters<typeof applyEdits>[1][number] | undefined): string =>
      edit === undefined ? "no edit" : applyEdits(text, [edit]);
    const reread = (changed: string): string => draw(read("main.tf", changed, options));
    if (first?.action?.list === undefined || second === undefined) throw new Error("No statements.");
    const appended = apply(tree.writer.appendItems(first.action.list, ["s3:DeleteObject"]));
    expect(appended).toContain('["s3:GetObject", "s3:PutObject", "s3:DeleteObject"]');
    const inserted = apply(
      tree.writer.insertMembers(second.node, {
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      }),
    );
    expect(inserted).toContain('variable = "aws:SecureTransport"');
    expect(reread(inserted)).toContain("2 statements");
    const list = part.model.statement?.value;
    if (list?.kind !== "array") throw new Error("There is no list of statements.");
    const extended = apply(
      tree.writer.appendItems(list, [
        {
          Sid: "C",
          Effect: "Allow",
          Principal: { AWS: "arn:aws:iam::111122223333:root" },
          Action: ["s3:GetObject"],
          Resource: "arn:aws:s3:::b/${aws:username}/*",
        },
      ]),
    );
    expect(extended.slice(-330)).toMatchInlineSnapshot(`
      " principals {
            type        = "*"
            identifiers = ["*"]
          }
        }

        statement {
          sid       = "C"
          effect    = "Allow"
          actions   = ["s3:GetObject"]
          resources = ["arn:aws:s3:::b/&{aws:username}/*"]

          principals {
            type        = "AWS"
            identifiers = ["arn:aws:iam::111122223333:root"]
          }
        }
      }
      "
    `);
    expect(reread(extended)).toContain("3 statements");
    expect(apply(tree.writer.replaceValue(second.principal?.value ?? list, { AWS: "x" }))).toBe(
      "no edit",
    );
    expect(apply(tree.writer.insertMembers(second.node, { Sid: "B" }))).toMatch(/sid\s*= "B"/);
    if (first.sid === undefined) throw new Error("No Sid.");
    expect(apply(tree.writer.removeMember(first.node, first.sid.member))).not.toContain("sid");
    expect(apply(tree.writer.renameKey(first.action.member, "NotAction"))).toContain("not_actions");
  });
});
