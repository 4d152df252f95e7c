import { describe, expect, test } from "vitest";
import { corsCompletions } from "../../server/src/features/cors/completion.js";
import { corsHover } from "../../server/src/features/cors/hover.js";
import {
  preflightJson,
  preflightLenses,
  preflightPage,
  preflightText,
} from "../../server/src/features/cors/preflight.js";
import { preflight } from "../../server/src/model/cors/preflight.js";
import { defaultProfile } from "../../server/src/model/profile.js";
import { formatMessage } from "../../server/src/text/message.js";
import { corsOf } from "./support.js";

const wandb = "https://wandb.ai";

/** The configuration of a text in which `$0` marks the cursor. */
function at(marked: string): { readonly cors: ReturnType<typeof corsOf>; readonly offset: number } {
  const offset = marked.indexOf("$0");
  return { cors: corsOf(marked.slice(0, offset) + marked.slice(offset + 2)), offset };
}

function hoverAt(marked: string, origins: readonly string[] = []): string | undefined {
  const { cors, offset } = at(marked);
  return corsHover(cors, offset, { ...defaultProfile, origins })?.value;
}

function labelsAt(marked: string, origins: readonly string[] = []): readonly string[] {
  const { cors, offset } = at(marked);
  return corsCompletions(cors, offset, { ...defaultProfile, origins }).map(({ label }) => label);
}

describe("hover", () => {
  const rest = '"AllowedOrigins":["*"],"AllowedHeaders":["*"],"ExposeHeaders":["ETag"]';

  test("a field tells what it takes", () => {
    expect(hoverAt(`[{"Allowed$0Methods":["GET"],${rest}}]`)).toMatchInlineSnapshot(`
      "**\`AllowedMethods\`**

      Methods that these origins can use, in uppercase: \`GET\`, \`HEAD\`, \`PUT\`, \`POST\`, \`DELETE\`. At least one is required. W&B needs \`GET\`, \`HEAD\`, and \`PUT\`.

      [Amazon S3 API: CORSRule](https://docs.aws.amazon.com/AmazonS3/latest/API/API_CORSRule.html) (2026-09)"
    `);
  });

  test("Google's one list tells both its uses", () => {
    expect(hoverAt('[{"origin":["*"],"method":["GET"],"response$0Header":["ETag"]}]'))
      .toMatchInlineSnapshot(`
        "**\`responseHeader\`**

        The only header list, with two uses: it allows request headers, and it exposes response headers to the page. W&B needs \`Content-Type\` and \`ETag\` in this list; W&B's Terraform module uses \`*\`. There is no separate field for exposed headers.

        [Cloud Storage JSON API: Buckets](https://cloud.google.com/storage/docs/json_api/v1/buckets) (2026-09)"
      `);
  });

  test("a misspelled field tells its right name", () => {
    expect(
      hoverAt('[{"AllowedMethods":["GET"],"AllowedOrigins":["*"],"Exposed$0Headers":["ETag"]}]'),
    ).toMatchInlineSnapshot(`
      "**\`ExposeHeaders\`**

      Response headers that the page can read in addition to the CORS-safelisted ones. W&B needs \`ETag\` to finish a multipart upload. S3 does not accept \`*\` here.

      The S3 console reads this field only if it is named \`ExposeHeaders\`.

      [Amazon S3 API: CORSRule](https://docs.aws.amazon.com/AmazonS3/latest/API/API_CORSRule.html) (2026-09)"
    `);
  });

  test("a field like no other is unknown", () => {
    expect(hoverAt(`[{"Com$0ment":"","AllowedMethods":["GET"],${rest}}]`)).toMatchInlineSnapshot(
      `"The S3 console does not recognize the field "Comment"."`,
    );
  });

  test("values tell what W&B does with them", () => {
    expect(hoverAt(`[{"AllowedMethods":["PU$0T"],${rest}}]`)).toContain("needs `PUT`");
    expect(hoverAt(`[{"AllowedMethods":["DEL$0ETE"],${rest}}]`)).toContain(
      "does not need `DELETE`",
    );
    expect(hoverAt(`[{"AllowedMethods":["PUT"],${rest.replace("ETag", "ET$0ag")}}]`)).toContain(
      "finish the upload",
    );
    expect(hoverAt(`[{"AllowedMethods":["PUT"],${rest.replace('"*"', '"$0*"')}}]`)).toContain(
      "Allows pages on any site",
    );
  });

  test("a rule tells which requests it serves", () => {
    const text = `[{"AllowedMethods":["GET","HEAD"],"AllowedOrigins":["*"]},$0{"AllowedMethods":["PUT"],${rest}}]`;
    expect(hoverAt(text, ["https://wandb.example.com"])).toMatchInlineSnapshot(`
      "**Rule 2**

      - This rule applies to PUT from \`https://wandb.example.com\`.

      The first rule that matches a request applies.

      [Amazon S3: How S3 evaluates the CORS configuration on a bucket](https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors.html) (2026-09)"
    `);
  });

  test("the list tells its limits and the outcome", () => {
    expect(hoverAt(`{"CORS$0Rules":[{"AllowedMethods":["PUT"],${rest}}]}`)).toMatchInlineSnapshot(`
      "**CORS rules** (read by: AWS CLI)

      The limits are 100 rules and 65536 bytes; this configuration has 1 rules.

      From \`https://wandb.ai\`: GET ✗ HEAD ✗ PUT ✓

      [Amazon S3 API: PutBucketCors](https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketCors.html) (2026-09)"
    `);
  });

  test("nothing is told between fields", () => {
    expect(hoverAt(`[{"AllowedMethods":["PUT"], $0 ${rest}}]`)).toBeUndefined();
  });
});

