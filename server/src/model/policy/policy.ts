import { remember } from "../../text/memo.js";
import { otherBucketServices } from "../../catalog/policy/grammar.js";
import {
  type ArrayValue,
  type Member,
  type NumberValue,
  type ObjectValue,
  type Problem,
  type StringValue,
  type Tree,
  type UnknownValue,
  type Value,
  itemsOf,
} from "../../syntax/value.js";
import { type ActionText, readAction } from "./action.js";
import { type Arn, readArn } from "./arn.js";
import { holdsPlaceholder } from "./placeholders.js";
import { locate, type SourceText } from "../../text/source-text.js";
import { contains, type Span } from "../../text/span.js";

/** The types whose policies are made of IAM's statements. */
export const statementPolicyTypes = [
  "bucket",
  "minio",
  "coreweave-bucket",
  "key",
  "identity",
  "trust",
] as const;

export const allPolicyTypes = [...statementPolicyTypes, "coreweave-organization"] as const;

/** What a policy is attached to, which decides its grammar. */
export type PolicyType = (typeof allPolicyTypes)[number];

/** The types that AWS evaluates, so that their keys, services and Regions are those of AWS. */
export const awsPolicyTypes = [
  "bucket",
  "key",
  "identity",
  "trust",
] as const satisfies readonly PolicyType[];

/**
 * A policy document, read leniently: what is broken is absent here and a problem or a rule's finding
 * elsewhere. One-or-many is settled: every list is a list.
 */
export interface Policy {
  readonly type: PolicyType;
  readonly tree: Tree;
  readonly problems: readonly Problem[];
  /** The policy's object; absent where the text holds none. */
  readonly root: ObjectValue | undefined;
  /** The text that is sent as it stands, where the policy is all of it: a file, a here-document. */
  readonly source: SourceText | undefined;
  /** The name of the bucket that it is attached to, where the text around it says so. */
  readonly bucket: string | undefined;
  /** What the key is for that it is the policy of, where the text around it says so. */
  readonly usage: StringValue | undefined;
  /** The type of the resource that holds it, such as `aws_iam_policy`. */
  readonly container: string | undefined;
  /** Whether the resource or the command around it takes the whole policy, so that nothing is added to it. */
  readonly isContained: boolean;
  readonly span: Span;
  /** Where a finding about the whole policy goes: its first character. */
  readonly head: Span;
  readonly version: Element | undefined;
  readonly id: Element | undefined;
  readonly statement: Element | undefined;
  readonly statements: readonly Statement[];
  /**
   * Whether it belongs to a general purpose bucket of S3, not to an access point or to another kind of
   * bucket, whose resources and actions differ.
   */
  readonly generalPurpose: boolean;
}

/** A member of a policy or a statement that has a meaning of its own. */
export interface Element {
  readonly member: Member;
  /** The key's span with its quotes, for findings about the element. */
  readonly keySpan: Span;
  readonly value: Value | undefined;
}

export interface Statement {
  readonly node: ObjectValue;
  readonly index: number;
  /** The opening brace, for findings about something that is absent. */
  readonly head: Span;
  readonly sid: Element | undefined;
  readonly effect: Element | undefined;
  /** "Allow" or "Deny" where the text says exactly so. */
  readonly allows: boolean | undefined;
  readonly principal: Principals | undefined;
  readonly notPrincipal: Principals | undefined;
  readonly action: Strings | undefined;
  readonly notAction: Strings | undefined;
  readonly resource: Strings | undefined;
  readonly notResource: Strings | undefined;
  readonly condition: Element | undefined;
  readonly conditions: readonly Condition[];
}

/** An element that holds one string or a list of them. */
export interface Strings extends Element {
  readonly list: ArrayValue | undefined;
  readonly items: readonly Text[];
  /** Whether something in it cannot be known: a reference, a function, a placeholder. */
  readonly unknown: boolean;
  /** The items of an Action that are known in full, taken apart. */
  readonly actions: readonly KnownAction[];
  /** The items of a Resource that are known in full, taken apart. */
  readonly resources: readonly KnownResource[];
}

