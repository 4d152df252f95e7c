import {
  otherStoresKeys,
  corsDialects,
  corsKeys,
  corsRoleOfName,
  type CorsDialect,
} from "../../catalog/cors/dialects.js";
import { type CorsTool } from "../../catalog/cors/tools.js";
import {
  itemsOf,
  memberOf,
  type Member,
  type ObjectValue,
  type Value,
} from "../../syntax/value.js";
import { formatList } from "../../text/list.js";
import { nearest } from "../../text/nearest.js";
import { message, type Message } from "../../text/message.js";
import { isFilledIn } from "../../syntax/placeholders.js";

/** What a value was recognized as, and why. */
export interface CorsRecognition {
  readonly dialect: CorsDialect;
  readonly value: Value;
  readonly reason: Message;
  /** What the surroundings tell of the storage. */
  readonly place?: CorsPlace;
}

/** A storage or a tool that treats a dialect in its own way, or a place that has no CORS. */
export type CorsPlace = "minio" | "coreweave" | "azure-container" | CorsTool;

/** What stands around a value and can tell what it is. */
export interface CorsSurroundings {
  /** The key or block that the value stands under. */
  readonly name?: string | undefined;
  /** The type of the Terraform resource that the value stands in. */
  readonly resource?: string | undefined;
  /** Whether it stands in Terraform, whose modules have rules under the names of its resources. */
  readonly terraform?: boolean | undefined;
  /** Whether the file's name speaks of CORS, so that even an empty list is one. */
  readonly named?: boolean | undefined;
}

/**
 * Recognizes a CORS configuration by its content and shape. Only telling combinations count: a list
 * of objects that merely have a `method` is none.
 */
export function recognizeCors(
  value: Value | undefined,
  surroundings: CorsSurroundings = {},
): CorsRecognition | undefined {
  if (value === undefined || isOtherService(surroundings)) return undefined;
  const terraform = recognizeTerraform(value, surroundings);
  if (terraform !== undefined) return terraform;
  if (value.kind === "array") return recognizeList(value, surroundings);
  const recognition = value.kind === "object" ? recognizeObject(value, surroundings) : undefined;
  // Only an account's service can have rules, not a container of it.
  return recognition?.dialect === "azure" && /\/containers\b/i.test(surroundings.resource ?? "")
    ? { ...recognition, place: "azure-container" }
    : recognition;
}

/**
 * Whether the rules are for a service that holds no objects, such as an API gateway or Azure's queues, or are
 * in the words of a tool that has its own, such as Pulumi.
 */
function isOtherService({ resource = "" }: CorsSurroundings): boolean {
  if (/^AWS::(?!S3::)/.test(resource) || /^[a-z][\w-]*:[\w/-]+:\w+$/.test(resource)) return true;
  if (/^Microsoft\.(?!Storage\/)/i.test(resource)) return true;
  return /\/(?:queue|table|file)Services\b/i.test(resource);
}

/** Where a recognized value holds its rules. */
export function findRules(
  value: Value,
  dialect: CorsDialect,
): {
  readonly rulesValue: Value | undefined;
  readonly member: Member | undefined;
  readonly container: ObjectValue | undefined;
  /** An element without content, which the rules belong into. */
  readonly empty?: Value;
} {
  if (value.kind === "object") {
    const { list, containers } = corsDialects[dialect];
    const held = memberNamed(value, [...containers, "CORSConfiguration", "properties", "cors"]);
    if (held?.value !== undefined && isEmptyElement(held.value)) {
      return {
        rulesValue: undefined,
        member: undefined,
        container: undefined,
        empty: held.value,
      };
    }
    const places = [value, held?.value, ...(held?.value ? membersOf(held.value) : [])];
    for (const place of places) {
      if (place?.kind !== "object") continue;
      const member =
        (list === undefined ? undefined : memberNamed(place, [list])) ??
        memberNamed(place, ["CORSRules", "CORSRule", "rules", "CORS"]);
      const isRules = member?.value?.kind !== "object" || corsDialects[dialect].repeats;
      if (member !== undefined && (isRules || held === undefined || place !== value)) {
        return { rulesValue: member.value, member, container: place };
      }
    }
  }
  return { rulesValue: value, member: undefined, container: undefined };
}

/** A member by the first of several names, whatever its case. */
function memberNamed(object: ObjectValue, names: readonly string[]): Member | undefined {
  for (const name of names) {
    const exact = memberOf(object, name);
    if (exact !== undefined) return exact;
  }
  const lower = names.map((name) => name.toLowerCase());
  return object.members.find(({ key }) => lower.includes(key.value.toLowerCase()));
}

