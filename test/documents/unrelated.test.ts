import { describe, expect, test } from "vitest";
import { draw, read } from "./parts.js";
import { loadReaders } from "../support/readers.js";

const options = { readers: await loadReaders() };

/** Configuration of other programs, in which there is nothing of W&B's. */
const unrelated: Readonly<Record<string, string>> = {
  "web.tf": `resource "aws_lambda_function_url" "x" {
  cors {
    allow_origins  = ["*"]
    expose_headers = ["x"]
    max_age        = 5
  }
}
resource "azurerm_linux_web_app" "x" {
  site_config {
    cors {
      allowed_origins = ["https://x.example"]
    }
  }
}
resource "azurerm_storage_account_queue_properties" "x" {
  cors_rule {
    allowed_origins = ["x"]
  }
}
resource "azurerm_storage_account" "x" {
  queue_properties {
    cors_rule {
      allowed_origins = ["x"]
      allowed_methods = ["POST"]
    }
  }
}
`,
  "server.json": `{ "port": 80, "cors": [{ "origin": ["https://x.example"], "methods": ["GET"] }] }`,
  "cosmos.json": `{ "type": "Microsoft.DocumentDB/databaseAccounts", "properties": { "enableFreeTier": true,
  "cors": [{ "allowedOrigins": "*", "allowedMethods": "GET", "allowedHeaders": "*", "exposedHeaders": "*", "maxAgeInSeconds": 5 }] } }`,
  "kratos.yml": `serve:
  admin:
    cors:
      enabled: true
      allowed_origins: ["https://login.lab.example"]
      allowed_methods: [GET, POST]
      allowed_headers: [X-Session-Token]
      exposed_headers: [Content-Type]
      max_age: 10
`,
  "kong.yaml": `_format_version: "3.0"
plugins:
  - name: cors
    config:
      origins: ["https://lab.example"]
      methods: [GET, PUT]
      headers: [Accept]
      exposed_headers: [ETag]
      max_age: 3600
`,
  "application.yml": `spring:
  cloud:
    gateway:
      globalcors:
        cors-configurations:
          "[/**]":
            allowedOrigins: "https://lab.example"
            allowedMethods: [GET, PUT]
            allowedHeaders: ["*"]
            exposedHeaders: [ETag]
            maxAge: 3600
`,
  "traefik.yml": `http:
  middlewares:
    open:
      headers:
        accessControlAllowMethods: [GET, PUT]
        accessControlAllowOriginList: ["https://lab.example"]
        accessControlExposeHeaders: [ETag]
`,
  "istio.yaml": `apiVersion: networking.istio.io/v1
kind: VirtualService
spec:
  http:
    - corsPolicy:
        allowOrigins: [{ exact: "https://lab.example" }]
        allowMethods: [GET, PUT]
        allowHeaders: [Accept]
        exposeHeaders: [ETag]
        maxAge: 24h
`,
  "serverless.yml": `provider:
  name: aws
  httpApi:
    cors:
      allowedOrigins: ["https://lab.example"]
      allowedHeaders: [Content-Type]
      allowedMethods: [GET]
      exposedResponseHeaders: [ETag]
      maxAge: 6000
`,
  "gateway.yaml": `Transform: AWS::Serverless-2016-10-31
Resources:
  Front:
    Type: AWS::Serverless::HttpApi
    Properties:
      CorsConfiguration: { AllowOrigins: ["*"], AllowMethods: [GET, OPTIONS], ExposeHeaders: [ETag], MaxAge: 5 }
  Link:
    Type: AWS::Lambda::Url
    Properties:
      Cors: { AllowOrigins: ["*"], AllowMethods: [PUT], ExposeHeaders: [ETag], MaxAge: 5 }
`,
  "Pulumi.yaml": `name: runs
runtime: yaml
resources:
  runs:
    type: aws:s3:BucketV2
    properties:
      corsRules:
        - { allowedHeaders: ["*"], allowedMethods: [GET, PUT], allowedOrigins: ["*"], exposeHeaders: [ETag], maxAgeSeconds: 5 }
`,
  "ack.yaml": `apiVersion: s3.services.k8s.aws/v1alpha1
kind: Bucket
spec:
  name: runs
  cors:
    corsRules:
      - { allowedHeaders: ["*"], allowedMethods: [GET], allowedOrigins: ["https://lab.example"], exposeHeaders: [X-A], maxAgeSeconds: 5 }
`,
  "config-connector.yaml": `apiVersion: storage.cnrm.cloud.google.com/v1beta1
kind: StorageBucket
spec:
  cors:
    - { origin: ["https://lab.example"], method: [GET], responseHeader: [X-A], maxAgeSeconds: 5 }
`,
  "package.json": `{
  "name": "x", "repository": "https://github.com/a/b", "bucket": "s3://artifacts/releases",
  "headers": [{ "key": "Access-Control-Allow-Origin", "value": "*" }],
  "rules": [{ "method": "GET", "path": "/a" }], "policy": "strict"
}`,
  "s3-endpoint-policy.json": `{ "Version": "2012-10-17", "Statement": [
  { "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "*" }] }`,
  "identity-rcp.json": `{ "Version": "2012-10-17", "Statement": [
  { "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*" }] }`,
  "identities.json": `{ "Version": "2012-10-17", "Statement": [
  { "Sid": "EnforceOrgIdentities", "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*",
    "Condition": { "StringNotEqualsIfExists": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } }] }`,
  "perimeter.json": `{ "Version": "2012-10-17", "Statement": [
  { "Effect": "Deny", "Principal": "*", "Action": ["s3:*", "sqs:*", "kms:*", "sts:*"], "Resource": "*" }] }`,
  "ec2.json": `{ "Version": "2012-10-17", "Statement": [
  { "Effect": "Allow", "Principal": "*", "Action": "ec2:*", "Resource": "*" }] }`,
  "cases.json": `[{ "method": "GET", "origin": "east" }, { "method": "POST", "origin": "west" }]`,
  "manifest.json": `{ "entries": [{ "url": "s3://mybucket/custdata.1", "mandatory": true }] }`,
  "argo.yaml": `apiVersion: argoproj.io/v1alpha1
kind: Workflow
spec:
  artifactRepositoryRef: { configMap: artifacts }
  templates:
    - name: main
      container:
        image: python
        command: [sh, -c, "aws s3 cp s3://data/a.csv s3://data/b.csv"]
        env:
          - { name: DATA_URL, value: "s3://data/train.parquet" }
          - { name: WANDB_API_KEY, valueFrom: { secretKeyRef: { name: w, key: k } } }
          - { name: AWS_REGION, value: us-west-2 }
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  annotations:
    nginx.ingress.kubernetes.io/cors-allow-origin: "*"
    nginx.ingress.kubernetes.io/cors-allow-methods: "GET, PUT"
`,
  "compose.yaml": `services:
  app:
    image: registry.example/app
    environment:
      BUCKET: uploads
      S3_URL: s3://uploads/images
      DATABASE_URL: postgres://user:pass@db:5432/x
`,
  "secret.yaml": `apiVersion: v1
kind: Secret
data:
  url: ${Buffer.from("s3://data/train.csv").toString("base64")}
  password: ${Buffer.from("hunter2").toString("base64")}
`,
  ".env": `BUCKET=uploads
S3_BUCKET=s3://uploads
CORS_ORIGINS=http://localhost:3000
DATABASE_URL=postgres://user:pass@db:5432/x
GS_PATH="gs://data/*.csv"
LAKE=abfss://c@account.dfs.core.windows.net/x
`,
  "backend.tf": `terraform {
  backend "s3" {
    bucket = "state"
    key    = "x.tfstate"
    region = "us-west-2"
  }
}
resource "aws_s3_object" "o" {
  bucket = aws_s3_bucket.b.id
  source = "s3://other/key"
}
resource "aws_apigatewayv2_api" "a" {
  cors_configuration {
    allow_origins = ["*"]
    allow_methods = ["GET"]
  }
}
resource "aws_sqs_queue_policy" "q" {
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = "*", Action = "sqs:SendMessage", Resource = "*" }] })
}
`,
  "deploy.sh": `#!/bin/bash
set -euo pipefail
BUCKET=my-site
aws s3 sync ./dist "s3://$BUCKET/" --delete
aws s3api head-object --bucket "$BUCKET" --key 'index.html'
export DATA=s3://data/train.csv
curl -H 'Origin: https://example.com' -X OPTIONS https://example.com &
docker run -e BUCKET=my-site -e REGION=x app
`,
  "README.md": `Put your data into \`s3://bucket/key\`, not \`s3://AK:SK@bucket/key\`.

\`\`\`bash
export WANDB_API_KEY=x
BUCKET=my-bucket
python train.py --data s3://bucket/data.csv
\`\`\`

\`\`\`yaml
data: s3://bucket/data.csv
\`\`\`

\`\`\`
s3://bucket/one.csv
s3://bucket/two.csv
\`\`\`
`,
  "pyproject.toml": `[tool.dvc]
remote = "s3://bucket/dvc"
bucket = "s3://bucket"
`,
  "log4j.properties": "log.path=s3://bucket/logs\nBUCKET=logs\n",
  "pom.xml": "<project><url>s3://AK:SK@bucket/x</url></project>",
  "notes.txt": "We keep it in s3://bucket/data.csv and https://example.com/x.\nBUCKET=uploads\n",
};

describe("a file of another program", () => {
  test.each(Object.entries(unrelated))("%s has no parts", (name, text) => {
    expect(draw(read(name, text, options))).toBe("");
  });
});