export interface KnownAction {
  readonly text: Text;
  readonly action: ActionText;
}

export interface KnownResource {
  readonly text: Text;
  readonly value: string;
  /** Absent where the text is no whole ARN. */
  readonly arn: Arn | undefined;
}

/** A string of a policy, or something in its place that cannot be known. */
export interface Text {
  readonly node: StringValue | UnknownValue | NumberValue;
  /** Absent where the node is not a string. */
  readonly value: string | undefined;
  /** Holds an interpolation or a placeholder, so that its text is only partly known. */
  readonly partial: boolean;
  readonly span: Span;
}

export interface Principals extends Element {
  /** `"Principal": "*"`. */
  readonly everyone: boolean;
  readonly entries: readonly PrincipalEntry[];
  readonly unknown: boolean;
}

/** One key of a Principal object, such as `AWS`, with its values. */
export interface PrincipalEntry extends Strings {
  readonly key: string;
}

/** One operator × key of a Condition, such as `StringLike` × `wandb:OrgID`. */
export interface Condition {
  readonly operatorMember: Member;
  readonly operator: Operator;
  readonly keyMember: Member;
  readonly key: string;
  readonly keySpan: Span;
  readonly list: ArrayValue | undefined;
  /** Every value, of whatever JSON type. */
  readonly values: readonly Value[];
  readonly unknown: boolean;
}

/** `ForAnyValue:StringLikeIfExists`, taken apart. */
export interface Operator {
  readonly text: string;
  readonly span: Span;
  readonly qualifier: "ForAllValues" | "ForAnyValue" | undefined;
  readonly name: string;
  readonly ifExists: boolean;
}

/** Whether names that do not exist are rejected when the policy is put, as S3 and KMS do; IAM stores them. */
export function rejectsUnknownNames({ type }: Pick<Policy, "type">): boolean {
  return type === "bucket" || type === "key";
}

/** What is known of a policy besides its value. */
export interface PolicyOrigin {
  /** The text that would be sent as it stands: a file, a here-document. */
  readonly source?: SourceText | undefined;
  /** The name of the bucket that it is attached to. */
  readonly bucket?: string | undefined;
  /** What the key that it is the policy of is for, as its resource says. */
  readonly usage?: StringValue | undefined;
  /** The type of the resource that holds it. */
  readonly container?: string | undefined;
  /** Whether the resource or the command around it says what it is. */
  readonly isContained?: boolean;
}

/** Reads a policy from its value. */
export function readPolicy(
  tree: Tree,
  value: Value | undefined,
  type: PolicyType,
  { source, bucket, usage, container, isContained = false }: PolicyOrigin = {},
): Policy {
  const root = value?.kind === "object" ? value : undefined;
  const span =
    value?.span ??
    (source === undefined ? { start: 0, end: 0 } : locate(source, 0, source.value.length));
  let version: Element | undefined;
  let id: Element | undefined;
  let statement: Element | undefined;
  for (const member of root?.members ?? []) {
    switch (member.key.value) {
      case "Version":
        version ??= readElement(member);
        break;
      case "Id":
        id ??= readElement(member);
        break;
      case "Statement":
        statement ??= readElement(member);
        break;
    }
  }
  const statements = readStatements(statement?.value);
  return {
    type,
    tree,
    problems:
      value === tree.root
        ? tree.problems
        : tree.problems.filter((problem) => contains(span, problem.span)),
    root,
    source,
    bucket,
    usage,
    container,
    isContained,
    span,
    head: headOf(span),
    version,
    id,
    statement,
    statements,
    generalPurpose: type === "bucket" && !statements.some(isElsewhere),
  };
}

/** Whether a statement is about an access point or a bucket of another kind. */
function isElsewhere({ action, resource, notResource }: Statement): boolean {
  return (
    resource?.resources.some(isResourceElsewhere) === true ||
    notResource?.resources.some(isResourceElsewhere) === true ||
    action?.actions.some(({ action: { service } }) => otherBucketServices.has(service ?? "")) ===
      true
  );
}

