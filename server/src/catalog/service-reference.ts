import { details } from "./service-reference/details.generated.js";
import { arnServices, globalKeys, referenceDate } from "./service-reference/globals.generated.js";
import { names } from "./service-reference/names.generated.js";

/** The day of the data that this module knows AWS's services by. */
export const serviceReferenceDate = referenceDate;

/** After so many days AWS has added enough for the data to be made anew. */
const longestAge = 90;

const day = 86_400_000;

/** How many days old the data is at a time, and whether that is too old. */
export function serviceReferenceAge(
  now: number,
  date = serviceReferenceDate,
): { readonly days: number; readonly isOld: boolean } {
  const days = Math.floor((now - Date.parse(date)) / day);
  return { days, isOld: days > longestAge };
}

/** The name of the data with its date, and with its age once that matters. */
export function describeServiceReference(now: number, date = serviceReferenceDate): string {
  const { days, isOld } = serviceReferenceAge(now, date);
  const name = `AWS service reference dated ${date}`;
  return isOld ? `${name}, ${String(days)} days old; newer changes are not included` : name;
}

export type AccessLevel = "Read" | "Write" | "List" | "Tagging" | "Permissions management";

/** An action of a service that is known in full. */
export interface ActionDetail {
  readonly service: string;
  readonly name: string;
  readonly accessLevel: AccessLevel;
  readonly description: string;
  /** Empty where the action cannot be limited to resources. */
  readonly resourceTypes: readonly ResourceTypeDetail[];
  /** The action's own keys, without those of its resource types and the global ones. */
  readonly conditionKeys: readonly ConditionKeyDetail[];
}

export interface ResourceTypeDetail {
  readonly name: string;
  /** As AWS writes it, such as `arn:${Partition}:s3:::${BucketName}/${ObjectName}`. */
  readonly arn: string;
  readonly conditionKeys: readonly ConditionKeyDetail[];
}

export type ConditionKeyType =
  | "String"
  | "ARN"
  | "Bool"
  | "Numeric"
  | "Date"
  | "IPAddress"
  | "Binary"
  | "Long"
  | "ArrayOfString"
  | "ArrayOfARN"
  | "ArrayOfBool";

export interface ConditionKeyDetail {
  /** With `${TagKey}` or the like where a name follows the slash. */
  readonly key: string;
  /** One of `ConditionKeyType`, or a type that AWS adds later. */
  readonly type: string;
  readonly description: string;
}

/** A service that is known in full. All maps are by lower-case name. */
export interface ServiceDetail {
  readonly prefix: string;
  readonly actions: ReadonlyMap<string, ActionDetail>;
  readonly resourceTypes: ReadonlyMap<string, ResourceTypeDetail>;
  readonly conditionKeys: ReadonlyMap<string, ConditionKeyDetail>;
}

/** A service's prefix, its name, and the names of its actions. */
export interface ServiceNames {
  readonly prefix: string;
  readonly name: string;
  readonly actions: readonly string[];
  /** By lower-case name. */
  readonly actionByName: ReadonlyMap<string, string>;
}

/** The prefixes of all services, in order. */
export function servicePrefixes(): readonly string[] {
  return [...nameLines().keys()];
}

export function isService(prefix: string): boolean {
  return nameLines().has(prefix.toLowerCase());
}

/** Whether the service field of an ARN may hold this: action prefixes, and a few names of ARNs only. */
export function isArnService(service: string): boolean {
  return nameLines().has(service) || arnServices.includes(service);
}

/** Whether the reference knows a service's resources and condition keys, not its actions alone. */
export function isDetailed(prefix: string): boolean {
  return Object.hasOwn(details, prefix.toLowerCase());
}

/** What is known of any service, decoded when it is first asked for. */
export function serviceNames(prefix: string): ServiceNames | undefined {
  const key = prefix.toLowerCase();
  const known = decodedNames.get(key);
  if (known !== undefined) return known;
  const line = nameLines().get(key);
  if (line === undefined) return undefined;
  const [, name = key, coded = ""] = line.split("\t");
  const actions = decodeNames(coded);
  const decoded: ServiceNames = {
    prefix: key,
    name,
    actions,
    actionByName: new Map(actions.map((action) => [action.toLowerCase(), action])),
  };
  decodedNames.set(key, decoded);
  return decoded;
}

/** Everything about a service that is known in full, decoded when it is first asked for. */
export function serviceDetail(prefix: string): ServiceDetail | undefined {
  const key = prefix.toLowerCase();
  const known = decodedDetails.get(key);
  if (known !== undefined) return known;
  const line = Object.hasOwn(details, key) ? details[key] : undefined;
  if (line === undefined) return undefined;
  const decoded = decodeDetail(key, line);
  decodedDetails.set(key, decoded);
  return decoded;
}

