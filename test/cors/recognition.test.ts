import { describe, expect, test } from "vitest";
import { recognizeCors } from "../../server/src/model/cors/cors.js";
import { readJson } from "../../server/src/syntax/json.js";
import { formatMessage } from "../../server/src/text/message.js";
import { plainText } from "../../server/src/text/source-text.js";

function dialectOf(text: string, named = false): string | undefined {
  return recognizeCors(readJson(plainText(text)).root, { named })?.dialect;
}

describe("recognised", () => {
  test.each([
    ["s3", '[{"AllowedMethods":["GET"],"AllowedOrigins":["*"]}]'],
    ["s3", '[{"AllowedMethods":["GET"]}]'],
    ["s3", '[{"ExposeHeaders":["ETag"]}, {}]'],
    ["s3", '[{"AllowedOrigin":["*"],"AllowedMethod":["GET"]}]'],
    ["s3", '[{"allowedOrigins":["*"],"allowedMethods":["GET"],"maxAgeSeconds":5}]'],
    ["s3", '{"AllowedMethods":["GET"],"AllowedOrigins":["*"],"ExposeHeaders":["ETag"]}'],
    ["s3-cli", '{"CORSRules":[]}'],
    ["s3-cli", '{"CORSRules":'],
    ["s3-cli", '{"CORSRules":[{"origin":["*"],"method":["GET"]}]}'],
    ["s3-cli", '{"Bucket":"b","CORSConfiguration":{"CORSRules":[{"AllowedMethods":["GET"]}]}}'],
    ["s3-cli", '{"rules":[{"AllowedMethods":["GET"],"AllowedOrigins":["*"]}]}'],
    ["s3-cli", '{"CorsRules":[{"AllowedMethods":["GET"],"MaxAgeSeconds":5}]}'],
    ["cloudformation", '{"CorsRules":[{"AllowedMethods":["GET"],"MaxAge":5}]}'],
    ["cloudformation", '{"CorsRules":[]}'],
    ["gcs", '[{"origin":["*"],"method":["GET"],"responseHeader":["ETag"]}]'],
    ["gcs", '[{"origin":["https://wandb.ai"]}]'],
    ["gcs", '[{"maxAgeSeconds":5}]'],
    ["gcs", '[{"origin":["*"],"responseHeader":["Content-Type"],"exposeHeaders":["ETag"]}]'],
    ["gcs", '{"origin":["*"],"method":["GET"],"responseHeader":["ETag"]}'],
    ["gcs-api", '{"cors":[{"origin":["*"],"method":["GET"],"maxAgeSeconds":5}]}'],
    ["gcs-api", '{"cors":[]}'],
    ["gcs-api", '{"cors":[{"AllowedOrigins":["*"],"AllowedMethods":["GET"]}]}'],
    ["azure", '{"corsRules":[]}'],
    ["azure", '{"corsRules":[{"allowedOrigins":["*"]}]}'],
    ["azure", '[{"allowedOrigins":["*"],"allowedMethods":["GET"],"maxAgeInSeconds":5}]'],
  ])("%s: %s", (dialect, text) => {
    expect(dialectOf(text)).toBe(dialect);
  });

  test("every prefix of a telling document is read without trouble", () => {
    const text = '{"CORSRules":[{"AllowedMethods":["GET","PUT"],"AllowedOrigins":["*"]}]}';
    for (let length = 0; length <= text.length; length += 1) {
      const dialect = dialectOf(text.slice(0, length));
      if (length > '{"CORSRules"'.length) expect(dialect).toBe("s3-cli");
    }
  });

  test("an empty list counts only in a file that is named for CORS", () => {
    expect(dialectOf("[]", true)).toBe("s3");
    expect(dialectOf("[]")).toBeUndefined();
  });

  test("the reason names what told", () => {
    const { root } = readJson(plainText('[{"origin":["*"],"responseHeader":["ETag"]}]'));
    const reason = recognizeCors(root)?.reason;
    expect(reason && formatMessage(reason)).toBe(
      'It is a list of rules with "origin" and "responseHeader".',
    );
  });
});

describe("left alone", () => {
  test.each([
    [
      "rules of Cloudflare R2",
      '{"rules":[{"allowed":{"origins":["*"],"methods":["PUT"]},"exposeHeaders":["ETag"],"maxAgeSeconds":5}]}',
    ],
    [
      "rules of Backblaze B2",
      '[{"corsRuleName":"a","allowedOrigins":["*"],"allowedOperations":["s3_put"],"exposeHeaders":["ETag"],"maxAgeSeconds":5}]',
    ],
    [
      "rules of a Backblaze B2 bucket",
      '{"bucketType":"allPrivate","corsRules":[{"corsRuleName":"a","allowedOrigins":["*"],"allowedOperations":["s3_put"]}]}',
    ],
    [
      "rules of Alibaba Cloud OSS",
      '{"CORSConfiguration":{"CORSRule":[{"AllowedOrigin":"*","AllowedMethod":"PUT","ResponseVary":false}]}}',
    ],
    ["nothing", ""],
    ["a number", "5"],
    ["an empty object", "{}"],
    ["objects without members", "[{}, {}]"],
    ["requests of an API's test", '[{"method":"GET","url":"/"},{"method":"POST","url":"/a"}]'],
    ["a request log", '[{"origin":"https://a.example","method":"GET","path":"/","status":200}]'],
    ["methods in lists", '[{"method":["GET","PUT"],"path":"/"}]'],
    ["methods alone", '[{"method":["GET"]}]'],
    ["flights", '[{"origin":"JFK","destination":"LAX"}]'],
    ["origins of flights", '[{"origin":["JFK"],"method":["air"]}]'],
    ["identifiers", '[{"id":1},{"id":2}]'],
    ["a web server's settings", '{"cors":{"allowedOrigins":["*"],"allowedMethods":["GET"]}}'],
    ["a web server's list", '[{"allowedOrigins":["*"],"allowedMethods":["GET"]}]'],
    [
      "an ASP.NET section",
      '{"AllowedOrigins":["*"],"AllowedMethods":["GET"],"AllowedHeaders":["*"]}',
    ],
    ["named ASP.NET policies", '[{"Name":"a","AllowedOrigins":["*"],"AllowedMethods":["GET"]}]'],
    ["ASP.NET hosts", '{"AllowedHosts":"*","Logging":{}}'],
    ["an Express option", '{"cors":true}'],
    ["a list of hosts", '{"cors":["https://a.example"]}'],
    ["ESLint's rules", '{"rules":{"no-console":"error"}}'],
    ["firewall rules", '{"rules":[{"action":"allow","origin":"any"}]}'],
    ["R2's own form", '{"rules":[{"allowed":{"origins":["*"],"methods":["GET"]}}]}'],
    ["a cache", '[{"maxAge":5},{"maxAge":6}]'],
    ["headers", '[{"headers":["a"],"origins":["b"]}]'],
    ["an OpenAPI document", '{"openapi":"3.0.0","paths":{}}'],
    ["a bucket policy", '{"Version":"2012-10-17","Statement":[]}'],
    ["package.json", '{"name":"cors","version":"1.0.0","dependencies":{"cors":"2.8.5"}}'],
  ])("%s", (_name, text) => {
    expect(dialectOf(text)).toBeUndefined();
  });
});