function isResourceElsewhere({ arn }: KnownResource): boolean {
  if (arn?.service.value.startsWith("s3") !== true) return false;
  return arn.service.value !== "s3" || arn.resource.value.startsWith("accesspoint/");
}

/** What a statement names as principals, whether it means them or all others. */
export function principalEntries({
  principal,
  notPrincipal,
}: Pick<Statement, "principal" | "notPrincipal">): readonly PrincipalEntry[] {
  if (principal === undefined || notPrincipal === undefined) {
    return (principal ?? notPrincipal)?.entries ?? [];
  }
  return [...principal.entries, ...notPrincipal.entries];
}

/** Whether the text of a value cannot be known in full. */
export function isUnknown(value: Value | undefined): boolean {
  return (
    value === undefined || value.kind === "unknown" || (value.kind === "string" && isPartial(value))
  );
}

/** Whether a string holds something that is filled in later: an interpolation or a placeholder. */
export function isPartial(node: StringValue): boolean {
  return node.holes.length > 0 || holdsPlaceholder(node.value) || isInCurlyQuotes(node.value);
}

/** Whether quotes of a word processor surround a text, which other formats than JSON read as part of it. */
export function isInCurlyQuotes(text: string): boolean {
  return curlyQuotes.test(text);
}

const curlyQuotes = /^[“”„«″].*[“”»″]$/;

/** CloudFormation's functions are written as objects in JSON: `{ "Fn::Sub": … }`, `{ "Ref": … }`. */
function settle(value: Value): Value;
function settle(value: Value | undefined): Value | undefined;
function settle(value: Value | undefined): Value | undefined {
  if (value?.kind !== "object" || value.members.length !== 1) return value;
  const name = value.members[0]?.key.value ?? "";
  return name === "Ref" || name.startsWith("Fn::") ? { kind: "unknown", span: value.span } : value;
}

function readElement(member: Member): Element {
  return { member, keySpan: member.key.span, value: settle(member.value) };
}

function readStatements(value: Value | undefined): readonly Statement[] {
  const statements: Statement[] = [];
  const items = itemsOf(value);
  for (let index = 0; index < items.length; index++) {
    const node = settle(items[index]);
    if (node?.kind === "object") statements.push(readStatement(node, index));
  }
  return statements;
}

function readStatement(node: ObjectValue, index: number): Statement {
  let sid: Element | undefined;
  let effect: Element | undefined;
  let principal: Principals | undefined;
  let notPrincipal: Principals | undefined;
  let action: Strings | undefined;
  let notAction: Strings | undefined;
  let resource: Strings | undefined;
  let notResource: Strings | undefined;
  let condition: Element | undefined;
  for (const member of node.members) {
    switch (member.key.value) {
      case "Sid":
        sid ??= readElement(member);
        break;
      case "Effect":
        effect ??= readElement(member);
        break;
      case "Principal":
        principal ??= readPrincipals(member);
        break;
      case "NotPrincipal":
        notPrincipal ??= readPrincipals(member);
        break;
      case "Action":
        action ??= readStrings(member);
        break;
      case "NotAction":
        notAction ??= readStrings(member);
        break;
      case "Resource":
        resource ??= readStrings(member);
        break;
      case "NotResource":
        notResource ??= readStrings(member);
        break;
      case "Condition":
        condition ??= readElement(member);
        break;
    }
  }
  const verdict = effect?.value?.kind === "string" ? effect.value.value : undefined;
  return {
    node,
    index,
    head: headOf(node.span),
    sid,
    effect,
    allows: verdict === "Allow" ? true : verdict === "Deny" ? false : undefined,
    principal,
    notPrincipal,
    action,
    notAction,
    resource,
    notResource,
    condition,
    conditions: readConditions(condition?.value),
  };
}