export function actionDetail(prefix: string, name: string): ActionDetail | undefined {
  return serviceDetail(prefix)?.actions.get(name.toLowerCase());
}

/** Global condition keys, and those of the services that are known in full; `aws:PrincipalTag/team` too. */
export function conditionKeyDetail(key: string): ConditionKeyDetail | undefined {
  const normal = normalConditionKey(key);
  const global = globalKeyMap().get(normal);
  if (global !== undefined) return global;
  const colon = key.indexOf(":");
  return serviceDetail(key.slice(0, Math.max(colon, 0)))?.conditionKeys.get(normal);
}

export function globalConditionKeys(): readonly ConditionKeyDetail[] {
  return [...globalKeyMap().values()];
}

export function isGlobalConditionKey(key: string): boolean {
  return globalKeyMap().has(normalConditionKey(key));
}

/** Keys that a request for the action may carry: its own, its resource types' and the global ones. */
export function supportsConditionKey(action: ActionDetail, key: string): boolean {
  const normal = normalConditionKey(key);
  const holds = (keys: readonly ConditionKeyDetail[]): boolean =>
    keys.some((detail) => normalConditionKey(detail.key) === normal);
  return (
    globalKeyMap().has(normal) ||
    holds(action.conditionKeys) ||
    action.resourceTypes.some((type) => holds(type.conditionKeys))
  );
}

/**
 * The form under which a key is found. What follows the first slash, or the third colon's part of an
 * encryption context, is a name of the user's own; AWS writes it `${TagKey}`, `<key>` or `tag-key`.
 */
export function normalConditionKey(key: string): string {
  const lower = key.toLowerCase();
  const slash = lower.indexOf("/");
  if (slash >= 0) return lower.slice(0, slash + 1);
  if (lower.startsWith(encryptionContext)) return encryptionContext;
  return lower;
}

const encryptionContext = "kms:encryptioncontext:";

const decodedNames = new Map<string, ServiceNames>();
const decodedDetails = new Map<string, ServiceDetail>();
let lines: ReadonlyMap<string, string> | undefined;
let globals: ReadonlyMap<string, ConditionKeyDetail> | undefined;

function nameLines(): ReadonlyMap<string, string> {
  return (lines ??= new Map(names.map((line) => [line.slice(0, line.indexOf("\t")), line])));
}

function globalKeyMap(): ReadonlyMap<string, ConditionKeyDetail> {
  return (globals ??= new Map(
    globalKeys.map(([key, type]) => [normalConditionKey(key), { key, type, description: "" }]),
  ));
}

/** Each name is a base-36 digit, how much it shares with the name before, and its rest. */
function decodeNames(coded: string): readonly string[] {
  const decoded: string[] = [];
  let previous = "";
  for (const piece of coded.split(",")) {
    if (piece === "") continue;
    previous = previous.slice(0, Number.parseInt(piece.slice(0, 1), 36)) + piece.slice(1);
    decoded.push(previous);
  }
  return decoded;
}

/** The layout that tools/service-reference.ts writes: keys, sets of keys, resource types, actions. */
interface PackedDetail {
  readonly keys: readonly (readonly [key: string, type: string, description: string])[];
  readonly sets: readonly (readonly number[])[];
  readonly types: readonly (readonly [name: string, arn: string, set: number])[];
  readonly actions: readonly (readonly [
    name: string,
    level: string,
    description: string,
    types: readonly number[],
    set: number,
  ])[];
}

const accessLevels: Readonly<Record<string, AccessLevel>> = {
  R: "Read",
  W: "Write",
  L: "List",
  T: "Tagging",
  P: "Permissions management",
};

function decodeDetail(service: string, line: string): ServiceDetail {
  // The text is this program's own, written by its generator and compared with it in a test.
  const packed = JSON.parse(line) as PackedDetail;
  const keys = packed.keys.map(([key, type, description]) => ({ key, type, description }));
  const sets = packed.sets.map((set) => set.flatMap((index) => keys[index] ?? []));
  const types = packed.types.map(([name, arn, set]) => ({
    name,
    arn,
    conditionKeys: sets[set] ?? [],
  }));
  const actions = packed.actions.map(([name, level, description, typeNumbers, set]) => ({
    service,
    name,
    accessLevel: accessLevels[level] ?? "Read",
    description,
    resourceTypes: typeNumbers.flatMap((index) => types[index] ?? []),
    conditionKeys: sets[set] ?? [],
  }));
  return {
    prefix: service,
    actions: new Map(actions.map((action) => [action.name.toLowerCase(), action])),
    resourceTypes: new Map(types.map((type) => [type.name.toLowerCase(), type])),
    conditionKeys: new Map(keys.map((key) => [normalConditionKey(key.key), key])),
  };
}
