import {
  conditionOperator,
  type ConditionOperator,
  type SetQualifier,
} from "../../catalog/policy/condition-operators.js";
import { claimOf } from "../../catalog/policy/condition-claims.js";
import { valuesOf } from "../../model/policy/condition.js";
import { type Condition } from "../../model/policy/policy.js";
import { formatList } from "../../text/list.js";
import { message, type Message } from "../../text/message.js";

/** More than this many values are counted, not listed. */
const mostListed = 4;

/** What a condition requires of a request, in sentences; none for an unknown operator. */
export function explainCondition(condition: Condition): readonly Message[] {
  const operator = conditionOperator(condition.operator.name);
  if (operator === undefined) return [];
  if (operator.family === "null") return [presenceOf(condition)];
  const { qualifier, ifExists } = condition.operator;
  const claim = booleanClaim(condition, operator);
  if (claim !== undefined) return ifExists ? [claim, orMissing] : [claim];
  const comparison = requirement(operator, `\`${condition.key}\``, listOf(condition));
  if (qualifier === "ForAllValues") {
    return [comparison, message("This applies to each value in the request."), orMissing];
  }
  if (qualifier === "ForAnyValue") {
    const one = message("One value in the request is enough.");
    return ifExists ? [comparison, one, orMissing] : [comparison, one];
  }
  return ifExists || operator.negated ? [comparison, orMissing] : [comparison];
}

/** What the parts of an operator mean that stand before and after its name. */
export function operatorNotes(
  qualifier: SetQualifier | undefined,
  ifExists: boolean,
): readonly Message[] {
  return [
    ...(qualifier === "ForAllValues"
      ? [message("Every value in the request must match."), orMissing]
      : []),
    ...(qualifier === "ForAnyValue"
      ? [message("At least one value in the request must match.")]
      : []),
    ...(ifExists && qualifier !== "ForAllValues" ? [orMissing] : []),
  ];
}

const orMissing = message("A request without the key also matches.");

function presenceOf(condition: Condition): Message {
  const [value] = valuesOf(condition);
  const key = `\`${condition.key}\``;
  const text = value?.text?.toLowerCase();
  if (text === "true") return message("The request must not include {key}.", { key });
  if (text === "false") return message("The request must include {key}.", { key });
  return message("It is not known yet whether the request must include {key}.", { key });
}

/** Some keys that are true or false have a sentence of their own. */
function booleanClaim(condition: Condition, { family }: ConditionOperator): Message | undefined {
  const [value, ...others] = valuesOf(condition);
  const text = value?.text?.toLowerCase();
  if (family !== "boolean" || others.length > 0 || (text !== "true" && text !== "false")) {
    return undefined;
  }
  return claimOf(condition.key, text === "true");
}

function listOf(condition: Condition): string {
  const values = valuesOf(condition).map(({ text, partial }) =>
    text === undefined ? "…" : partial ? `\`${text}\`` : `"${text}"`,
  );
  return formatList(values, "or", mostListed);
}

/** What an operator requires. */
function requirement({ name }: ConditionOperator, key: string, values: string): Message {
  const known = Object.hasOwn(templates, name) ? (name as keyof typeof templates) : undefined;
  return message(known === undefined ? "{key} must be {values}." : templates[known], {
    key,
    values,
  });
}

/** Of the operators that do not just ask for a value. */
const templates = {
  StringNotEquals: "{key} must not be {values}.",
  NumericNotEquals: "{key} must not be {values}.",
  DateNotEquals: "{key} must not be {values}.",
  StringEqualsIgnoreCase: "{key} must be {values}, ignoring case.",
  StringNotEqualsIgnoreCase: "{key} must not be {values}, ignoring case.",
  StringLike: "{key} must match {values}.",
  ArnLike: "{key} must match {values}.",
  ArnEquals: "{key} must match {values}.",
  StringNotLike: "{key} must not match {values}.",
  ArnNotLike: "{key} must not match {values}.",
  ArnNotEquals: "{key} must not match {values}.",
  NumericLessThan: "{key} must be less than {values}.",
  NumericLessThanEquals: "{key} must be at most {values}.",
  NumericGreaterThan: "{key} must be greater than {values}.",
  NumericGreaterThanEquals: "{key} must be at least {values}.",
  DateLessThan: "{key} must be before {values}.",
  DateLessThanEquals: "{key} must not be after {values}.",
  DateGreaterThan: "{key} must be after {values}.",
  DateGreaterThanEquals: "{key} must not be before {values}.",
  IpAddress: "{key} must be in {values}.",
  NotIpAddress: "{key} must not be in {values}.",
} as const;
