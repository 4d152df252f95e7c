import { describe, expect, test } from "vitest";
import { preflight } from "../../server/src/model/cors/preflight.js";
import { corsOf, verdictLines } from "./support.js";

const published = {
  AllowedHeaders: ["*"],
  AllowedMethods: ["GET", "HEAD", "PUT"],
  AllowedOrigins: ["*"],
  ExposeHeaders: ["ETag"],
  MaxAgeSeconds: 3000,
};
const wandb = "https://wandb.ai";

describe("S3", () => {
  test("W&B's published rule serves every origin", () => {
    const verdict = preflight(corsOf([published]), wandb);
    expect(verdict.allowed).toBe(true);
    expect(verdict.requests.map(({ method, rule }) => [method, rule])).toEqual([
      ["GET", 0],
      ["HEAD", 0],
      ["PUT", 0],
    ]);
    expect(verdict.requests[2]?.responseHeaders).toEqual({
      "Access-Control-Allow-Origin": "*",
      "Access-Control-Allow-Methods": "GET, HEAD, PUT",
      "Access-Control-Allow-Headers": "content-type",
      "Access-Control-Expose-Headers": "ETag",
      "Access-Control-Max-Age": "3000",
    });
  });

  test("a named origin is echoed, and varies the response", () => {
    const cors = corsOf([{ ...published, AllowedOrigins: ["https://*.wandb.ai"] }]);
    const [get] = preflight(cors, "https://app.wandb.ai", { methods: ["GET"] }).requests;
    expect(get?.responseHeaders).toEqual({
      "Access-Control-Allow-Origin": "https://app.wandb.ai",
      "Access-Control-Allow-Credentials": "true",
      Vary: "Origin",
      "Access-Control-Expose-Headers": "ETag",
    });
  });

  test("a hidden ETag lets the upload pass but fails W&B", () => {
    const cors = corsOf([{ ...published, ExposeHeaders: ["x-amz-id-2"] }]);
    expect(preflight(cors, wandb).allowed).toBe(false);
    expect(verdictLines(cors, wandb)).toMatchInlineSnapshot(`
      [
        "GET passes by rule 1: Rule 1 is the first rule that matches. The browser sends GET without a preflight.",
        "HEAD passes by rule 1: Rule 1 is the first rule that matches. The browser sends HEAD without a preflight.",
        "PUT passes by rule 1: Rule 1 is the first rule that matches. The page cannot read ETag because the rule does not expose it.",
      ]
    `);
  });

  test("a header that is not allowed makes S3 try the next rule, whose response is the first's", () => {
    const cors = corsOf([
      { AllowedMethods: ["PUT"], AllowedOrigins: ["*"], MaxAgeSeconds: 5 },
      { ...published, AllowedOrigins: [wandb] },
    ]);
    expect(verdictLines(cors, wandb, { methods: ["PUT"] })).toMatchInlineSnapshot(`
      [
        "PUT passes by rule 2: Rule 2 is the first rule that matches. The page cannot read ETag because rule 1 applies to the upload request itself and does not expose it.",
      ]
    `);
  });

  test("the reasons name every rule that came close", () => {
    const cors = corsOf([
      { AllowedMethods: ["GET"], AllowedOrigins: [wandb], MaxAgeSeconds: 5 },
      { AllowedMethods: ["PUT"], AllowedOrigins: ["*"], AllowedHeaders: ["x-amz-*"] },
    ]);
    expect(verdictLines(cors, wandb)).toMatchInlineSnapshot(`
      [
        "GET passes by rule 1: Rule 1 is the first rule that matches. The browser sends GET without a preflight.",
        "HEAD fails by no rule: Rule 1 allows the origin "https://wandb.ai" but not HEAD. Rule 2 allows the origin "https://wandb.ai" but not HEAD.",
        "PUT fails by no rule: Rule 1 allows the origin "https://wandb.ai" but not PUT. Rule 2 allows PUT from "https://wandb.ai" but not the header "content-type".",
      ]
    `);
  });

  test("an origin is compared character by character", () => {
    const cors = corsOf([
      { ...published, AllowedOrigins: ["https://wandb.ai/", "http://wandb.ai"] },
    ]);
    expect(verdictLines(cors, wandb, { methods: ["GET"] })).toMatchInlineSnapshot(`
      [
        "GET fails by no rule: No rule allows the origin "https://wandb.ai".",
      ]
    `);
  });

  test("a configuration that S3 refuses serves nobody", () => {
    for (const change of [
      { ExposeHeaders: ["*"] },
      { AllowedMethods: ["GET", "OPTIONS"] },
      { AllowedOrigins: ["https://*.*.example"] },
      { AllowedOrigins: [] },
      { ExposedHeaders: ["ETag"] },
    ]) {
      const verdict = preflight(corsOf([{ ...published, ...change }]), wandb);
      expect(verdict.allowed).toBe(false);
      expect(verdict.requests.every(({ rule }) => rule === null)).toBe(true);
    }
  });

  test("a value that is filled in later leaves the answer open", () => {
    const cors = corsOf([{ ...published, AllowedOrigins: ["https://${HOST}"] }]);
    const verdict = preflight(cors, wandb);
    expect(verdict.allowed).toBe(true);
    expect(verdict.requests.every(({ uncertain }) => uncertain)).toBe(true);
  });
});

