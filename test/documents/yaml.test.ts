import { describe, expect, test } from "vitest";
import { checkDocument, draw, read } from "./parts.js";
import { symbolOf } from "../../server/src/text/symbol.js";

const base64 = (text: string): string => Buffer.from(text).toString("base64");

describe("a compose file", () => {
  const file = "compose.yaml";

  test("has variables in a map", () => {
    const text = `services:
  wandb:
    image: wandb/local
    environment:
      BUCKET: s3://$AK:a$$b@h/c?region=x&tls=true # mine
      BUCKET_QUEUE: "internal://"
      AWS_REGION: 'us-west-2'
`;
    expect(draw(read(file, text))).toMatchInlineSnapshot(`
      "environment compose: BUCKET BUCKET_QUEUE AWS_REGION
      address compose: BUCKET = s3://$AK:a$$b@h/c?region=x&tls=true meaning "s3://$AK:a$b@h/c?region=x&tls=true""
    `);
    checkDocument(file, text, {}, ["s3://AK:b$c@h/d?region=${R}&tls=true"]);
  });

  test("has variables in a list", () => {
    const text = `services:
  wandb:
    image: wandb/local
    environment:
      - BUCKET=s3://\${AK}:\${SK}@h/c?region=x
      - "GORILLA_SUPPORTED_FILE_STORES=cw://,s3://a:b@h/c"
      - OTHER=x
`;
    expect(draw(read(file, text))).toMatchInlineSnapshot(`
      "environment compose: BUCKET GORILLA_SUPPORTED_FILE_STORES OTHER
      address compose: BUCKET = s3://\${AK}:\${SK}@h/c?region=x
      address compose: GORILLA_SUPPORTED_FILE_STORES = cw://
      address compose: GORILLA_SUPPORTED_FILE_STORES = s3://a:b@h/c"
    `);
    checkDocument(file, text, {}, ["s3://AK:b$c@h/d?region=x"]);
  });

  test("is told by its content under any name", () => {
    const text = "services:\n  w:\n    image: x\n    environment: { BUCKET: 's3://b' }\n";
    expect(draw(read("stack.yml", text))).toMatchInlineSnapshot(`
      "environment compose: BUCKET
      address compose: BUCKET = 's3://b' meaning "s3://b""
    `);
  });
});

describe("a Kubernetes manifest", () => {
  test("has the variables of a container", () => {
    const text = `apiVersion: apps/v1
kind: Deployment
spec:
  template:
    spec:
      containers:
        - name: app
          env:
            - name: BUCKET_ACCESS_KEY
              valueFrom: { secretKeyRef: { name: s, key: k } }
            - name: BUCKET
              value: "s3://$(BUCKET_ACCESS_KEY):$(BUCKET_SECRET_KEY)@h/b?region=x"
            - name: DATA
              value: s3://data/file.csv
`;
    expect(draw(read("a.yaml", text))).toMatchInlineSnapshot(`
      "environment kubernetes: BUCKET DATA
      address kubernetes: BUCKET = "s3://$(BUCKET_ACCESS_KEY):$(BUCKET_SECRET_KEY)@h/b?region=x" meaning "s3://$(BUCKET_ACCESS_KEY):$(BUCKET_SECRET_KEY)@h/b?region=x""
    `);
    checkDocument("a.yaml", text);
  });

  test("has ConfigMaps, Secrets and several documents", () => {
    const text = `apiVersion: v1
kind: ConfigMap
data:
  BUCKET: >-
    s3://b
---
apiVersion: v1
kind: Secret
stringData:
  GORILLA_FILE_STORE: 'az://:k''@a/c'
data:
  BUCKET: ${base64("s3://AK:SK@h/b?region=x\n")}
  other: ${base64("s3://data/file.csv")}
  key: ${base64("gs://a:b@c")}
  binary: /////w==
`;
    expect(draw(read("a.yaml", text))).toMatchInlineSnapshot(`
      "environment kubernetes: BUCKET
      address kubernetes: BUCKET = >-
          s3://b
       meaning "s3://b"
      environment kubernetes: GORILLA_FILE_STORE
      address kubernetes: GORILLA_FILE_STORE = 'az://:k''@a/c' meaning "az://:k'@a/c"
      environment kubernetes: BUCKET other key
      address kubernetes: BUCKET = czM6Ly9BSzpTS0BoL2I/cmVnaW9uPXgK meaning "s3://AK:SK@h/b?region=x\\n"
      address kubernetes: key = Z3M6Ly9hOmJAYw== meaning "gs://a:b@c" (by its form)"
    `);
    checkDocument("a.yaml", text, {}, ["s3://AK:b'c@h/d?region=x"]);
  });

  test("has documents in literal blocks", () => {
    const text = `apiVersion: v1
kind: ConfigMap
data:
  cors.json: |
    [
      { "AllowedOrigins": ["*"], "AllowedMethods": ["GET"], "ExposeHeaders": ["ETag"] }
    ]
  env: |
    # the server's
    BUCKET=s3://b
    export GORILLA_FILE_STORE="s3://c"
`;
    expect(draw(read("a.yaml", text))).toMatchInlineSnapshot(`
      "cors s3: 1 rules in [ { "AllowedOrigins": ["*"], "AllowedMet … ["ETag"] } ]
      environment dotenv: BUCKET GORILLA_FILE_STORE
      address dotenv: BUCKET = s3://b
      address dotenv: GORILLA_FILE_STORE = "s3://c" meaning "s3://c""
    `);
    checkDocument("a.yaml", text, {}, ["s3://AK:b%c@h/d?region=x"]);
  });
});

