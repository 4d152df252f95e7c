import {
  corsDialects,
  corsKeys,
  corsRoleOfKey,
  corsRoleOfName,
  type CorsDialect,
  type CorsRole,
} from "../../catalog/cors/dialects.js";
import { nearest } from "../../text/nearest.js";
import { isFilledIn } from "../../syntax/placeholders.js";
import {
  itemsOf,
  type ArrayValue,
  type Member,
  type ObjectValue,
  type Value,
} from "../../syntax/value.js";
import { extentOf } from "../../text/source-text.js";
import { type Span } from "../../text/span.js";

/** One rule of a CORS configuration. Its fields are found under misspelled names too. */
export interface CorsRule {
  readonly node: ObjectValue;
  readonly index: number;
  /** The opening brace, for findings about something that is absent. */
  readonly head: Span;
  readonly origins: CorsField | undefined;
  readonly methods: CorsField | undefined;
  /** Request headers that a preflight may ask for. */
  readonly allowedHeaders: CorsField | undefined;
  /** Response headers that the browser may read; in Google's dialect the same field as `allowedHeaders`. */
  readonly exposedHeaders: CorsField | undefined;
  readonly maxAge: CorsNumber | undefined;
  readonly id: Member | undefined;
  /** Members that the dialect does not know. */
  readonly unknown: readonly CorsUnknownKey[];
  /** Members whose name stood in the rule before; the reader keeps one of them. */
  readonly repeated: readonly Member[];
  /** Whether the text ends within the rule, so that what it lacks may still be typed. */
  readonly open: boolean;
}

export interface CorsField {
  readonly role: CorsRole;
  readonly member: Member;
  readonly keySpan: Span;
  readonly list: ArrayValue | undefined;
  readonly items: readonly CorsText[];
  /** Items that are no text and never will be. */
  readonly strays: readonly Value[];
  /** Whether something in it cannot be known. */
  readonly partial: boolean;
  /** Whether items of it are computed elsewhere, and so are not among `items`. */
  readonly computed: boolean;
  /** Whether its name is not the dialect's, so that the storage does not see it. */
  readonly misspelled: boolean;
}

export interface CorsText {
  readonly value: string;
  readonly node: Value;
  /** Without quotes. */
  readonly span: Span;
  readonly partial: boolean;
}

export interface CorsNumber {
  readonly member: Member;
  readonly keySpan: Span;
  readonly node: Value | undefined;
  /** Absent where the text is no number or cannot be known. */
  readonly seconds: number | undefined;
  readonly partial: boolean;
  readonly misspelled: boolean;
}

export interface CorsUnknownKey {
  readonly member: Member;
  /** What the field seems to be for. */
  readonly role: CorsRole | undefined;
  /** The dialect's own name that was most likely meant. */
  readonly meant: string | undefined;
}

/** Reads one rule under the names of its dialect, and what is misspelled under the names it resembles. */
export function readCorsRule(
  node: ObjectValue,
  index: number,
  dialect: CorsDialect,
  open: boolean,
): CorsRule {
  const { keys } = corsDialects[dialect];
  const byRole = new Map<CorsRole, Member>();
  const seen = new Set<string>();
  const repeated: Member[] = [];
  for (const member of node.members) {
    const name = member.key.value;
    if (seen.has(name)) repeated.push(member);
    seen.add(name);
    const role = corsRoleOfKey(dialect, name);
    // A repeated name's last value is the one that JSON's readers keep.
    if (role !== undefined) byRole.set(role, member);
  }
  const unknown = node.members
    .filter(({ key }) => corsRoleOfKey(dialect, key.value) === undefined)
    .map((member) => readUnknownKey(member, dialect));
  const misspelled = new Set<Member>();
  for (const { member, role } of unknown) {
    // Google has no second header list to take what another dialect exposes.
    if (role === undefined || keys[role] === undefined || byRole.has(role)) continue;
    if (role === "exposedHeaders" && keys.exposedHeaders === keys.allowedHeaders) continue;
    byRole.set(role, member);
    misspelled.add(member);
  }
  const field = (role: CorsRole): CorsField | undefined => {
    const member = byRole.get(role);
    return member && readField(role, member, misspelled.has(member), dialect);
  };
  const allowedHeaders = field("allowedHeaders");
  const maxAge = byRole.get("maxAge");
  return {
    node,
    index,
    head: headOf(node),
    origins: field("origins"),
    methods: field("methods"),
    allowedHeaders,
    exposedHeaders:
      keys.exposedHeaders === keys.allowedHeaders ? allowedHeaders : field("exposedHeaders"),
    maxAge: maxAge && readNumber(maxAge, misspelled.has(maxAge), dialect),
    id: byRole.get("id"),
    unknown,
    repeated,
    open,
  };
}

