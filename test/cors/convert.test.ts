import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { corsCommands, quoteBash, quotePowerShell } from "../../server/src/model/cors/commands.js";
import { convertCors, corsTargets, writeCors } from "../../server/src/model/cors/convert.js";
import { neutralCors, type NeutralRule } from "../../server/src/model/cors/neutral.js";
import { preflight } from "../../server/src/model/cors/preflight.js";
import { wandbCorsExamples } from "../../server/src/schema/cors.js";
import { formatMessage } from "../../server/src/text/message.js";
import { corsIn, corsOf } from "./support.js";

const origin = fc.oneof(
  fc.constant("*"),
  fc.webUrl().map((url) => new URL(url).origin),
  fc.constant("https://*.example.com"),
  fc.constant('https://a"b\\c&<>.example'),
  fc.constant("https://${HOST}"),
);
const header = fc.constantFrom("*", "Content-Type", "ETag", "x-amz-*", "x-ms-meta-*", "x-goog-a");
const method = fc.constantFrom("GET", "HEAD", "PUT", "POST", "DELETE", "PATCH", "OPTIONS", "*");
const list = <T>(of: fc.Arbitrary<T>, least: number) =>
  fc.uniqueArray(of, { minLength: least, maxLength: 4 });
const rule: fc.Arbitrary<NeutralRule> = fc.record({
  id: fc.option(fc.constantFrom("wandb", "a b", 'q"<'), { nil: undefined }),
  origins: list(origin, 1),
  methods: list(method, 1),
  allowedHeaders: list(header, 0),
  exposedHeaders: list(header, 0),
  maxAge: fc.option(fc.nat(100_000), { nil: undefined }),
});
const neutral = fc.record({
  rules: fc.array(rule, { minLength: 1, maxLength: 4 }),
  interpolated: fc.constant([]),
  lost: fc.constant([]),
});

describe.each(corsTargets)("%s", (target) => {
  test("what is written is read as the same model, or what is lost is told", () => {
    fc.assert(
      fc.property(neutral, (source) => {
        const { text, language, lost } = writeCors(source, target);
        const cors = corsIn(text, language);
        expect(cors.dialect).toBe(target);
        expect(cors.tree.problems).toEqual([]);
        const back = neutralCors(cors);
        expect(back.lost).toEqual([]);
        if (lost.length === 0) expect(back.rules).toEqual(source.rules);
        // What was lost once is not lost again.
        expect(writeCors(back, target).text).toBe(text);
        expect(writeCors(back, target).lost.length).toBeLessThanOrEqual(lost.length);
      }),
      { numRuns: 60 },
    );
  });

  test.each(corsTargets)("there and back by %s is the same model", (via) => {
    fc.assert(
      fc.property(neutral, (source) => {
        const first = writeCors(source, target);
        const there = convertCors(corsIn(first.text, first.language), via);
        if (there.lost.length > 0) return;
        const back = convertCors(corsIn(there.text, there.language), target);
        if (back.lost.length > 0) return;
        expect(back.text).toBe(first.text);
      }),
      { numRuns: 25 },
    );
  });

  test("W&B's published rule still serves W&B", () => {
    for (const published of [
      wandbCorsExamples.s3,
      wandbCorsExamples.gcs,
      wandbCorsExamples.azure,
    ]) {
      const { text, language } = convertCors(corsOf(published), target);
      expect(preflight(corsIn(text, language), "https://wandb.ai").allowed).toBe(true);
    }
  });

  test("W&B's published rule of S3 is written so", () => {
    const { text, lost } = convertCors(corsOf(wandbCorsExamples.s3), target);
    const told = lost.map((each) => `# ${formatMessage(each)}`);
    expect([...told, text].join("\n")).toMatchSnapshot();
  });
});

