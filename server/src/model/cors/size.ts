import { corsDialects, corsRoles } from "../../catalog/cors/dialects.js";
import { type Cors } from "./cors.js";
import { fieldOf } from "./edits.js";

/**
 * How many bytes a configuration has when it is sent: for S3 its XML without blanks, for Azure only
 * the values, which is what its limit counts.
 */
export function bytesOf({ rules, storage }: Cors): number {
  const { keys } = corsDialects["s3-xml"];
  const tags = (name: string): number => (storage === "s3" ? 2 * name.length + 5 : 0);
  let bytes = tags("CORSConfiguration");
  for (const rule of rules) {
    bytes += tags("CORSRule");
    for (const role of corsRoles) {
      const items = fieldOf(rule, role)?.items ?? [];
      const separator = storage === "azure" ? Math.max(0, items.length - 1) : 0;
      bytes += separator;
      for (const { value } of items) bytes += tags(keys[role] ?? role) + utf8Length(value);
    }
    const seconds = rule.maxAge?.seconds;
    if (seconds !== undefined) bytes += tags("MaxAgeSeconds") + String(seconds).length;
    const id = rule.id?.value;
    if (id?.kind === "string") bytes += tags("ID") + utf8Length(id.value);
  }
  return bytes;
}

function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
