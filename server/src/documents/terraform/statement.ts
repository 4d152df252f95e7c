import { escapeQuoted } from "../../syntax/hcl-template.js";
import { type Plain } from "../../syntax/value.js";

/** The attributes of a `statement` block, and what the policy grammar calls them. */
export const statementNames: ReadonlyMap<string, string> = new Map([
  ["sid", "Sid"],
  ["effect", "Effect"],
  ["actions", "Action"],
  ["not_actions", "NotAction"],
  ["resources", "Resource"],
  ["not_resources", "NotResource"],
]);

export const attributeNames: ReadonlyMap<string, string> = new Map(
  [...statementNames].map(([attribute, name]) => [name, attribute]),
);

/** Attributes that hold lists, even of one. */
const lists: ReadonlySet<string> = new Set(["Action", "NotAction", "Resource", "NotResource"]);

export type PlainRecord = Readonly<Record<string, Plain>>;

export interface PlainBlock {
  readonly type: string;
  readonly members: PlainRecord;
}

/** Members of a statement as attributes and blocks; absent where one can be written as neither. */
export function toBlocks(
  members: PlainRecord,
): { readonly attributes: PlainRecord; readonly blocks: readonly PlainBlock[] } | undefined {
  const attributes: Record<string, Plain> = {};
  const blocks: PlainBlock[] = [];
  for (const [name, value] of Object.entries(members)) {
    const attribute = attributeNames.get(name);
    if (attribute !== undefined) {
      attributes[attribute] = lists.has(name) ? listOf(value) : value;
    } else if (name === "Principal" || name === "NotPrincipal") {
      blocks.push(...principalBlocks(name, value));
    } else if (name === "Condition") {
      blocks.push(...conditionBlocks(value));
    } else return undefined;
  }
  return { attributes, blocks };
}

function principalBlocks(name: string, value: Plain): readonly PlainBlock[] {
  const type = name === "Principal" ? "principals" : "not_principals";
  if (typeof value === "string") return [{ type, members: { type: "*", identifiers: [value] } }];
  return entriesOf(value).map(([kind, identifiers]) => ({
    type,
    members: { type: kind, identifiers: listOf(identifiers) },
  }));
}

function conditionBlocks(value: Plain): readonly PlainBlock[] {
  return entriesOf(value).flatMap(([test, keys]) =>
    entriesOf(keys).map(([variable, values]) => ({
      type: "condition",
      members: { test, variable, values: listOf(values) },
    })),
  );
}

/** A `statement` block as `terraform fmt` would write it. */
export function printStatement(statement: PlainRecord, indent: string): string | undefined {
  const written = toBlocks(statement);
  if (written === undefined) return undefined;
  const inner = `${indent}  `;
  const lines = [
    ...printAttributes(written.attributes, inner),
    ...written.blocks.flatMap(({ type, members }) => [
      "",
      `${inner}${type} {`,
      ...printAttributes(members, `${inner}  `),
      `${inner}}`,
    ]),
  ];
  return [`statement {`, ...lines, `${indent}}`].join("\n");
}

function printAttributes(members: PlainRecord, indent: string): readonly string[] {
  const width = Math.max(...Object.keys(members).map((name) => name.length));
  return Object.entries(members).map(
    ([name, value]) => `${indent}${name.padEnd(width)} = ${printValue(value, indent)}`,
  );
}

function printValue(value: Plain, indent: string): string {
  if (!isList(value)) return printString(value);
  const items = value.map(printString);
  if (items.length < 4) return `[${items.join(", ")}]`;
  return `[\n${items.map((item) => `${indent}  ${item},\n`).join("")}${indent}]`;
}

/** Policy variables are written `&{…}`, as `${…}` is Terraform's own. */
function printString(value: Plain): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return `"${escapeQuoted(text.replaceAll("${", "&{"))}"`;
}

export function isRecord(plain: Plain): plain is PlainRecord {
  return typeof plain === "object" && plain !== null && !isList(plain);
}

function entriesOf(plain: Plain): readonly (readonly [string, Plain])[] {
  return isRecord(plain) ? Object.entries(plain) : [];
}

function listOf(plain: Plain): readonly Plain[] {
  return isList(plain) ? plain : [plain];
}

function isList(plain: Plain): plain is readonly Plain[] {
  return Array.isArray(plain);
}
