import * as z from "zod";
import { corsFields } from "../catalog/cors/fields.js";
import {
  azureLimits,
  longestRuleId,
  methodsByStorage,
  mostRules,
  publishedMaxAge,
} from "../catalog/cors/facts.js";
import { type CorsRole, type CorsStorage } from "../catalog/cors/dialects.js";

/*
 * The strict shape of every dialect that is JSON, from which `schemas/*.schema.json` are written. The
 * model is lenient where these are strict: they say what is legal, it what can still be judged.
 */

/** What an editor shows at a field. */
function about(storage: CorsStorage, role: CorsRole): { readonly description: string } {
  return { description: corsFields[storage][role]?.description ?? "" };
}

const seconds = z.int().min(0);

/** At most one wildcard. */
const s3Pattern = z.string().regex(/^[^*]*\*?[^*]*$/);

const s3Fields = {
  origins: z.array(s3Pattern).min(1).meta(about("s3", "origins")),
  methods: z.array(z.enum(methodsByStorage.s3.value)).min(1).meta(about("s3", "methods")),
  allowedHeaders: z.array(s3Pattern).optional().meta(about("s3", "allowedHeaders")),
  exposedHeaders: z
    .array(z.string().regex(/^[^*]*$/))
    .optional()
    .meta(about("s3", "exposedHeaders")),
  maxAge: seconds.optional().meta(about("s3", "maxAge")),
  id: z.string().max(longestRuleId.value).optional().meta(about("s3", "id")),
};

const s3Rule = z
  .strictObject({
    AllowedHeaders: s3Fields.allowedHeaders,
    AllowedMethods: s3Fields.methods,
    AllowedOrigins: s3Fields.origins,
    ExposeHeaders: s3Fields.exposedHeaders,
    MaxAgeSeconds: s3Fields.maxAge,
    ID: s3Fields.id,
  })
  .meta({
    description:
      "A rule that specifies which requests are allowed from which origins. The first rule that matches a request applies.",
  });

const s3Rules = z
  .array(s3Rule)
  .min(1)
  .max(mostRules.s3?.value ?? 100)
  .meta({
    description: "The rules of a bucket, at most 100, in the order in which they are evaluated.",
  });

/** The S3 console's form. */
export const s3CorsSchema = s3Rules;

/** The form of the AWS CLI and of S3's API. */
export const s3CliCorsSchema = z.strictObject({ CORSRules: s3Rules }).meta({
  description: "A bucket's CORS configuration, in the format of `aws s3api put-bucket-cors`.",
});

/** The form of CloudFormation's `CorsConfiguration`. */
export const cloudformationCorsSchema = z
  .strictObject({
    CorsRules: z
      .array(
        z
          .strictObject({
            AllowedHeaders: s3Fields.allowedHeaders,
            AllowedMethods: s3Fields.methods,
            AllowedOrigins: s3Fields.origins,
            ExposedHeaders: s3Fields.exposedHeaders,
            MaxAge: s3Fields.maxAge,
            Id: s3Fields.id,
          })
          .meta({
            description: "A rule that specifies which requests are allowed from which origins.",
          }),
      )
      .min(1)
      .max(mostRules.s3?.value ?? 100)
      .meta({ description: "The rules of a bucket, at most 100." }),
  })
  .meta({ description: "The `CorsConfiguration` of an S3 bucket in CloudFormation." });

const gcsRule = z
  .strictObject({
    origin: z.array(z.string()).min(1).meta(about("gcs", "origins")),
    method: z.array(z.string()).min(1).meta(about("gcs", "methods")),
    responseHeader: z.array(z.string()).optional().meta(about("gcs", "allowedHeaders")),
    maxAgeSeconds: seconds.optional().meta(about("gcs", "maxAge")),
  })
  .meta({
    description:
      "A Cloud Storage rule that specifies which requests are allowed from which origins.",
  });

/** The form that gcloud and gsutil take. An empty list deletes the rules. */
export const gcsCorsSchema = z
  .array(gcsRule)
  .meta({ description: "The rules of a bucket. An empty list deletes them." });

/** The form of Cloud Storage's JSON API. */
export const gcsApiCorsSchema = z.strictObject({ cors: gcsCorsSchema }).meta({
  description: "A bucket's CORS configuration, in the format of the Cloud Storage JSON API.",
});

const azureText = z.string().max(azureLimits.value.length);

const azureRule = z
  .strictObject({
    allowedOrigins: z
      .array(azureText)
      .min(1)
      .max(azureLimits.value.origins)
      .meta(about("azure", "origins")),
    allowedMethods: z
      .array(z.enum(methodsByStorage.azure.value))
      .min(1)
      .meta(about("azure", "methods")),
    allowedHeaders: z.array(azureText).meta(about("azure", "allowedHeaders")),
    exposedHeaders: z.array(azureText).meta(about("azure", "exposedHeaders")),
    maxAgeInSeconds: seconds.meta(about("azure", "maxAge")),
  })
  .meta({
    description:
      "An Azure Blob service rule that specifies which requests are allowed from which origins.",
  });

/** The `corsRules` of Azure Resource Manager. */
export const azureCorsSchema = z
  .strictObject({
    corsRules: z
      .array(azureRule)
      .max(mostRules.azure?.value ?? 5)
      .meta({ description: "The rules of an account's Blob service, at most 5." }),
  })
  .meta({ description: "The CORS rules of a storage account's Blob service." });

/** W&B's published rule in each of these dialects, for snippets and tests. */
export const wandbCorsExamples = {
  s3: [
    {
      AllowedHeaders: ["*"],
      AllowedMethods: ["GET", "HEAD", "PUT"],
      AllowedOrigins: ["*"],
      ExposeHeaders: ["ETag"],
      MaxAgeSeconds: publishedMaxAge.value,
    },
  ],
  gcs: [
    {
      origin: ["*"],
      responseHeader: ["Content-Type", "ETag"],
      method: ["GET", "HEAD", "PUT"],
      maxAgeSeconds: publishedMaxAge.value,
    },
  ],
  azure: {
    corsRules: [
      {
        allowedOrigins: ["*"],
        allowedMethods: ["GET", "HEAD", "PUT"],
        allowedHeaders: ["*"],
        exposedHeaders: ["*"],
        maxAgeInSeconds: publishedMaxAge.value,
      },
    ],
  },
} as const satisfies {
  readonly s3: z.input<typeof s3CorsSchema>;
  readonly gcs: z.input<typeof gcsCorsSchema>;
  readonly azure: z.input<typeof azureCorsSchema>;
};
