import { type Source } from "../source.js";

export const operatorSource: Source = {
  title: "IAM JSON policy elements: Condition operators",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html",
  date: "2026-06",
};

/** What a condition operator compares. */
export type OperatorFamily =
  "string" | "numeric" | "date" | "boolean" | "binary" | "ip" | "arn" | "null";

export interface ConditionOperator {
  readonly name: string;
  readonly family: OperatorFamily;
  /** True where no value may match; such an operator also holds for a request without the key. */
  readonly negated: boolean;
  /** Whether `*` and `?` in a value are wildcards. */
  readonly wildcards: boolean;
  readonly summary: string;
}

/** All operators that IAM knows, in the order of its documentation. */
export const conditionOperators: readonly ConditionOperator[] = [
  operator("StringEquals", "string", "Exactly equal, letter case included."),
  operator("StringNotEquals", "string", "Not equal; also true without the key."),
  operator("StringEqualsIgnoreCase", "string", "Equal but for letter case."),
  operator(
    "StringNotEqualsIgnoreCase",
    "string",
    "Not equal, whatever the letter case; also true without the key.",
  ),
  operator("StringLike", "string", "Matches, with * and ? as wildcards; letter case counts."),
  operator("StringNotLike", "string", "Does not match; also true without the key."),
  operator("NumericEquals", "numeric", "Equal numbers."),
  operator("NumericNotEquals", "numeric", "Another number; also true without the key."),
  operator("NumericLessThan", "numeric", "Less than."),
  operator("NumericLessThanEquals", "numeric", "At most."),
  operator("NumericGreaterThan", "numeric", "Greater than."),
  operator("NumericGreaterThanEquals", "numeric", "At least."),
  operator("DateEquals", "date", "The same moment."),
  operator("DateNotEquals", "date", "Another moment; also true without the key."),
  operator("DateLessThan", "date", "Before."),
  operator("DateLessThanEquals", "date", "At or before."),
  operator("DateGreaterThan", "date", "After."),
  operator("DateGreaterThanEquals", "date", "At or after."),
  operator("Bool", "boolean", "True or false."),
  operator("BinaryEquals", "binary", "The same bytes, written as base64."),
  operator("IpAddress", "ip", "Within an address range."),
  operator("NotIpAddress", "ip", "Outside every address range; also true without the key."),
  operator("ArnEquals", "arn", "Matches an ARN, with * and ? within its six parts."),
  operator("ArnLike", "arn", "Matches an ARN, with * and ? within its six parts."),
  operator("ArnNotEquals", "arn", "Matches no ARN; also true without the key."),
  operator("ArnNotLike", "arn", "Matches no ARN; also true without the key."),
  operator("Null", "null", "true where the request lacks the key, false where it has it."),
];

/** Prefixes that say how the several values of one key are compared. */
export const setQualifiers = ["ForAllValues", "ForAnyValue"] as const;
export type SetQualifier = (typeof setQualifiers)[number];

/** What people write for an operator that has another name. */
export const operatorAliases: ReadonlyMap<string, string> = new Map([
  ["boolean", "Bool"],
  ["booleanequals", "Bool"],
  ["boolequals", "Bool"],
  ["equals", "StringEquals"],
  ["notequals", "StringNotEquals"],
  ["like", "StringLike"],
  ["notlike", "StringNotLike"],
  ["stringmatches", "StringLike"],
  ["numberequals", "NumericEquals"],
  ["numericlessthanorequals", "NumericLessThanEquals"],
  ["numericgreaterthanorequals", "NumericGreaterThanEquals"],
  ["datelessthanorequals", "DateLessThanEquals"],
  ["dategreaterthanorequals", "DateGreaterThanEquals"],
  ["ipaddressequals", "IpAddress"],
  ["ipaddressnotequals", "NotIpAddress"],
  ["ipnotaddress", "NotIpAddress"],
  ["isnull", "Null"],
]);

const byName = new Map(conditionOperators.map((each) => [each.name, each]));

export function conditionOperator(name: string): ConditionOperator | undefined {
  return byName.get(name);
}

/** The operator of the same family that reads `*` and `?` as wildcards, if there is one. */
export function likeOperator({ name }: ConditionOperator): string | undefined {
  switch (name) {
    case "StringEquals":
    case "StringEqualsIgnoreCase":
      return "StringLike";
    case "StringNotEquals":
    case "StringNotEqualsIgnoreCase":
      return "StringNotLike";
    default:
      return undefined;
  }
}

/** Every way to write an operator: with a qualifier, with `IfExists`, with both or neither. */
export function operatorSpellings(): readonly string[] {
  return conditionOperators.flatMap(({ name, family }) => {
    const plain = family === "null" ? [name] : [name, `${name}IfExists`];
    return plain.flatMap((each) =>
      family === "null" ? [each] : [each, ...setQualifiers.map((set) => `${set}:${each}`)],
    );
  });
}

function operator(name: string, family: OperatorFamily, summary: string): ConditionOperator {
  return {
    name,
    family,
    negated: name.includes("Not"),
    wildcards: name.endsWith("Like") || family === "arn",
    summary,
  };
}