function membersOf(value: Value): readonly (Value | undefined)[] {
  return value.kind === "object" ? value.members.map((member) => member.value) : [];
}

function recognizeList(
  value: Value & { kind: "array" },
  { named, name, resource = "" }: CorsSurroundings,
): CorsRecognition | undefined {
  // The object around it would have been taken for Google's form.
  if (name === "cors") return undefined;
  if (named === true && value.items.length === 0) {
    return {
      dialect: "s3",
      value,
      reason: message("It is an empty list in a file whose name indicates CORS."),
    };
  }
  // A bracket too many makes a list in a list of it, which no tool reads.
  const [only] = value.items;
  const rules = value.items.length === 1 && only?.kind === "array" ? only : value;
  const family = familyOf(rules, named === true);
  if (family === undefined) return undefined;
  const reason = message("It is a list of rules with {keys}.", { keys: quoteKeys(rules) });
  const isTemplate =
    name === "CorsConfiguration" && resource.startsWith("AWS::S3::") && family === "s3";
  return { dialect: isTemplate ? "cloudformation" : family, value, reason };
}

function recognizeObject(
  value: ObjectValue,
  { name, named, resource = "" }: CorsSurroundings,
): CorsRecognition | undefined {
  const xml = memberOf(value, "CORSConfiguration");
  if (xml?.value?.kind === "object" && holdsOtherStores(xml.value)) return undefined;
  if (memberOf(xml?.value, "CORSRule") !== undefined || isEmptyElement(xml?.value)) {
    return found("s3-xml", "CORSConfiguration");
  }
  if (memberOf(xml?.value, "CORSRules") !== undefined) return found("s3-cli", "CORSRules");
  for (const member of value.members) {
    const dialect = dialectOfList(member, value);
    if (dialect !== undefined) return found(dialect, member.key.value);
  }
  // Under a name of its own, such as "cors" or "CorsConfiguration", it is a web service's.
  if (name !== undefined && !/^cors_?-?rules?$/i.test(name)) return undefined;
  const family = familyOf(value, named === true);
  if (family === undefined) return undefined;
  if (!isLoneRule(value) && !(named === true && isRuleOfS3(value))) return undefined;
  const reason = message("It is a single rule with {keys}.", { keys: quoteKeys(value) });
  return { dialect: family, value, reason };

  function found(dialect: CorsDialect, key: string): CorsRecognition {
    const isTemplate = resource.startsWith("AWS::S3::") || name === "CorsConfiguration";
    const isS3 = dialect === "s3-cli" || dialect === "s3-xml";
    return {
      dialect: isTemplate && isS3 ? "cloudformation" : dialect,
      value,
      reason: message('It contains "{key}".', { key }),
    };
  }
}

/** An element without content: XML has no quotes that would give an empty text a place. */
function isEmptyElement(value: Value | undefined): boolean {
  if (value?.kind === "object") return value.members.length === 0;
  return value?.kind === "string" && value.span.start === value.span.end;
}

/** The dialect whose rules stand under a member's name, if its value can be rules. */
function dialectOfList({ key, value }: Member, parent: ObjectValue): CorsDialect | undefined {
  if (value !== undefined && value.kind !== "array" && value.kind !== "object") return undefined;
  // A schema that describes rules has the list's name too.
  if (value?.kind === "object" && value.members.length > 0 && !hasRole(value)) return undefined;
  const family = familyOf(value);
  switch (key.value) {
    case "CORSRules":
      return "s3-cli";
    case "CORSRule":
      return value === undefined || family === undefined ? undefined : "s3-xml";
    case "CorsRules":
      return usesOnly(value, ["ExposeHeaders", "MaxAgeSeconds", "ID"])
        ? "s3-cli"
        : "cloudformation";
    case "corsRules":
      if (family === "s3" && !isCamel(value)) return "s3-cli";
      if (itemsOf(value).some((item) => item.kind === "object" && isOfOtherStore(item))) {
        return undefined;
      }
      return value?.kind === "array" ? "azure" : undefined;
    case "cors":
      if (value?.kind !== "array" || value.repeated) return undefined;
      if (recognizeModuleInput(value, key.value) !== undefined) return undefined;
      // Programs and other services of Azure have such lists too.
      if (family === "azure") return undefined;
      if (family === "gcs" && !isTellingOfGoogle(value)) return undefined;
      if (family !== undefined) return "gcs-api";
      return value.items.length === 0 && parent.members.length === 1 ? "gcs-api" : undefined;
    case "rules":
    case "Rules":
    case "CORS":
      return value?.kind === "array" && family === "s3" ? "s3-cli" : undefined;
    default:
      return /^corsrules?$/i.test(key.value) && family === "s3" ? "s3-cli" : undefined;
  }
}

