import { TextDocument } from "vscode-languageserver-textdocument";
import { beforeAll, describe, expect, test } from "vitest";
import { readDocument, type Readers } from "../../server/src/documents/document.js";
import { defaultProfile } from "../../server/src/model/profile.js";
import { check } from "../../server/src/rules/check.js";
import { loadReaders } from "../support/readers.js";

let readers: Readers = {};
beforeAll(async () => {
  readers = await loadReaders();
});

const profiles = [
  defaultProfile,
  { ...defaultProfile, deployment: "multi-tenant" },
  { ...defaultProfile, deployment: "dedicated" },
  { ...defaultProfile, deployment: "self-managed" },
] as const;

/** What is found in a text under any profile, each finding once. */
function findingsIn(name: string, language: string, text: string): readonly string[] {
  const source = TextDocument.create(`file:///${name}`, language, 1, text);
  const document = readDocument(source, { readers });
  expect(document.parts.some(({ kind }) => kind === "cors")).toBe(true);
  const findings = profiles.flatMap((profile) => check(document, { profile }));
  return [...new Set(findings.map(({ rule, severity }) => `${severity} ${rule}`))];
}

const s3 = `[
  {
    "AllowedHeaders": [
      "*"
    ],
    "AllowedMethods": [
      "GET",
      "HEAD",
      "PUT"
    ],
    "AllowedOrigins": [
      "*"
    ],
    "ExposeHeaders": [
      "ETag"
    ],
    "MaxAgeSeconds": 3000
  }
]
`;

const googlePage = `[
  {
    "origin": ["*"],
    "responseHeader": ["Content-Type"],
    "exposeHeaders": ["ETag"],
    "method": ["GET", "HEAD", "PUT"],
    "maxAgeSeconds": 3000
  }
]
`;

describe("what W&B publishes", () => {
  test.each([
    ["the page's policy for S3 and CoreWeave", "cors.json", "json", s3],
    ["the module's manual for the AWS CLI", "cors.json", "json", `{"CORSRules": ${s3}}`],
    [
      "the module for AWS",
      "main.tf",
      "terraform",
      `resource "aws_s3_bucket_cors_configuration" "file_storage" {
  bucket = aws_s3_bucket.file_storage.id

  cors_rule {
    allowed_headers = ["*"]
    allowed_methods = ["GET", "HEAD", "PUT"]
    allowed_origins = ["*"]
    expose_headers  = ["ETag"]
    max_age_seconds = 3000
  }
}
`,
    ],
    [
      "the module for Google Cloud",
      "main.tf",
      "terraform",
      `resource "google_storage_bucket" "file_storage" {
  name     = local.bucket_name
  location = var.bucket_location

  cors {
    origin          = ["*"]
    method          = ["GET", "HEAD", "PUT"]
    response_header = ["*"]
    max_age_seconds = 3000
  }
}
`,
    ],
    [
      "the module for Azure",
      "main.tf",
      "terraform",
      `resource "azurerm_storage_account" "default" {
  name                     = replace("\${var.namespace}-storage", "-", "")
  resource_group_name      = var.resource_group_name
  account_replication_type = "ZRS"

  blob_properties {
    cors_rule {
      allowed_headers    = ["*"]
      allowed_methods    = ["GET", "HEAD", "PUT"]
      allowed_origins    = ["*"]
      exposed_headers    = ["*"]
      max_age_in_seconds = 3600
    }
  }
}
`,
    ],
  ])("%s is clean", (_what, name, language, text) => {
    expect(findingsIn(name, language, text)).toEqual([]);
  });

  test("the page's policy for Cloud Storage gives the one warning about exposeHeaders", () => {
    expect(findingsIn("cors-policy.json", "json", googlePage)).toEqual([
      "warning cors/no-expose-headers-field",
    ]);
  });

  test("Azure's table on the page is clean as rules of Azure Resource Manager", () => {
    const text = JSON.stringify({
      properties: {
        cors: {
          corsRules: [
            {
              allowedOrigins: ["*"],
              allowedMethods: ["GET", "HEAD", "PUT"],
              allowedHeaders: ["*"],
              exposedHeaders: ["*"],
              maxAgeInSeconds: 3000,
            },
          ],
        },
      },
    });
    expect(findingsIn("blob-service.json", "json", text)).toEqual([]);
  });

  test("the older page's XML lacks ETag", () => {
    const text = `<CORSConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
  <CORSRule>
    <AllowedOrigin>http://YOUR-W&amp;B-SERVER-IP</AllowedOrigin>
    <AllowedMethod>GET</AllowedMethod>
    <AllowedMethod>PUT</AllowedMethod>
    <AllowedHeader>*</AllowedHeader>
  </CORSRule>
</CORSConfiguration>
`;
    expect(findingsIn("cors.xml", "xml", text)).toContain("error cors/require-exposed-etag");
  });

  test("a policy for Weave's reference media is left alone", () => {
    const weave = s3.replace('"HEAD",\n      "PUT"', '"HEAD"');
    expect(findingsIn("cors.json", "json", weave)).toEqual(["info cors/require-wandb-methods"]);
  });
});
