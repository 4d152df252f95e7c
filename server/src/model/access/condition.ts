import ipaddr from "ipaddr.js";
import { type Value } from "../../syntax/value.js";
import { type KeyState, type Lookup } from "./context.js";
import { escapeWildcards, resolveVariables, unescapeWildcards } from "./pattern.js";
import { every, not, some, truth, type Truth } from "./truth.js";
import { matches } from "../policy/pattern.js";
import { type Condition, isUnknown } from "../policy/policy.js";

/**
 * Compares a value of the request with one of the policy, in which wildcards are already marked;
 * nothing where one of them is none of the operator's kind, as a word among numbers is.
 */
type Comparison = (actual: string, wanted: string) => boolean | undefined;

interface OperatorMeaning {
  readonly compare: Comparison;
  readonly negated: boolean;
}

const positive = (compare: Comparison): OperatorMeaning => ({ compare, negated: false });
const negative = (compare: Comparison): OperatorMeaning => ({ compare, negated: true });

const same: Comparison = (actual, wanted) => actual === unescapeWildcards(wanted);
const sameButCase: Comparison = (actual, wanted) =>
  actual.toLowerCase() === unescapeWildcards(wanted).toLowerCase();
const like: Comparison = (actual, wanted) => matches(wanted, escapeWildcards(actual));
const measured =
  (read: (text: string) => number) =>
  (claim: (actual: number, wanted: number) => boolean): Comparison =>
  (actual, wanted) => {
    const [a, b] = [read(actual), read(wanted)];
    return Number.isNaN(a) || Number.isNaN(b) ? undefined : claim(a, b);
  };
const numbers = measured(readNumber);
const dates = measured(readDate);

/** All operators but `Null`, which looks at presence only. */
const operators: Readonly<Record<string, OperatorMeaning>> = {
  StringEquals: positive(same),
  StringNotEquals: negative(same),
  StringEqualsIgnoreCase: positive(sameButCase),
  StringNotEqualsIgnoreCase: negative(sameButCase),
  StringLike: positive(like),
  StringNotLike: negative(like),
  NumericEquals: positive(numbers((a, b) => a === b)),
  NumericNotEquals: negative(numbers((a, b) => a === b)),
  NumericLessThan: positive(numbers((a, b) => a < b)),
  NumericLessThanEquals: positive(numbers((a, b) => a <= b)),
  NumericGreaterThan: positive(numbers((a, b) => a > b)),
  NumericGreaterThanEquals: positive(numbers((a, b) => a >= b)),
  DateEquals: positive(dates((a, b) => a === b)),
  DateNotEquals: negative(dates((a, b) => a === b)),
  DateLessThan: positive(dates((a, b) => a < b)),
  DateLessThanEquals: positive(dates((a, b) => a <= b)),
  DateGreaterThan: positive(dates((a, b) => a > b)),
  DateGreaterThanEquals: positive(dates((a, b) => a >= b)),
  Bool: positive(sameButCase),
  BinaryEquals: positive(same),
  IpAddress: positive(isWithin),
  NotIpAddress: negative(isWithin),
  ArnEquals: positive(arnLike),
  ArnLike: positive(arnLike),
  ArnNotEquals: negative(arnLike),
  ArnNotLike: negative(arnLike),
};

/**
 * Whether a request meets one operator × key of a Condition. Where the request lacks the key, a
 * positive operator fails; a negated one, `…IfExists` and `ForAllValues:` hold.
 */
export function meetsCondition(condition: Condition, lookup: Lookup, variables: boolean): Truth {
  const { operator, key } = condition;
  const state = lookup(key);
  if (state.kind === "false-or-absent") {
    const [one, other] = eitherState.map((each) =>
      meetsCondition(condition, (name) => (name === key ? each : lookup(name)), variables),
    );
    return one !== undefined && one === other ? one : "unknown";
  }
  if (operator.name === "Null") return meetsNull(condition, state);
  const meaning = operators[operator.name];
  if (meaning === undefined || (condition.unknown && condition.values.length === 0)) {
    return "unknown";
  }
  if (state.kind === "absent" || (state.kind === "values" && state.values.length === 0)) {
    if (operator.ifExists || operator.qualifier === "ForAllValues") return "yes";
    return operator.qualifier === "ForAnyValue" ? "no" : truth(meaning.negated);
  }
  if (state.kind !== "values") return withoutValue(condition, meaning, state);
  const claims = state.values.map((actual) => {
    const found = condition.values.map((value) =>
      meetsValue(actual, value, meaning, lookup, variables),
    );
    const hit = some(found.map((claim) => claim ?? "no"));
    if (!meaning.negated) return hit;
    // What cannot be compared is not known to differ either.
    return found.includes(undefined) ? "no" : not(hit);
  });
  return operator.qualifier === "ForAllValues" ? every(claims) : some(claims);
}