function hasRole({ members }: ObjectValue): boolean {
  return members.some(({ key }) => corsRoleOfName(key.value) !== undefined);
}

/** Whether rules have a name that Cloud Storage alone has, or both of its plain ones. */
function isTellingOfGoogle(value: Value): boolean {
  const keys = new Set(
    itemsOf(value).flatMap((item) =>
      item.kind === "object" ? item.members.map(({ key }) => key.value) : [],
    ),
  );
  const own = ["responseHeader", "maxAgeSeconds", "exposeHeaders"];
  return own.some((key) => keys.has(key)) || (keys.has("origin") && keys.has("method"));
}

/** Blocks of Terraform, which the resource around them tells apart. */
function recognizeTerraform(
  value: Value,
  { name, resource, terraform }: CorsSurroundings,
): CorsRecognition | undefined {
  const dialect = terraformDialect(name, resource);
  // Web apps and functions have blocks of the same names, which no browser asks a bucket about.
  if (dialect === undefined) {
    return terraform !== true || /^[a-z0-9]+_/.test(resource ?? "")
      ? undefined
      : recognizeModuleInput(value, name);
  }
  if (itemsOf(value).every((item) => item.kind !== "object")) return undefined;
  const reason = message('It is a "{block}" block of a Terraform resource.', { block: name ?? "" });
  return { dialect, value, reason };
}

/** Rules that a Terraform module takes as a list: they have the names that the resource's blocks have. */
function recognizeModuleInput(value: Value, name = ""): CorsRecognition | undefined {
  if (!/^cors(?:_rules?|_configuration)?$/.test(name)) return undefined;
  const keys = new Set(
    itemsOf(value).flatMap((item) =>
      item.kind === "object" ? item.members.map(({ key }) => key.value) : [],
    ),
  );
  const dialect = moduleDialects.find(([, telling]) => telling.some((key) => keys.has(key)))?.[0];
  if (dialect === undefined) return undefined;
  const reason = message('It is a "{block}" value with Terraform field names.', { block: name });
  return { dialect, value, reason };
}

/** What only one of Terraform's resources calls a field, and at the end what two of them do. */
const moduleDialects: readonly (readonly [CorsDialect, readonly string[]])[] = [
  ["terraform-azure", ["max_age_in_seconds", "exposed_headers"]],
  ["terraform-google", ["response_header"]],
  ["terraform-aws", ["expose_headers", "allowed_methods", "allowed_origins"]],
];

function terraformDialect(
  name: string | undefined,
  resource: string | undefined,
): CorsDialect | undefined {
  if (resource === undefined) return undefined;
  if (name === "cors_rule" && resource.startsWith("aws_s3_bucket")) return "terraform-aws";
  if (name === "cors_rule" && resource === "azurerm_storage_account") return "terraform-azure";
  return name === "cors" && resource === "google_storage_bucket" ? "terraform-google" : undefined;
}

type Family = "s3" | "gcs" | "azure" | "cloudformation";

/** Whose field names the rules have, when they are telling together. */
function familyOf(value: Value | undefined, named = false): Family | undefined {
  const items = itemsOf(value);
  const objects = items.filter((item) => item.kind === "object");
  if (objects.length === 0 || items.length > objects.length * 2) return undefined;
  if (objects.some(isOfOtherStore) || objects.every(isReference)) return undefined;
  const members = objects.flatMap((object) => object.members);
  const foreign = members.filter(({ key }) => isStranger(key.value)).length;
  const scores: readonly (readonly [Family, number])[] = [
    ["s3", pascalScore(members)],
    ["gcs", googleScore(members)],
    ["azure", azureScore(members)],
  ];
  const [family, score] = scores.toSorted((a, b) => b[1] - a[1])[0] ?? ["s3", 0];
  if (score < 2 || foreign * 2 > score) return undefined;
  // Web servers' own settings have origins and methods too: beside strangers, only an exact name tells.
  return named || foreign === 0 || members.some(({ key }) => isExact(key.value))
    ? family
    : undefined;
}

/** Whether a rule has a name that only a store with names of its own has. */
function isOfOtherStore(rule: ObjectValue): boolean {
  return rule.members.some(
    ({ key, value }) =>
      otherStoresKeys.has(key.value) || (key.value === "allowed" && value?.kind === "object"),
  );
}

/** Whether all that stands in a rule are names of types, as in the reference of an API. */
function isReference({ members }: ObjectValue): boolean {
  const texts = members.flatMap(({ value }) =>
    itemsOf(value).map((item) => (item.kind === "string" ? item.value : "")),
  );
  return texts.length > 0 && texts.every((text) => typeNames.has(text));
}

