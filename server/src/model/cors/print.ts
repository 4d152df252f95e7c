import { type CorsDialect } from "../../catalog/cors/dialects.js";
import { escapeXml } from "../../syntax/xml-writer.js";
import { type Plain } from "../../syntax/value.js";

type PlainRule = Readonly<Record<string, Plain>>;

/** Rules as S3's XML, one element a value. */
export function printXml(rules: readonly PlainRule[]): string {
  const lines = ['<CORSConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/">'];
  for (const rule of rules) {
    lines.push("  <CORSRule>");
    for (const [name, value] of Object.entries(rule)) {
      for (const item of Array.isArray(value) ? value : [value]) {
        lines.push(`    <${name}>${escapeXml(String(item))}</${name}>`);
      }
    }
    lines.push("  </CORSRule>");
  }
  return `${[...lines, "</CORSConfiguration>"].join("\n")}\n`;
}

/** Rules as blocks of the resource that holds them, aligned as `terraform fmt` does. */
export function printTerraform(
  target: CorsDialect,
  rules: readonly PlainRule[],
  interpolated: ReadonlySet<string>,
): string {
  const isAzure = target === "terraform-azure";
  const block = target === "terraform-google" ? "cors" : "cors_rule";
  const indent = isAzure ? "    " : "  ";
  const blocks = rules.map((rule) => {
    const width = Math.max(0, ...Object.keys(rule).map((key) => key.length));
    const lines = Object.entries(rule).map(
      ([key, value]) => `${indent}  ${key.padEnd(width)} = ${printHcl(value, interpolated)}`,
    );
    return [`${indent}${block} {`, ...lines, `${indent}}`].join("\n");
  });
  const body = blocks.join("\n\n");
  switch (target) {
    case "terraform-google":
      return `resource "google_storage_bucket" "wandb" {\n  name     = "BUCKET"\n  location = "US"\n\n${body}\n}\n`;
    case "terraform-azure":
      return `resource "azurerm_storage_account" "wandb" {\n  blob_properties {\n${body}\n  }\n}\n`;
    default:
      return `resource "aws_s3_bucket_cors_configuration" "wandb" {\n  bucket = "BUCKET"\n\n${body}\n}\n`;
  }
}

function printHcl(value: Plain, interpolated: ReadonlySet<string>): string {
  if (Array.isArray(value)) {
    return `[${value.map((item: Plain) => printHcl(item, interpolated)).join(", ")}]`;
  }
  if (typeof value !== "string") return JSON.stringify(value);
  const quoted = JSON.stringify(value);
  // What is no interpolation must not become one.
  return interpolated.has(value) ? quoted : quoted.replace(/[$%](?=\{)/g, "$&$&");
}
