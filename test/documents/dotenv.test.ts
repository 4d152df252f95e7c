import { describe, expect, test } from "vitest";
import { checkDocument, draw, read } from "./parts.js";

const plainValue = ["s3://AK:a%2Fb+c@minio.example.com:9000/b?region=x&tls=true"];

describe("a dotenv file", () => {
  test.each([
    [
      "a value without quotes",
      "BUCKET=s3://my-bucket/prefix\n",
      "environment dotenv: BUCKET\naddress dotenv: BUCKET = s3://my-bucket/prefix",
    ],
    [
      "blanks, export and a comment",
      "export  BUCKET = s3://b?tls=true   # mine\n",
      "environment dotenv: BUCKET\naddress dotenv: BUCKET = s3://b?tls=true",
    ],
    [
      "single quotes",
      "BUCKET='s3://b' # x\r\nAWS_REGION=us-west-2\r\n",
      "environment dotenv: BUCKET AWS_REGION\naddress dotenv: BUCKET = 's3://b' meaning \"s3://b\"",
    ],
    [
      "escapes in double quotes",
      'GORILLA_FILE_STORE="gs://sa:-----BEGIN KEY-----\\nab\\$c@b"\n',
      'environment dotenv: GORILLA_FILE_STORE\naddress dotenv: GORILLA_FILE_STORE = "gs://sa:-----BEGIN KEY-----\\nab\\$c@b" meaning "gs://sa:-----BEGIN KEY-----\\nab$c@b"',
    ],
    [
      "a quoted value over several lines",
      'BUCKET="gs://sa:-----BEGIN\nMIIE==\n-----END@b"\nA=1\n',
      'environment dotenv: BUCKET A\naddress dotenv: BUCKET = "gs://sa:-----BEGIN\nMIIE==\n-----END@b" meaning "gs://sa:-----BEGIN\\nMIIE==\\n-----END@b"',
    ],
    [
      "a quote that is still to be closed",
      'BUCKET="s3://b\nNAME="x"\n',
      'environment dotenv: BUCKET NAME\naddress dotenv: BUCKET = "s3://b meaning "s3://b"',
    ],
    [
      "a list, divided where an address follows the comma",
      "GORILLA_SUPPORTED_FILE_STORES=s3://A:b,c@h/b?region=x, az://:k@a/c,cw://\n",
      "environment dotenv: GORILLA_SUPPORTED_FILE_STORES\n" +
        "address dotenv: GORILLA_SUPPORTED_FILE_STORES = s3://A:b,c@h/b?region=x\n" +
        "address dotenv: GORILLA_SUPPORTED_FILE_STORES = az://:k@a/c\n" +
        "address dotenv: GORILLA_SUPPORTED_FILE_STORES = cw://",
    ],
    [
      "an address under an unknown name, by its keys",
      "MY_STORE=s3://AK:SK@h/b\nDATA=s3://bucket/data.csv\nLAKE=abfss://c@a.dfs.core.windows.net/x\n",
      "address dotenv: MY_STORE = s3://AK:SK@h/b (by its form)",
    ],
    ["a bucket's name in a file of another program", "BUCKET=my-bucket\nWANDB_API_KEY=x\n", ""],
    [
      "a bucket's name where the server is configured",
      "BUCKET=my-bucket\nBUCKET_QUEUE=internal://\n",
      "environment dotenv: BUCKET BUCKET_QUEUE\naddress dotenv: BUCKET = my-bucket",
    ],
    [
      "a queue, which is no bucket",
      "BUCKET_QUEUE=az://account/queue\n",
      "environment dotenv: BUCKET_QUEUE",
    ],
    [
      "a value that is filled in later",
      "BUCKET=${STORE}\nGORILLA_FILE_STORE=\n",
      "environment dotenv: BUCKET GORILLA_FILE_STORE",
    ],
    [
      "a web address under a common name",
      "BUCKET=https://example.com/x\n",
      "",
    ],
    [
      "another program's scheme under the server's name",
      "BUCKET=gcs://b\n",
      "environment dotenv: BUCKET\naddress dotenv: BUCKET = gcs://b",
    ],
  ])("has %s", (_name, text, drawn) => {
    expect(draw(read(".env", text))).toBe(drawn);
    checkDocument(".env", text, {}, plainValue);
  });

  test("writes what double quotes need", () => {
    checkDocument(".env", 'BUCKET="s3://b"\n');
  });

  test("knows the keys that the user listed", () => {
    const options = { addressKeys: ["MODEL_STORE"] };
    expect(draw(read(".env", "MODEL_STORE=s3://b\n", options))).toBe(
      "address dotenv: MODEL_STORE = s3://b",
    );
  });
});

describe("plain text", () => {
  test.each([
    ["an address on a line", "s3://bucket/prefix\n", "address plain: s3://bucket/prefix (by its form)"],
    [
      "a setting",
      "  BUCKET=s3://AK:SK@h/b  \n",
      "environment plain: BUCKET\naddress plain: BUCKET = s3://AK:SK@h/b",
    ],
    ["a sentence", "s3://bucket is where we keep it.\nhttps://example.com\n", ""],
    [
      "a policy",
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}]}',
      'policy bucket: 1 statements in {"Version":"2012-10-17","Statement":[{"E … s3:::b/*"}]}',
    ],
    ["a long list of objects", "s3://bucket/data.csv\n".repeat(30), ""],
  ])("has %s", (_name, text, drawn) => {
    expect(draw(read("untitled", text))).toBe(drawn);
    checkDocument("untitled", text, {}, plainValue);
  });
});