describe("Helm values", () => {
  test("have the variables of the services", () => {
    const text = `global:
  bucket:
    provider: s3
    name: minio:9000/b
  extraEnv:
    GORILLA_SUPPORTED_FILE_STORES: cw://
    BUCKET: {{ .Values.bucket }}
`;
    expect(draw(read("values.yaml", text))).toMatchInlineSnapshot(`
      "environment helm: bucket (s3)
      environment helm: GORILLA_SUPPORTED_FILE_STORES
      address helm: GORILLA_SUPPORTED_FILE_STORES = cw://"
    `);
    checkDocument("values.yaml", text, {}, ["s3://AK:bc@h/d?region=x"]);
  });

  test("of the old chart have the address under its key", () => {
    const text = "# W&B\nimage: wandb/local\nbucket: s3://$AK:$SK@$HOST/$BUCKET?tls=true\n";
    expect(draw(read("values.yaml", text))).toMatchInlineSnapshot(`"address helm: bucket = s3://$AK:$SK@$HOST/$BUCKET?tls=true"`);
    expect(draw(read("values.yaml", "bucket: s3://data\npath: s3://data/x.csv\n"))).toMatchInlineSnapshot(`""`);
  });
});

describe("a CloudFormation template", () => {
  test("has policies and CORS, and its own bucket is known", () => {
    const text = `Resources:
  Bucket:
    Type: AWS::S3::Bucket
    Properties:
      CorsConfiguration:
        CorsRules:
          - AllowedMethods: [GET]
            AllowedOrigins: ['*']
            ExposedHeaders: [ETag]
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Bucket
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: { AWS: !Ref Role }
            Action: s3:GetObject
            Resource:
              Fn::Sub: arn:aws:s3:::\${Bucket}/*
`;
    const document = read("t.yaml", text);
    expect(draw(document)).toMatchInlineSnapshot(`
      "cors cloudformation: 1 rules in CorsRules: - AllowedMethods: [GET] Allow … ders: [ETag]
      policy bucket: 1 statements in Version: '2012-10-17' Statement: - Effec … :\${Bucket}/*"
    `);
    const policy = document.parts.find(({ kind }) => kind === "policy");
    const [statement] = policy?.kind === "policy" ? policy.model.statements : [];
    expect(statement?.resource?.items[0]).toMatchObject({
      value: `arn:aws:s3:::${symbolOf("Bucket")}/*`,
      partial: false,
    });
    expect(statement?.principal?.unknown).toBe(true);
  });
});
