/** The endings of the file names that the manifest contributes a JSON schema for. */
export function schemaFileNames(manifest: unknown): readonly string[] {
  const validations = at(at(manifest, "contributes"), "jsonValidation");
  if (!Array.isArray(validations)) return [];
  return validations
    .flatMap((each: unknown) => at(each, "fileMatch") ?? [])
    .filter((match) => typeof match === "string")
    .map((match) => match.replace(/^\*+/, ""));
}

function at(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}
