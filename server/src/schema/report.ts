import * as z from "zod";
import { allSeverities } from "./severity.js";

const position = z.object({
  line: z.int().min(0).meta({ description: "Counted from 0." }),
  character: z.int().min(0).meta({ description: "In UTF-16 code units, counted from 0." }),
});

const range = z.object({ start: position, end: position });

const finding = z.object({
  rule: z.string().meta({ description: "The rule's ID." }),
  page: z.url().meta({ description: "Where the rule is explained." }),
  severity: z.enum(allSeverities),
  message: z.string(),
  range,
  pointer: z
    .string()
    .nullable()
    .meta({ description: "JSON pointer to the value, if the text is JSON." }),
  equivalents: z.array(z.string()).meta({
    description: "The same check in other tools, such as access-analyzer:INVALID_ACTION.",
  }),
  fixes: z
    .array(
      z.object({
        title: z.string(),
        safety: z.enum(["safe", "review"]).meta({
          description:
            "byob fix applies safe fixes. A fix to review grants access or chooses a value.",
        }),
        edits: z.array(z.object({ range, newText: z.string() })),
      }),
    )
    .meta({ description: "A fix that would print a secret is omitted." }),
});

const number = z.int().min(0);

/** The report that `byob check --format json` writes. */
export const reportSchema = z.object({
  schemaVersion: z.literal(1),
  tool: z.object({ name: z.literal("byob"), version: z.string() }),
  files: z.array(
    z.object({
      path: z.string().meta({ description: "Relative to the working directory, with slashes." }),
      parts: z
        .array(z.object({ kind: z.string(), dialect: z.string().optional(), range }))
        .meta({ description: "What was recognized in the file." }),
      findings: z.array(finding),
    }),
  ),
  summary: z.object({
    files: number.meta({ description: "How many files were checked." }),
    errors: number,
    warnings: number,
    infos: number,
    hints: number,
    fixable: number.meta({ description: "How many findings byob fix can fix." }),
  }),
});