function readStrings(member: Member): PrincipalEntry {
  const value = settle(member.value);
  const items: Text[] = [];
  let unknown = value === undefined;
  for (const item of itemsOf(value)) {
    const text = readText(settle(item));
    if (text === undefined) continue;
    if (text.partial) unknown = true;
    items.push(text);
  }
  const key = member.key.value;
  return {
    key,
    member,
    keySpan: member.key.span,
    value,
    list: value?.kind === "array" ? value : undefined,
    items,
    unknown,
    actions: key.endsWith("Action") ? knownTexts(items, readKnownAction) : none,
    resources: key.endsWith("Resource") ? knownTexts(items, readKnownResource) : none,
  };
}

const none: readonly never[] = [];

function readKnownAction(text: Text, value: string): KnownAction {
  return { text, action: readAction(value) };
}

function readKnownResource(text: Text, value: string): KnownResource {
  return { text, value, arn: readArn(value) };
}

function knownTexts<Known>(
  items: readonly Text[],
  read: (text: Text, value: string) => Known,
): readonly Known[] {
  const known: Known[] = [];
  for (const text of items) {
    if (text.value !== undefined && !text.partial) known.push(read(text, text.value));
  }
  return known;
}

function readText(node: Value): Text | undefined {
  switch (node.kind) {
    case "string":
      return { node, value: node.value, partial: isPartial(node), span: node.span };
    case "unknown":
      return { node, value: undefined, partial: true, span: node.span };
    case "number":
      return { node, value: undefined, partial: false, span: node.span };
    default:
      return undefined;
  }
}

function readPrincipals(member: Member): Principals {
  const value = settle(member.value);
  const entries: PrincipalEntry[] = [];
  if (value?.kind === "object") {
    for (const entry of value.members) {
      entries.push(readStrings(entry));
    }
  }
  return {
    member,
    keySpan: member.key.span,
    value,
    everyone: value?.kind === "string" && value.value === "*",
    entries,
    unknown: isUnknown(value) || entries.some((entry) => entry.unknown),
  };
}

function readConditions(value: Value | undefined): readonly Condition[] {
  if (value?.kind !== "object") return [];
  const conditions: Condition[] = [];
  for (const operatorMember of value.members) {
    if (operatorMember.value?.kind !== "object") continue;
    const operator = readOperator(operatorMember.key);
    for (const keyMember of operatorMember.value.members) {
      const held = settle(keyMember.value);
      const values = itemsOf(held).map((item) => settle(item));
      conditions.push({
        operatorMember,
        operator,
        keyMember,
        key: keyMember.key.value,
        keySpan: keyMember.key.span,
        list: held?.kind === "array" ? held : undefined,
        values,
        unknown:
          keyMember.value === undefined || isPartial(keyMember.key) || values.some(isUnknown),
      });
    }
  }
  return conditions;
}

/** Whether a Condition holds something that was not read: a reference in place of an object. */
export function hidesConditions({ condition }: Statement): boolean {
  if (condition === undefined) return false;
  const { value } = condition;
  if (value?.kind !== "object") return value === undefined || value.kind === "unknown";
  return value.members.some((each) => each.value === undefined || each.value.kind === "unknown");
}

/** Takes an operator apart, whether or not its name is one. */
export function readOperator({ value, span }: StringValue): Operator {
  const { text, qualifier, name, ifExists } = splitOperator(value);
  return { text, span, qualifier, name, ifExists };
}

/** An operator's name, and what stands before and after it. */
export const splitOperator = remember((text): Omit<Operator, "span"> => {
  const colon = text.indexOf(":");
  const prefix = text.slice(0, Math.max(colon, 0));
  const qualifier = prefix === "ForAllValues" || prefix === "ForAnyValue" ? prefix : undefined;
  const rest = qualifier === undefined ? text : text.slice(colon + 1);
  const ifExists = rest.endsWith("IfExists");
  const name = ifExists ? rest.slice(0, -"IfExists".length) : rest;
  return { text, qualifier, name, ifExists };
});

function headOf({ start, end }: Span): Span {
  return { start, end: Math.min(start + 1, end) };
}
