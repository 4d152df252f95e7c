import { type CorsStorage } from "../../catalog/cors/dialects.js";
import { type CorsField, type CorsRule, type CorsText } from "./rule.js";

/** Whether something holds, as far as the document tells. */
export type Truth = "yes" | "no" | "maybe";

/**
 * How strictly fields are read: `strict` as the storage does, `lenient` as their writer means them,
 * for rules that leave a misspelled name or a method in lower case to the rule that reports it.
 */
export type Reading = "strict" | "lenient";

/** A text with `*` for any run of characters; every other character stands for itself. */
export function matchesGlob(pattern: string, text: string): boolean {
  const star = pattern.indexOf("*");
  if (star < 0) return pattern === text;
  if (!text.startsWith(pattern.slice(0, star))) return false;
  const parts = pattern.split("*");
  const [first = "", ...rest] = parts;
  const last = rest.pop();
  if (last === undefined || text.length < first.length + last.length) return false;
  let offset = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, offset);
    if (found < 0) return false;
    offset = found + part.length;
  }
  return text.endsWith(last) && offset <= text.length - last.length;
}

/** The item that covers an origin; S3 takes a wildcard anywhere, the others only as the whole. */
export function originItem(
  rule: CorsRule,
  origin: string,
  storage: CorsStorage,
  reading: Reading = "strict",
): CorsText | undefined {
  return itemsIn(rule.origins, reading).find(
    ({ value, partial }) => !partial && coversOrigin(value, origin, storage),
  );
}

export function coversOrigin(pattern: string, origin: string, storage: CorsStorage): boolean {
  if (pattern === "*") return true;
  if (pattern === origin) return true;
  return storage === "s3" && pattern.includes("*") && matchesGlob(pattern, origin);
}

export function allowsOrigin(
  rule: CorsRule,
  origin: string,
  storage: CorsStorage,
  reading: Reading = "strict",
): Truth {
  return truth(rule.origins, reading, originItem(rule, origin, storage, reading) !== undefined);
}

export function allowsMethod(
  rule: CorsRule,
  method: string,
  storage: CorsStorage,
  reading: Reading = "strict",
): Truth {
  const found = itemsIn(rule.methods, reading).some(({ value }) =>
    reading === "lenient"
      ? value === "*" || value.trim().toUpperCase() === method
      : value === method || (value === "*" && storage === "gcs"),
  );
  return truth(rule.methods, reading, found);
}

/** Whether a preflight may ask for a request header. */
export function allowsHeader(
  rule: CorsRule,
  header: string,
  storage: CorsStorage,
  reading: Reading = "strict",
): Truth {
  const found = itemsIn(rule.allowedHeaders, reading).some(({ value }) =>
    coversHeader(value, header, storage),
  );
  return truth(rule.allowedHeaders, reading, found);
}

/** Whether a page may read a response header that is not safe for every page. */
export function exposesHeader(
  rule: CorsRule,
  header: string,
  storage: CorsStorage,
  reading: Reading = "strict",
): Truth {
  const found = itemsIn(rule.exposedHeaders, reading).some(({ value }) =>
    storage === "s3" && reading === "strict"
      ? value.toLowerCase() === header.toLowerCase()
      : coversHeader(value, header, storage),
  );
  return truth(rule.exposedHeaders, reading, found);
}

/** Header names have no case. A wildcard stands anywhere in S3's, at the end of Azure's, alone in Google's. */
export function coversHeader(pattern: string, header: string, storage: CorsStorage): boolean {
  const [lower, name] = [pattern.trim().toLowerCase(), header.toLowerCase()];
  if (lower === "*" || lower === name) return true;
  return storage !== "gcs" && lower.includes("*") && matchesGlob(lower, name);
}

/** Values that stand behind a comma in another are meant as values of their own. */
function itemsIn(field: CorsField | undefined, reading: Reading): readonly CorsText[] {
  if (field === undefined) return [];
  if (reading === "strict") return field.misspelled ? [] : field.items;
  if (!field.items.some(({ value }) => value.includes(","))) return field.items;
  return field.items.flatMap((item) =>
    item.value.split(",").map((value) => ({ ...item, value: value.trim() })),
  );
}

function truth(field: CorsField | undefined, reading: Reading, found: boolean): Truth {
  if (found) return "yes";
  const seen = field !== undefined && (reading === "lenient" || !field.misspelled);
  return seen && field.partial ? "maybe" : "no";
}
