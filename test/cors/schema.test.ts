import { describe, expect, test } from "vitest";
import { z } from "zod";
import {
  azureCorsSchema,
  cloudformationCorsSchema,
  gcsApiCorsSchema,
  gcsCorsSchema,
  s3CliCorsSchema,
  s3CorsSchema,
  wandbCorsExamples,
} from "../../server/src/schema/cors.js";
import { corsOf } from "./support.js";

const schemas = {
  s3CorsSchema,
  s3CliCorsSchema,
  cloudformationCorsSchema,
  gcsCorsSchema,
  gcsApiCorsSchema,
  azureCorsSchema,
};

describe.each(Object.entries(schemas))("%s", (_name, schema) => {
  test("becomes a JSON schema that describes every field", () => {
    const json = JSON.stringify(z.toJSONSchema(schema, { target: "draft-07", io: "input" }));
    for (const match of json.matchAll(/"description":"(?<text>[^"]*)"/g)) {
      expect(match.groups?.["text"]).toMatch(/^[A-Z].*[.]$/);
    }
    expect(json).toContain('"additionalProperties":false');
  });
});

describe("what a schema accepts, the model reads whole", () => {
  test.each([
    ["s3", s3CorsSchema, wandbCorsExamples.s3],
    ["s3-cli", s3CliCorsSchema, { CORSRules: wandbCorsExamples.s3 }],
    ["gcs", gcsCorsSchema, wandbCorsExamples.gcs],
    ["gcs-api", gcsApiCorsSchema, { cors: wandbCorsExamples.gcs }],
    ["azure", azureCorsSchema, wandbCorsExamples.azure],
  ] as const)("%s", (dialect, schema, value) => {
    expect(schema.safeParse(value).success).toBe(true);
    const cors = corsOf(value);
    expect(cors.dialect).toBe(dialect);
    for (const rule of cors.rules) {
      expect(rule.unknown).toEqual([]);
      const { origins, methods, allowedHeaders, exposedHeaders } = rule;
      for (const field of [origins, methods, allowedHeaders, exposedHeaders]) {
        expect(field).toMatchObject({ partial: false, misspelled: false, strays: [] });
      }
    }
  });
});

test.each([
  ["a wildcard exposed", [{ ...wandbCorsExamples.s3[0], ExposeHeaders: ["*"] }]],
  ["another method", [{ ...wandbCorsExamples.s3[0], AllowedMethods: ["OPTIONS"] }]],
  ["an unknown field", [{ ...wandbCorsExamples.s3[0], Comment: "" }]],
  ["no rule", []],
])("the strict shape of S3 refuses %s", (_name, value) => {
  expect(s3CorsSchema.safeParse(value).success).toBe(false);
});
