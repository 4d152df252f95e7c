import {
  type ConditionOperator,
  type OperatorFamily,
} from "../../catalog/policy/condition-operators.js";
import { type KeyType } from "../../catalog/policy/condition-keys.js";
import { familyOf } from "./condition.js";
import { readIpRange } from "./condition-address.js";

/** Whether an operator family can read a text as one of its values. */
export function isValueOf(family: OperatorFamily, text: string): boolean {
  switch (family) {
    case "string":
    case "arn":
      return true;
    case "boolean":
    case "null":
      return /^(?:true|false)$/i.test(text);
    case "numeric":
      return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/.test(text);
    case "date":
      return isDate(text) || isEpoch(text);
    case "ip":
      return readIpRange(text) !== undefined;
    case "binary":
      return /^[0-9A-Za-z+/]*={0,2}$/.test(text) && text.length % 4 === 0;
  }
}

/** Whether a text is a moment counted in seconds or milliseconds since 1970. */
export function isEpoch(text: string): boolean {
  return /^-?\d{5,}(?:\.\d+)?$/.test(text) && !isDate(text);
}

const isoDate =
  /^(?<year>\d{4})(?:-?(?<month>\d{2})(?:-?(?<day>\d{2})(?:T(?<hour>\d{2})(?::?(?<minute>\d{2})(?::?(?<second>\d{2})(?:[.,]\d{1,9})?)?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?)?)?)?$/;

/** Whether a text is an ISO 8601 date, such as `2026-01-31` or `2026-01-31T23:59:59Z`. */
export function isDate(text: string): boolean {
  const groups = isoDate.exec(text)?.groups;
  if (groups === undefined) return false;
  const { month = "01", day = "01", hour = "00", minute = "00", second = "00" } = groups;
  return (
    isBetween(month, 1, 12) &&
    isBetween(day, 1, daysOf(Number(groups["year"]), Number(month))) &&
    isBetween(hour, 0, 24) &&
    isBetween(minute, 0, 59) &&
    isBetween(second, 0, 60)
  );
}

/** The families that compare values of a type, the one of its own first. */
export function familiesFor({ type }: KeyType): readonly OperatorFamily[] {
  // Measured: Access Analyzer accepts ARN operators for strings, and string operators for ARNs.
  if (type === "String") return ["string", "arn", "null"];
  if (type === "ARN") return ["arn", "string", "null"];
  return [familyOf(type), "null"];
}

/** The operator of another family that asks the same question. */
export function operatorInFamily(
  { name, negated }: ConditionOperator,
  family: OperatorFamily,
): string | undefined {
  const comparison =
    /(?:Not)?(?:Equals|LessThanEquals|GreaterThanEquals|LessThan|GreaterThan)/.exec(name)?.[0];
  switch (family) {
    case "string":
      return negated ? "StringNotEquals" : "StringEquals";
    case "arn":
      return negated ? "ArnNotLike" : "ArnLike";
    case "ip":
      return negated ? "NotIpAddress" : "IpAddress";
    case "boolean":
      return negated ? undefined : "Bool";
    case "numeric":
      return `Numeric${comparison ?? (negated ? "NotEquals" : "Equals")}`;
    case "date":
      return `Date${comparison ?? (negated ? "NotEquals" : "Equals")}`;
    case "binary":
      return negated ? undefined : "BinaryEquals";
    case "null":
      return undefined;
  }
}

function isBetween(text: string, least: number, most: number): boolean {
  const number = Number(text);
  return number >= least && number <= most;
}

function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