/** The first character of a value, or the first key where no bracket opens it. */
export function headOf(value: Value): Span {
  const { start, end } = value.span;
  const first = value.kind === "object" ? value.members[0] : undefined;
  if (first?.key.span.start === start) return first.key.span;
  return { start, end: Math.min(start + 1, end) };
}

/** Whether a value is computed later: an unknown node or one of CloudFormation's functions. */
export function isComputed(value: Value): boolean {
  if (value.kind === "unknown") return true;
  if (value.kind !== "object" || value.members.length !== 1) return false;
  const name = value.members[0]?.key.value ?? "";
  return name === "Ref" || name.startsWith("Fn::");
}

/** Whether a field has no value here: it is computed, or Terraform leaves it to the module or provider. */
function isLeftOut(value: Value, dialect: CorsDialect): boolean {
  return isComputed(value) || (value.kind === "null" && dialect.startsWith("terraform"));
}

function readUnknownKey(member: Member, dialect: CorsDialect): CorsUnknownKey {
  const name = member.key.value;
  const { keys } = corsDialects[dialect];
  const role = corsRoleOfName(name);
  const known = role === undefined ? undefined : keys[role];
  if (known !== undefined) return { member, role, meant: known };
  const meant = nearest(name, corsKeys(dialect));
  return {
    member,
    role: meant === undefined ? role : corsRoleOfKey(dialect, meant),
    meant,
  };
}

function readField(
  role: CorsRole,
  member: Member,
  misspelled: boolean,
  dialect: CorsDialect,
): CorsField {
  const { value } = member;
  const items: CorsText[] = [];
  const strays: Value[] = [];
  let computed = value === undefined || isLeftOut(value, dialect);
  for (const item of computed ? [] : itemsOf(value)) {
    if (item.kind === "string") items.push(readText(item, dialect));
    else if (isComputed(item)) computed = true;
    else strays.push(item);
  }
  // What a wrong type stands for cannot be known either.
  const partial = computed || strays.length > 0 || items.some((item) => item.partial);
  const list = value?.kind === "array" ? value : undefined;
  const keySpan = member.key.span;
  return { role, member, keySpan, list, items, strays, partial, computed, misspelled };
}

function readText(node: Value & { kind: "string" }, dialect: CorsDialect): CorsText {
  const { value, holes, span, content } = node;
  const partial =
    holes.length > 0 || isFilledIn(value) || (dialect === "azure" && isExpression(value));
  return { value, node, span: extentOf(content) ?? span, partial };
}

/** Whether a string is an expression of an Azure Resource Manager template. */
function isExpression(value: string): boolean {
  return value.startsWith("[") && !value.startsWith("[[") && value.endsWith("]");
}

function readNumber(member: Member, misspelled: boolean, dialect: CorsDialect): CorsNumber {
  const { value: node } = member;
  const text = node?.kind === "string" ? readText(node, dialect) : undefined;
  const seconds =
    node?.kind === "number"
      ? node.value
      : text !== undefined && /^\s*-?\d+(?:\.\d+)?\s*$/.test(text.value)
        ? Number(text.value)
        : undefined;
  const partial = node === undefined || isLeftOut(node, dialect) || text?.partial === true;
  return { member, keySpan: member.key.span, node, seconds, partial, misspelled };
}