describe("what is lost", () => {
  const lostOf = (text: string | object, target: (typeof corsTargets)[number]) =>
    convertCors(corsOf(text), target).lost.map((each) => formatMessage(each));

  test("Cloud Storage does not read exposeHeaders, and the result does", () => {
    const page = [
      { origin: ["*"], method: ["PUT"], responseHeader: ["A"], exposeHeaders: ["ETag"] },
    ];
    expect(lostOf(page, "s3")).toMatchInlineSnapshot(`
      [
        "Cloud Storage ignores "exposeHeaders" in rule 1, but the result includes its headers.",
      ]
    `);
  });

  test("patterns, identifiers, methods and unknown fields", () => {
    const s3 = [
      {
        ID: "wandb",
        AllowedMethods: ["GET"],
        AllowedOrigins: ["https://*.example.com"],
        AllowedHeaders: ["x-amz-*"],
        ExposeHeaders: ["ETag"],
        Comment: "",
      },
    ];
    expect(lostOf(s3, "gcs")).toMatchInlineSnapshot(`
      [
        "The field "Comment" in rule 1 is omitted.",
        "Google Cloud Storage compares the origin "https://*.example.com" in rule 1 literally, not as a pattern.",
        "Google Cloud Storage has a single header list, so rule 1 both allows and exposes every header in it.",
        "Google Cloud Storage compares the header "x-amz-*" in rule 1 literally, not as a pattern.",
        "Google Cloud Storage does not support rule IDs, so the ID "wandb" of rule 1 is omitted.",
      ]
    `);
    expect(lostOf(s3, "azure")).toMatchInlineSnapshot(`
      [
        "The field "Comment" in rule 1 is omitted.",
        "Azure compares the origin "https://*.example.com" in rule 1 literally, not as a pattern.",
        "Azure does not support rule IDs, so the ID "wandb" of rule 1 is omitted.",
        "Azure requires a maximum age, so rule 1 uses the browser default of 5 seconds.",
      ]
    `);
    const gcs = [{ origin: ["*"], method: ["*", "PURGE"], responseHeader: ["*"] }];
    expect(lostOf(gcs, "s3-cli")).toMatchInlineSnapshot(`
      [
        "Amazon S3 does not accept a wildcard for methods, so rule 1 lists every method.",
        "Amazon S3 does not accept PURGE, so it is omitted from rule 1.",
        "Amazon S3 does not accept a wildcard in exposed headers, so rule 1 exposes ETag instead.",
      ]
    `);
  });

  test("what Terraform fills in", () => {
    const text = `resource "aws_s3_bucket_cors_configuration" "a" {
  cors_rule {
    allowed_methods = ["GET"]
    allowed_origins = ["https://\${var.host}", local.origin]
  }
}
`;
    const { text: json, lost } = convertCors(corsIn(text, "terraform"), "s3");
    expect(json).toContain("https://${var.host}");
    expect(lost.map((each) => formatMessage(each))).toMatchInlineSnapshot(`
      [
        "The computed values of "allowed_origins" in rule 1 are omitted.",
        ""https://\${var.host}" is a Terraform expression, which this format does not evaluate. Replace it with its value.",
      ]
    `);
    expect(convertCors(corsIn(text, "terraform"), "terraform-aws").text).toContain(
      '"https://${var.host}"',
    );
  });
});

describe("commands", () => {
  const commands = (value: object, options = { file: "my cors.json" }) =>
    corsCommands(corsOf(value), options).flatMap(({ bash, powershell }) => [bash, powershell]);

  test("a document that the tool reads is named", () => {
    expect(commands({ CORSRules: wandbCorsExamples.s3 })).toMatchInlineSnapshot(`
      [
        "aws s3api put-bucket-cors --bucket BUCKET --cors-configuration 'file://my cors.json'",
        "aws s3api put-bucket-cors --bucket BUCKET --cors-configuration 'file://my cors.json'",
      ]
    `);
    expect(commands(wandbCorsExamples.gcs)).toMatchInlineSnapshot(`
      [
        "gcloud storage buckets update gs://BUCKET '--cors-file=my cors.json'",
        "gcloud storage buckets update gs://BUCKET '--cors-file=my cors.json'",
        "gsutil cors set 'my cors.json' gs://BUCKET",
        "gsutil cors set 'my cors.json' gs://BUCKET",
      ]
    `);
  });

  test("another document is written anew first", () => {
    expect(commands(wandbCorsExamples.s3).join("\n---\n")).toMatchInlineSnapshot(`
      "cat > cors.s3-cli.json <<'CORS'
      {
        "CORSRules": [
          {
            "AllowedOrigins": ["*"],
            "AllowedMethods": ["GET", "HEAD", "PUT"],
            "AllowedHeaders": ["*"],
            "ExposeHeaders": ["ETag"],
            "MaxAgeSeconds": 3000
          }
        ]
      }
      CORS
      aws s3api put-bucket-cors --bucket BUCKET --cors-configuration file://cors.s3-cli.json
      ---
      @'
      {
        "CORSRules": [
          {
            "AllowedOrigins": ["*"],
            "AllowedMethods": ["GET", "HEAD", "PUT"],
            "AllowedHeaders": ["*"],
            "ExposeHeaders": ["ETag"],
            "MaxAgeSeconds": 3000
          }
        ]
      }
      '@ | Set-Content -Encoding ascii cors.s3-cli.json
      aws s3api put-bucket-cors --bucket BUCKET --cors-configuration file://cors.s3-cli.json"
    `);
  });

  test("Azure's rules are arguments", () => {
    expect(commands(wandbCorsExamples.azure)).toMatchInlineSnapshot(`
      [
        "az storage cors add --services b --account-name ACCOUNT --origins '*' --methods GET HEAD PUT --allowed-headers '*' --exposed-headers '*' --max-age 3000",
        "az storage cors add --services b --account-name ACCOUNT --origins '*' --methods GET HEAD PUT --allowed-headers '*' --exposed-headers '*' --max-age 3000",
      ]
    `);
  });

  test("words are quoted for each shell", () => {
    expect(["a", "*", "it's", "a b", "$HOME", "", "x@y"].map(quoteBash)).toEqual([
      "a",
      "'*'",
      "'it'\\''s'",
      "'a b'",
      "'$HOME'",
      "''",
      "x@y",
    ]);
    expect(["a", "*", "it's", "a,b", "$HOME", "@a"].map(quotePowerShell)).toEqual([
      "a",
      "'*'",
      "'it''s'",
      "'a,b'",
      "'$HOME'",
      "'@a'",
    ]);
  });
});
