import { z } from "zod";

/** A JSON schema that the extension contributes, and the narrow file names that it applies to. */
interface SchemaFile {
  readonly path: string;
  readonly title: string;
  readonly fileMatch: readonly string[];
  readonly schema: z.ZodType;
}

export const schemaFiles: readonly SchemaFile[] = [];

/** Every schema's text, by its path. */
export function schemaTexts(): ReadonlyMap<string, string> {
  return new Map(
    schemaFiles.map(({ path, title, schema }) => {
      const { $schema, ...rest } = z.toJSONSchema(schema, { target: "draft-07", io: "input" });
      const body = { $schema, title, $comment: "Written by `npm run generate`.", ...rest };
      return [path, `${JSON.stringify(body, null, 2)}\n`];
    }),
  );
}
