import {
  conditionOperator,
  type ConditionOperator,
} from "../../catalog/policy/condition-operators.js";
import { claimOf, subjectOf } from "../../catalog/policy/condition-subjects.js";
import { valuesOf } from "../../model/policy/condition.js";
import { type Condition, type Statement } from "../../model/policy/policy.js";

/** More than this many values are counted, not listed. */
const mostListed = 4;

/** When a statement applies, as one sentence; nothing for one without conditions. */
export function explainConditions({ allows, conditions }: Statement): string | undefined {
  const clauses = conditions.map(explainCondition).filter((clause) => clause !== undefined);
  if (clauses.length === 0) return undefined;
  const effect = allows === undefined ? "Applies" : allows ? "Allows" : "Denies";
  return `${effect} only if ${clauses.join("; and ")}.`;
}

/** When a condition matches, as a clause; nothing for one with an unknown operator. */
export function explainCondition(condition: Condition): string | undefined {
  const operator = conditionOperator(condition.operator.name);
  if (operator === undefined) return undefined;
  const { key } = condition;
  if (operator.family === "null") return explainPresence(condition);
  const { qualifier, ifExists } = condition.operator;
  const claim = explainClaim(condition, operator);
  if (claim !== undefined)
    return ifExists ? `${claim}, or the request does not include the key` : claim;
  const subject = subjectOf(key);
  const comparison = compare(operator, listOf(condition));
  if (qualifier === "ForAllValues") return `each of ${subject} ${comparison}, or there are none`;
  if (qualifier === "ForAnyValue") {
    return `one of ${subject} ${comparison}${ifExists ? ", or there are none" : ""}`;
  }
  return `${subject} ${comparison}${ifExists || operator.negated ? ", or is missing" : ""}`;
}

function explainPresence(condition: Condition): string {
  const [value] = valuesOf(condition);
  const subject = subjectOf(condition.key);
  const text = value?.text?.toLowerCase();
  if (text === "true") return `the request does not specify ${subject}`;
  if (text === "false") return `the request specifies ${subject}`;
  return `the request specifies or does not specify ${subject}`;
}

/** Keys that are true or false have clauses of their own. */
function explainClaim(condition: Condition, { family }: ConditionOperator): string | undefined {
  const [value, ...others] = valuesOf(condition);
  const text = value?.text?.toLowerCase();
  if (family !== "boolean" || others.length > 0 || (text !== "true" && text !== "false")) {
    return undefined;
  }
  return claimOf(condition.key, text === "true");
}

/** The values as a list in words. */
function listOf(condition: Condition): string {
  const values = valuesOf(condition).map(({ text, partial }) =>
    text === undefined ? "a value that is not known yet" : partial ? `\`${text}\`` : `"${text}"`,
  );
  if (values.length === 0) return "nothing";
  const shown = values.slice(0, mostListed);
  const rest = values.length - shown.length;
  const all = rest > 0 ? [...shown, `${rest} more`] : shown;
  const last = all.at(-1) ?? "";
  const before = all.slice(0, -1).join(", ");
  return before === "" ? last : `${before} or ${last}`;
}

function compare({ name }: ConditionOperator, text: string): string {
  switch (name) {
    case "StringNotEquals":
    case "NumericNotEquals":
    case "DateNotEquals":
      return `is not ${text}`;
    case "StringEqualsIgnoreCase":
      return `is ${text} ignoring case`;
    case "StringNotEqualsIgnoreCase":
      return `is not ${text} ignoring case`;
    case "StringLike":
    case "ArnLike":
    case "ArnEquals":
      return `matches ${text}`;
    case "StringNotLike":
    case "ArnNotLike":
    case "ArnNotEquals":
      return `does not match ${text}`;
    case "NumericLessThan":
      return `is less than ${text}`;
    case "NumericLessThanEquals":
      return `is at most ${text}`;
    case "NumericGreaterThan":
      return `is greater than ${text}`;
    case "NumericGreaterThanEquals":
      return `is at least ${text}`;
    case "DateLessThan":
      return `is before ${text}`;
    case "DateLessThanEquals":
      return `is not after ${text}`;
    case "DateGreaterThan":
      return `is after ${text}`;
    case "DateGreaterThanEquals":
      return `is not before ${text}`;
    case "IpAddress":
      return `is in ${text}`;
    case "NotIpAddress":
      return `is not in ${text}`;
    default:
      return `is ${text}`;
  }
}