describe("Cloud Storage", () => {
  const rule = { origin: [wandb], method: ["GET", "HEAD", "PUT"], maxAgeSeconds: 60 };

  test("the policy on W&B's page hides ETag", () => {
    const cors = corsOf([{ ...rule, responseHeader: ["Content-Type"], exposeHeaders: ["ETag"] }]);
    expect(preflight(cors, wandb).allowed).toBe(false);
    expect(verdictLines(cors, wandb, { methods: ["PUT"] })).toMatchInlineSnapshot(`
      [
        "PUT passes by rule 1: Rule 1 is the first rule that matches. The page cannot read ETag because the rule does not expose it.",
      ]
    `);
  });

  test("the fixed policy exposes ETag", () => {
    const cors = corsOf([{ ...rule, responseHeader: ["Content-Type", "ETag"] }]);
    expect(preflight(cors, wandb).allowed).toBe(true);
  });

  test("a pattern is no origin", () => {
    const cors = corsOf([{ ...rule, origin: ["https://*.ai"], responseHeader: ["*"] }]);
    expect(verdictLines(cors, wandb, { methods: ["GET"] })).toMatchInlineSnapshot(`
      [
        "GET fails by no rule: No rule allows the origin "https://wandb.ai".",
      ]
    `);
  });

  test("names that it does not know leave the rule empty", () => {
    const cors = corsOf({ cors: [{ origin: ["*"], methods: ["GET"], responseHeader: ["*"] }] });
    expect(verdictLines(cors, wandb, { methods: ["GET"] })).toMatchInlineSnapshot(`
      [
        "GET fails by no rule: Rule 1 allows the origin "https://wandb.ai" but not GET.",
      ]
    `);
  });
});

describe("Azure", () => {
  // The example in Azure's own documentation, with its three requests and their outcomes.
  const cors = corsOf({
    corsRules: [
      azureRule("http://www.contoso.com", ["PUT", "HEAD"], ["x-ms-blob-content-type"]),
      azureRule("*", ["PUT", "GET"], ["x-ms-blob-content-type"]),
      azureRule("http://www.contoso.com", ["GET"], ["x-ms-client-request-id"]),
    ],
  });
  const contoso = "http://www.contoso.com";

  test.each([
    ["PUT", "x-ms-blob-content-type", true, 0],
    ["GET", "x-ms-blob-content-type", true, 1],
    ["GET", "x-ms-client-request-id", false, 1],
  ])("%s with %s", (method, header, allowed, rule) => {
    const [answer] = preflight(cors, contoso, { methods: [method], headers: [header] }).requests;
    expect(answer).toMatchObject({ allowed, rule });
  });

  test("a prefix allows and exposes headers", () => {
    const prefixed = corsOf({
      corsRules: [
        { ...azureRule("*", ["PUT"], ["content-*", "x-ms-*"]), exposedHeaders: ["x-ms-*"] },
      ],
    });
    expect(
      verdictLines(prefixed, wandb, {
        methods: ["PUT"],
        headers: ["content-type", "x-ms-version"],
      }),
    ).toMatchInlineSnapshot(`
      [
        "PUT passes by rule 1: Rule 1 is the first rule that matches. The page cannot read ETag because the rule does not expose it.",
      ]
    `);
  });
});

function azureRule(
  origin: string,
  allowedMethods: readonly string[],
  allowedHeaders: readonly string[],
): object {
  return {
    allowedOrigins: [origin],
    allowedMethods,
    allowedHeaders,
    exposedHeaders: ["x-ms-*"],
    maxAgeInSeconds: 5,
  };
}