const typeNames: ReadonlySet<string> = new Set(["string", "integer", "number", "boolean"]);

function holdsOtherStores(configuration: ObjectValue): boolean {
  const rules = itemsOf(memberOf(configuration, "CORSRule")?.value);
  return [configuration, ...rules].some((item) => item.kind === "object" && isOfOtherStore(item));
}

/** Whether a name is no field's, nor the beginning of one that is being typed. */
function isStranger(name: string): boolean {
  if (corsRoleOfName(name) !== undefined) return false;
  return !allKeys.some((key) => key.startsWith(name)) && nearest(name, allKeys) === undefined;
}

const allKeys: readonly string[] = [
  ...new Set((["s3", "cloudformation", "gcs", "azure"] as const).flatMap(corsKeys)),
];

function pascalScore(members: readonly Member[]): number {
  let score = 0;
  let camel = 0;
  for (const { key } of members) {
    const name = key.value;
    const role = corsRoleOfName(name);
    if (role === undefined || role === "id") continue;
    if (/^(?:Allow|Expose|MaxAge)/.test(name)) score += 2;
    else if (/^(?:exposeHeaders|maxAgeSeconds)$/.test(name)) camel += 2;
    else if (name.startsWith("allowed")) camel += 1;
  }
  return score > 0 ? score : camel >= 4 ? camel : 0;
}

function googleScore(members: readonly Member[]): number {
  let score = 0;
  let generic = 0;
  for (const { key, value } of members) {
    const first = value?.kind === "array" ? value.items[0] : undefined;
    const text = first?.kind === "string" ? first.value : undefined;
    if (key.value === "responseHeader") score += 3;
    else if (key.value === "maxAgeSeconds") score += 2;
    else if (key.value === "exposeHeaders") generic += 1;
    else if (key.value === "origin" && text !== undefined && isOriginLike(text)) score += 2;
    else if (key.value === "method" && text !== undefined && /^(?:[A-Z]+|\*)$/i.test(text))
      score += 1;
    else if (key.value === "origin" || key.value === "method") generic += 1;
  }
  return score >= 2 ? score + generic : 0;
}

function azureScore(members: readonly Member[]): number {
  const names = members.map(({ key }) => key.value);
  const camel = names.filter((name) => /^(?:allowed|exposed)[A-Z]/.test(name)).length;
  return names.includes("maxAgeInSeconds")
    ? camel + 3
    : names.includes("exposedHeaders") && camel > 2
      ? camel
      : 0;
}

function isOriginLike(text: string): boolean {
  return text === "*" || text.includes("://") || isFilledIn(text);
}

/** A rule on its own is claimed only when it can be nothing else. */
function isLoneRule({ members }: ObjectValue): boolean {
  const roles = new Set(members.map(({ key }) => corsRoleOfName(key.value)));
  const complete = roles.has("methods") && roles.has("origins") && !roles.has(undefined);
  return complete && members.some(({ key }) => isExact(key.value));
}

/** Whether an object has both fields that a rule of S3 must have, by their own names. */
function isRuleOfS3(value: ObjectValue): boolean {
  return ["AllowedOrigins", "AllowedMethods"].every((name) => memberOf(value, name) !== undefined);
}

/** Whether only object storage calls a field so. */
function isExact(name: string): boolean {
  return [
    "ExposeHeaders",
    "MaxAgeSeconds",
    "responseHeader",
    "maxAgeSeconds",
    "maxAgeInSeconds",
  ].includes(name);
}

function isCamel(value: Value | undefined): boolean {
  return itemsOf(value).some(
    (item) => item.kind === "object" && item.members.some(({ key }) => /^[a-z]/.test(key.value)),
  );
}

/** Whether rules have one of these names and none that CloudFormation alone has. */
function usesOnly(value: Value | undefined, names: readonly string[]): boolean {
  const keys = itemsOf(value).flatMap((item) =>
    item.kind === "object" ? item.members.map(({ key }) => key.value) : [],
  );
  return (
    keys.some((key) => names.includes(key)) &&
    !keys.some((key) => ["ExposedHeaders", "MaxAge", "Id"].includes(key))
  );
}

/** Two of the field names that told. */
function quoteKeys(value: Value): string {
  const telling = new Set<string>();
  for (const item of itemsOf(value)) {
    for (const { key } of item.kind === "object" ? item.members : []) {
      if (corsRoleOfName(key.value) !== undefined) telling.add(`"${key.value}"`);
      if (telling.size === 2) return formatList([...telling]);
    }
  }
  return formatList([...telling]);
}
