import * as z from "zod";
import {
  azureCorsSchema,
  gcsApiCorsSchema,
  gcsCorsSchema,
  s3CliCorsSchema,
  s3CorsSchema,
} from "../server/src/schema/cors.js";
import { reportSchema } from "../server/src/schema/report.js";
import { bucketPolicySchema, keyPolicySchema } from "../server/src/schema/policy.js";

/** A JSON schema that the extension contributes, and the narrow file names that it applies to. */
interface SchemaFile {
  readonly path: string;
  readonly title: string;
  readonly fileMatch: readonly string[];
  readonly schema: z.ZodType;
  /** Whether it documents what the product writes, so that it says all. */
  readonly isExact?: true;
}

export const schemaFiles: readonly SchemaFile[] = [
  {
    path: "schemas/bucket-policy.schema.json",
    title: "S3 bucket policy",
    fileMatch: ["*s3-bucket-policy.json", "*aws-bucket-policy.json"],
    schema: bucketPolicySchema,
  },
  {
    path: "schemas/key-policy.schema.json",
    title: "KMS key policy",
    fileMatch: ["*kms-key-policy.json", "*aws-key-policy.json"],
    schema: keyPolicySchema,
  },
  {
    path: "schemas/s3-cors.schema.json",
    title: "S3 CORS configuration",
    fileMatch: ["*s3-cors.json", "*aws-cors.json", "*coreweave-cors.json"],
    schema: z.union([s3CorsSchema, s3CliCorsSchema]),
  },
  {
    path: "schemas/gcs-cors.schema.json",
    title: "Cloud Storage CORS configuration",
    fileMatch: ["*gcs-cors.json", "*google-cors.json"],
    schema: z.union([gcsCorsSchema, gcsApiCorsSchema]),
  },
  {
    path: "schemas/azure-cors.schema.json",
    title: "Azure Blob Storage CORS configuration",
    fileMatch: ["*azure-cors.json"],
    schema: azureCorsSchema,
  },
  {
    path: "schemas/report.schema.json",
    title: "Report of byob check --format json",
    fileMatch: [],
    schema: reportSchema,
    isExact: true,
  },
];

/** Every schema's text, by its path. */
export function schemaTexts(): ReadonlyMap<string, string> {
  return new Map(
    schemaFiles.map(({ path, title, schema, isExact }) => {
      const { $schema, ...rest } = z.toJSONSchema(schema, { target: "draft-07", io: "input" });
      const body = { $schema, title, $comment: "Written by `npm run generate`." };
      const said = isExact === true ? rest : (soften(rest) as object);
      return [path, `${JSON.stringify({ ...body, ...said }, null, 2)}\n`];
    }),
  );
}

/**
 * What the server says better, with a reason and a fix, an editor need not say as well: what is
 * missing, unknown or out of range. What is left is the kind of each value, and what helps writing.
 */
const saidByServer = new Set([
  "required",
  "additionalProperties",
  "pattern",
  "minItems",
  "maxItems",
  "minLength",
  "maxLength",
  "minimum",
  "maximum",
]);

function soften(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(soften);
  if (typeof schema !== "object" || schema === null) return schema;
  const entries = Object.entries(schema).flatMap(([key, value]: [string, unknown]) => {
    if (key === "properties" && typeof value === "object" && value !== null) {
      const members = Object.entries(value).map(
        ([name, member]) => [name, soften(member)] as const,
      );
      return [[key, Object.fromEntries(members)] as const];
    }
    if (key === "additionalProperties" && typeof value === "object") {
      return [[key, soften(value)] as const];
    }
    if (saidByServer.has(key)) return [];
    if (key === "enum") return [["examples", value] as const];
    if (key === "const") return [["examples", [value]] as const];
    return [[key, soften(value)] as const];
  });
  return Object.fromEntries(entries);
}