const eitherState: readonly KeyState[] = [
  { kind: "absent" },
  { kind: "values", values: ["false"] },
];

function meetsNull({ values }: Condition, state: KeyState): Truth {
  const missing: Truth =
    state.kind === "unknown"
      ? "unknown"
      : truth(state.kind === "absent" || (state.kind === "values" && state.values.length === 0));
  return some(
    values.map((value) => {
      const wanted = textOf(value);
      if (wanted === undefined) return "unknown";
      return wanted.toLowerCase() === "true" ? missing : not(missing);
    }),
  );
}

/** Some conditions are decided without the value: a lone `*` matches any, and no value none. */
function withoutValue(
  { values, operator }: Condition,
  meaning: OperatorMeaning,
  state: KeyState,
): Truth {
  if (state.kind === "prefix") {
    const isNone = values.every((value) => isOther(value, state.prefix));
    return isNone ? truth(meaning.negated) : "unknown";
  }
  const any = values.some((value) => value.kind === "string" && value.value === "*");
  const isLike = operator.name === "StringLike" || operator.name === "StringNotLike";
  if (state.kind === "present" || operator.ifExists || meaning.negated) {
    if (any && isLike) {
      if (!meaning.negated) return "yes";
      if (state.kind === "present" && !operator.ifExists) return "no";
    }
  }
  return values.length === 0 && state.kind === "present" ? truth(meaning.negated) : "unknown";
}

/** Whether a value's pattern matches nothing that begins so. */
function isOther(value: Value, prefix: string): boolean {
  const text = isUnknown(value) ? undefined : textOf(value);
  if (text === undefined) return false;
  const start = text.slice(0, prefix.length);
  return !/[*?$]/.test(start) && start !== prefix;
}

function meetsValue(
  actual: string,
  value: Value,
  { compare }: OperatorMeaning,
  lookup: Lookup,
  variables: boolean,
): Truth | undefined {
  const wanted = textOf(value);
  if (wanted === undefined) return "unknown";
  if (isUnknown(value)) return compare(actual, wanted) === true ? "yes" : "unknown";
  if (!variables || !wanted.includes("${")) return claimed(compare(actual, wanted));
  const resolved = resolveVariables(wanted, lookup);
  if (resolved.state === "missing") return undefined;
  if (resolved.state === "unknown") return "unknown";
  return claimed(compare(actual, resolved.text));
}

function claimed(claim: boolean | undefined): Truth | undefined {
  return claim === undefined ? undefined : truth(claim);
}

/** Conditions take numbers and booleans for their texts. */
function textOf(value: Value): string | undefined {
  switch (value.kind) {
    case "string":
      return value.value;
    case "number":
    case "boolean":
      return String(value.value);
    case "array":
    case "object":
    case "null":
    case "unknown":
      return undefined;
  }
}

/** Six fields, each with wildcards of its own. */
function arnLike(actual: string, wanted: string): boolean {
  const actualFields = fieldsOf(actual);
  const wantedFields = fieldsOf(wanted);
  if (actualFields === undefined || wantedFields === undefined) return false;
  return wantedFields.every((field, index) =>
    matches(field, escapeWildcards(actualFields[index] ?? "")),
  );
}

function fieldsOf(arn: string): readonly string[] | undefined {
  const fields = arn.split(":");
  if (fields.length < 6) return undefined;
  return [...fields.slice(0, 5), fields.slice(5).join(":")];
}

function readNumber(text: string): number {
  return text.trim() === "" ? Number.NaN : Number(text);
}

/** ISO 8601, or seconds since 1970; thousandths of them where there are too many digits. */
function readDate(text: string): number {
  if (/^\d+$/.test(text)) {
    const number = Number(text);
    return text.length > 11 ? number : number * 1000;
  }
  return Date.parse(text);
}

function isWithin(address: string, range: string): boolean | undefined {
  try {
    const found = ipaddr.parse(address);
    const [network, bits] = range.includes("/")
      ? ipaddr.parseCIDR(range)
      : [ipaddr.parse(range), range.includes(":") ? 128 : 32];
    return found.kind() === network.kind() && found.match(network, bits);
  } catch {
    return undefined;
  }
}