describe("completion", () => {
  test("a list offers whole rules", () => {
    expect(labelsAt('{"CORSRules":[$0]}')).toEqual(["W&B rule"]);
    expect(labelsAt('{"CORSRules":[$0]}', [wandb])).toEqual([
      "W&B rule for your origin",
      "W&B rule",
    ]);
  });

  test("a rule offers the fields that it lacks", () => {
    expect(labelsAt('[{"AllowedMethods":["GET"],"AllowedOrigins":["*"],$0}]')).toEqual([
      "ID",
      "AllowedHeaders",
      "ExposeHeaders",
      "MaxAgeSeconds",
    ]);
    expect(labelsAt('[{"origin":["*"],"method":["GET"],"maxAgeSeconds":5,"$0"}]')).toEqual([
      "responseHeader",
    ]);
  });

  test("a half-typed field is replaced within its quotes", () => {
    const { cors, offset } = at('[{"AllowedMethods":["GET"],"AllowedOrigins":["*"],"Exp$0"}]');
    const candidate = corsCompletions(cors, offset, defaultProfile).find(
      ({ label }) => label === "ExposeHeaders",
    );
    expect(candidate).toMatchObject({ key: "ExposeHeaders", quoted: true, plain: ["ETag"] });
    expect(candidate?.span).toEqual({ start: offset - 3, end: offset });
  });

  test("a list of methods offers those that are not in it", () => {
    expect(labelsAt('[{"AllowedMethods":["GET", $0],"AllowedOrigins":["*"]}]')).toEqual([
      "PUT",
      "POST",
      "DELETE",
      "HEAD",
    ]);
    expect(labelsAt('[{"AllowedMethods":["GET","$0"],"AllowedOrigins":["*"]}]')).not.toContain(
      "GET",
    );
  });

  test("origins are W&B's", () => {
    const text = '[{"AllowedMethods":["GET"],"AllowedOrigins":[$0]}]';
    expect(labelsAt(text)).toEqual([wandb, "*"]);
    expect(labelsAt(text, ["https://wandb.example.com"])).toEqual([
      "https://wandb.example.com",
      "*",
    ]);
  });

  test("exposed headers begin with ETag, and S3's hold no wildcard", () => {
    const labels = labelsAt(
      '[{"AllowedMethods":["GET"],"AllowedOrigins":["*"],"ExposeHeaders":["$0"]}]',
    );
    expect(labels[0]).toBe("ETag");
    expect(labels.some((label) => label.includes("*"))).toBe(false);
  });
});

