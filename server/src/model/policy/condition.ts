import {
  conditionOperator,
  type ConditionOperator,
  type OperatorFamily,
} from "../../catalog/policy/condition-operators.js";
import { type KeyType } from "../../catalog/policy/condition-keys.js";
import {
  actionDetail,
  normalConditionKey,
  type ActionDetail,
} from "../../catalog/service-reference.js";
import { type Member, type ObjectValue, type Value } from "../../syntax/value.js";
import { type Span } from "../../text/span.js";
import { isPattern } from "./pattern.js";
import {
  type Condition,
  hidesConditions,
  isPartial,
  type Operator,
  type Policy,
  readOperator,
  type Statement,
  type Text,
} from "./policy.js";
import { rememberFor } from "../../text/memo.js";

/** A condition with the statement that it stands in. */
export interface PlacedCondition {
  readonly statement: Statement;
  readonly condition: Condition;
  /** Absent for a name that is no operator. */
  readonly operator: ConditionOperator | undefined;
}

/** Every operator × key of a policy whose key and operator can be known. */
export const conditionsOf = rememberFor((policy: Policy): readonly PlacedCondition[] => {
  const placed: PlacedCondition[] = [];
  for (const statement of policy.statements) {
    for (const condition of statement.conditions) {
      if (isPartial(condition.keyMember.key) || isPartial(condition.operatorMember.key)) continue;
      placed.push({
        statement,
        condition,
        operator: conditionOperator(condition.operator.name),
      });
    }
  }
  return placed;
});

/** One operator of a Condition with its block of keys, whatever that block holds. */
export interface OperatorBlock {
  readonly member: Member;
  readonly operator: Operator;
  readonly block: ObjectValue | undefined;
}

/** The operators of a statement whose names can be known, those with empty blocks included. */
export function operatorBlocks(statement: Statement): readonly OperatorBlock[] {
  const { condition } = statement;
  if (condition?.value?.kind !== "object") return [];
  return condition.value.members
    .filter((member) => !isPartial(member.key))
    .map((member) => ({
      member,
      operator: readOperator(member.key),
      block: member.value?.kind === "object" ? member.value : undefined,
    }));
}

/** A scalar of a condition as text. */
export interface ConditionValue {
  readonly node: Value;
  readonly span: Span;
  /** Absent where the value is none that a condition can compare. */
  readonly text: string | undefined;
  /** Whether some of its characters are filled in before the policy is sent. */
  readonly partial: boolean;
}

/** The values of a condition, of whatever type. */
export const valuesOf = rememberFor(({ values }: Condition): readonly ConditionValue[] =>
  values.map((node) => ({
    node,
    span: node.span,
    text:
      node.kind === "string" || node.kind === "number" || node.kind === "boolean"
        ? String(node.value)
        : undefined,
    partial: node.kind === "unknown" || (node.kind === "string" && isPartial(node)),
  })),
);

/** The values whose every character can be known, with their texts. */
export const knownTexts = rememberFor(
  (condition: Condition): readonly (ConditionValue & { readonly text: string })[] =>
    valuesOf(condition).filter(isKnownValue),
);

function isKnownValue(value: ConditionValue): value is ConditionValue & { readonly text: string } {
  return value.text !== undefined && !value.partial;
}

/** Whether a key is the one that is named, in whatever letter case. */
export function isKey(key: string, name: string): boolean {
  return key.length === name.length && key.toLowerCase() === name.toLowerCase();
}

/** Whether a statement tests the key at all; of conditions that cannot be seen, one may. */
export function testsKey(statement: Statement, name: string): boolean {
  return hidesConditions(statement) || statement.conditions.some(({ key }) => isKey(key, name));
}

/** Whether a statement demands by `Null` that requests carry the key. */
export function demandsKey(statement: Statement, name: string): boolean {
  return statement.conditions.some(
    (condition) =>
      condition.operator.name === "Null" &&
      isKey(condition.key, name) &&
      valuesOf(condition).some(({ text }) => text?.toLowerCase() === "false"),
  );
}

/**
 * Whether a condition narrows what a statement does: on an Allow a comparison that must match, on a
 * Deny one that must not.
 */
export function guards(statement: Statement, operator: ConditionOperator): boolean {
  return statement.allows !== operator.negated;
}

/** Whether a text holds `${…}`, which AWS fills in; an escaped character such as `${*}` is none. */
export function holdsVariable(text: string): boolean {
  for (let at = text.indexOf("${"); at >= 0; at = text.indexOf("${", at + 2)) {
    if (!isEscape(text, at)) return true;
  }
  return false;
}

/** Where the first `*` or `?` stands that is a wildcard; those within `${…}` are none. */
export function firstWildcard(text: string, from = 0): number | undefined {
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (character === "*" || character === "?") return at;
    if (character === "$" && text[at + 1] === "{") {
      const close = text.indexOf("}", at);
      if (close > 0) at = close;
    }
  }
  return undefined;
}

function isEscape(text: string, at: number): boolean {
  return text[at + 3] === "}" && "*?$".includes(text[at + 2] ?? " ");
}

/** An action that a statement names without wildcards. */
export interface NamedAction {
  readonly item: Text;
  readonly text: string;
  readonly prefix: string;
  readonly name: string;
  /** Absent where its service is not known in full, or has no such action. */
  readonly detail: ActionDetail | undefined;
}

export function namedActions(statement: Statement): readonly NamedAction[] {
  return (statement.action?.items ?? []).flatMap((item) => {
    const { value: text } = item;
    if (text === undefined || item.partial || isPattern(text)) return [];
    const colon = text.indexOf(":");
    if (colon <= 0) return [];
    const prefix = text.slice(0, colon).toLowerCase();
    const name = text.slice(colon + 1);
    return [{ item, text, prefix, name, detail: actionDetail(prefix, name) }];
  });
}

/** The family of operators that compares values of a type as what they are. */
export function familyOf(type: KeyType["type"]): OperatorFamily {
  switch (type) {
    case "String":
      return "string";
    case "ARN":
      return "arn";
    case "Bool":
      return "boolean";
    case "Numeric":
      return "numeric";
    case "Date":
      return "date";
    case "IPAddress":
      return "ip";
    case "Binary":
      return "binary";
  }
}

/** Whether two keys are the same but for what follows the slash, as with tags. */
export function isSameKindOfKey(a: string, b: string): boolean {
  return normalConditionKey(a) === normalConditionKey(b);
}
