import * as z from "zod";
import { policyElements } from "../catalog/policy/elements.js";
import { effects, policyVersions } from "../catalog/policy/grammar.js";

/*
 * The shape of the two policies that W&B's pages ask for, from which `schemas/*.schema.json` are written:
 * which element holds what kind of value. Which names, versions and ARNs are right is for rules, which
 * can say what is meant and put it right.
 */

/** What an editor shows at an element. */
function about(element: string): { readonly description: string } {
  return { description: policyElements[element]?.text ?? "" };
}

/** One or many; the model settles which. */
const texts = z.union([z.string(), z.array(z.string())]);

const value = z.union([z.string(), z.number(), z.boolean()]);

const principal = z.union([z.string(), z.record(z.string(), texts)]);

const condition = z.record(z.string(), z.record(z.string(), z.union([value, z.array(value)])));

const statement = z
  .looseObject({
    Sid: z.string().optional().meta(about("Sid")),
    Effect: z
      .string()
      .optional()
      .meta({ ...about("Effect"), examples: [...effects] }),
    Principal: principal.optional().meta(about("Principal")),
    NotPrincipal: principal.optional().meta(about("NotPrincipal")),
    Action: texts.optional().meta(about("Action")),
    NotAction: texts.optional().meta(about("NotAction")),
    Resource: texts.optional().meta(about("Resource")),
    NotResource: texts.optional().meta(about("NotResource")),
    Condition: condition.optional().meta(about("Condition")),
  })
  .meta({
    description:
      "Allows or denies actions on resources to principals, optionally under conditions.",
  });

function policy(description: string, title: string): z.ZodType {
  return z
    .looseObject({
      Version: z
        .string()
        .optional()
        .meta({ ...about("Version"), examples: [policyVersions[0]] }),
      Id: z.string().optional().meta(about("Id")),
      Statement: z
        .union([statement, z.array(statement)])
        .optional()
        .meta(about("Statement")),
    })
    .meta({ title, description });
}

export const bucketPolicySchema = policy(
  "Controls what principals can do with a bucket and its objects.",
  "Bucket policy",
);

/** In a key policy the resource `*` means this key. */
export const keyPolicySchema = policy(
  "Controls which principals can use and administer a KMS key.",
  "Key policy",
);