describe("preflight", () => {
  const cors = corsOf([
    {
      AllowedHeaders: ["*"],
      AllowedMethods: ["GET", "HEAD"],
      AllowedOrigins: ["https://wandb.ai"],
      ExposeHeaders: ["ETag"],
    },
  ]);

  test("the line tells the outcome of each request", () => {
    const [lens] = preflightLenses(cors, [wandb]);
    expect(lens && formatMessage(lens.title)).toBe(
      "Preflight from https://wandb.ai: GET ✓ HEAD ✓ PUT ✗",
    );
  });

  test("the line tells a hidden ETag", () => {
    const hidden = corsOf([
      { AllowedHeaders: ["*"], AllowedMethods: ["GET", "HEAD", "PUT"], AllowedOrigins: ["*"] },
    ]);
    const [lens] = preflightLenses(hidden, [wandb]);
    expect(lens && formatMessage(lens.title)).toContain("PUT ✓ (ETag not readable)");
  });

  test("the page shows requests, responses and the rule", () => {
    expect(preflightPage(cors, wandb)).toMatchInlineSnapshot(`
      "# Preflight from https://wandb.ai

      The browser blocks PUT.

      The rules are read by: S3 console

      ## GET ✓

      - Rule 1 is the first rule that matches.
      - The browser sends GET without a preflight.

      The browser sends:

      \`\`\`http
      GET /object HTTP/1.1
      Origin: https://wandb.ai
      \`\`\`

      The storage service responds:

      \`\`\`http
      HTTP/1.1 200 OK
      Access-Control-Allow-Origin: https://wandb.ai
      Vary: Origin
      Access-Control-Allow-Credentials: true
      Access-Control-Expose-Headers: ETag
      \`\`\`

      Rule 1 applies:

      - \`AllowedOrigins\`: \`https://wandb.ai\`
      - \`AllowedMethods\`: \`GET\`, \`HEAD\`
      - \`AllowedHeaders\`: \`*\`
      - \`ExposeHeaders\`: \`ETag\`

      ## HEAD ✓

      - Rule 1 is the first rule that matches.
      - The browser sends HEAD without a preflight.

      The browser sends:

      \`\`\`http
      HEAD /object HTTP/1.1
      Origin: https://wandb.ai
      \`\`\`

      The storage service responds:

      \`\`\`http
      HTTP/1.1 200 OK
      Access-Control-Allow-Origin: https://wandb.ai
      Vary: Origin
      Access-Control-Allow-Credentials: true
      Access-Control-Expose-Headers: ETag
      \`\`\`

      Rule 1 applies:

      - \`AllowedOrigins\`: \`https://wandb.ai\`
      - \`AllowedMethods\`: \`GET\`, \`HEAD\`
      - \`AllowedHeaders\`: \`*\`
      - \`ExposeHeaders\`: \`ETag\`

      ## PUT ✗

      - Rule 1 allows the origin "https://wandb.ai" but not PUT.

      The browser sends:

      \`\`\`http
      OPTIONS /object HTTP/1.1
      Origin: https://wandb.ai
      Access-Control-Request-Method: PUT
      Access-Control-Request-Headers: content-type
      \`\`\`

      The storage service responds:

      \`\`\`http
      HTTP/1.1 403 Forbidden
      \`\`\`"
    `);
  });

  test("the command line prints the same", () => {
    const verdict = preflight(cors, wandb);
    expect(preflightJson(verdict)).toMatchInlineSnapshot(`
      {
        "allowed": false,
        "requests": [
          {
            "allowed": true,
            "method": "GET",
            "reasons": [
              "Rule 1 is the first rule that matches.",
              "The browser sends GET without a preflight.",
            ],
            "responseHeaders": {
              "Access-Control-Allow-Credentials": "true",
              "Access-Control-Allow-Origin": "https://wandb.ai",
              "Access-Control-Expose-Headers": "ETag",
              "Vary": "Origin",
            },
            "rule": 0,
          },
          {
            "allowed": true,
            "method": "HEAD",
            "reasons": [
              "Rule 1 is the first rule that matches.",
              "The browser sends HEAD without a preflight.",
            ],
            "responseHeaders": {
              "Access-Control-Allow-Credentials": "true",
              "Access-Control-Allow-Origin": "https://wandb.ai",
              "Access-Control-Expose-Headers": "ETag",
              "Vary": "Origin",
            },
            "rule": 0,
          },
          {
            "allowed": false,
            "method": "PUT",
            "reasons": [
              "Rule 1 allows the origin "https://wandb.ai" but not PUT.",
            ],
            "responseHeaders": {},
            "rule": null,
          },
        ],
      }
    `);
    expect(preflightText(wandb, verdict)).toMatchInlineSnapshot(`
      "GET ✓  https://wandb.ai
        Rule 1 is the first rule that matches.
        The browser sends GET without a preflight.
        Access-Control-Allow-Origin: https://wandb.ai
        Vary: Origin
        Access-Control-Allow-Credentials: true
        Access-Control-Expose-Headers: ETag
      HEAD ✓  https://wandb.ai
        Rule 1 is the first rule that matches.
        The browser sends HEAD without a preflight.
        Access-Control-Allow-Origin: https://wandb.ai
        Vary: Origin
        Access-Control-Allow-Credentials: true
        Access-Control-Expose-Headers: ETag
      PUT ✗  https://wandb.ai
        Rule 1 allows the origin "https://wandb.ai" but not PUT.
      "
    `);
  });
});
