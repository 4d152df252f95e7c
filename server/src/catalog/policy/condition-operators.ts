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
  operator("StringEquals", "string", "Equal, case-sensitive."),
  operator(
    "StringNotEquals",
    "string",
    "Not equal, case-sensitive. Also true if the key is missing.",
  ),
  operator("StringEqualsIgnoreCase", "string", "Equal, case-insensitive."),
  operator(
    "StringNotEqualsIgnoreCase",
    "string",
    "Not equal, case-insensitive. Also true if the key is missing.",
  ),
  operator("StringLike", "string", "Matches with * and ? as wildcards, case-sensitive."),
  operator("StringNotLike", "string", "Does not match. Also true if the key is missing."),
  operator("NumericEquals", "numeric", "The same number."),
  operator("NumericNotEquals", "numeric", "A different number. Also true if the key is missing."),
  operator("NumericLessThan", "numeric", "Less than the value."),
  operator("NumericLessThanEquals", "numeric", "Less than or equal to the value."),
  operator("NumericGreaterThan", "numeric", "Greater than the value."),
  operator("NumericGreaterThanEquals", "numeric", "Greater than or equal to the value."),
  operator("DateEquals", "date", "The same date and time."),
  operator("DateNotEquals", "date", "A different date and time. Also true if the key is missing."),
  operator("DateLessThan", "date", "Before the value."),
  operator("DateLessThanEquals", "date", "At or before the value."),
  operator("DateGreaterThan", "date", "After the value."),
  operator("DateGreaterThanEquals", "date", "At or after the value."),
  operator("Bool", "boolean", "True or false."),
  operator("BinaryEquals", "binary", "The same bytes, encoded in base64."),
  operator("IpAddress", "ip", "Within an IP address range."),
  operator(
    "NotIpAddress",
    "ip",
    "Outside every IP address range. Also true if the key is missing.",
  ),
  operator(
    "ArnEquals",
    "arn",
    "Matches an ARN with * and ? as wildcards within each of its six parts.",
  ),
  operator(
    "ArnLike",
    "arn",
    "Matches an ARN with * and ? as wildcards within each of its six parts.",
  ),
  operator("ArnNotEquals", "arn", "Does not match an ARN. Also true if the key is missing."),
  operator("ArnNotLike", "arn", "Does not match an ARN. Also true if the key is missing."),
  operator("Null", "null", "`true` if the request must not include the key, `false` if it must."),
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
