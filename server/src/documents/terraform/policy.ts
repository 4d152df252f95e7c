import { syntheticMember } from "../synthetic.js";
import { createDecoding } from "../../syntax/decoding.js";
import { type HclBlock, type HclTree } from "../../syntax/hcl.js";
import {
  itemsOf,
  memberOf,
  type ArrayValue,
  type Member,
  type ObjectValue,
  type StringValue,
  type Tree,
  type Value,
} from "../../syntax/value.js";
import { plainText, type SourceText } from "../../text/source-text.js";
import { type Span } from "../../text/span.js";
import { terraformPolicyWriter, type PolicyNodes } from "./policy-writer.js";
import { statementNames } from "./statement.js";

/** The version that Terraform writes where a document names none. */
const defaultVersion = "2012-10-17";

/**
 * An `aws_iam_policy_document` as the policy that Terraform makes of it: its blocks and attributes
 * under the names of the policy grammar, at their places in the text. What Terraform adds (a version, an effect)
 * stands at the opening brace.
 */
export function policyDocument(
  tree: HclTree,
  { body, type }: HclBlock,
  source: SourceText,
  documentText: string,
): { readonly tree: Tree; readonly value: ObjectValue } {
  const nodes: PolicyNodes = { bodies: new Map(), members: new Map(), values: new Map() };
  const builder: Builder = { tree, nodes, documentText };
  const version = memberOf(body, "version");
  const id = memberOf(body, "policy_id");
  const statement = memberOf(body, "statement");
  const blocks = itemsOf(statement?.value).flatMap((item): readonly Value[] =>
    item.kind === "object" ? [readStatement(builder, item)] : item.kind === "unknown" ? [item] : [],
  );
  const items: readonly Value[] = [...blocks, ...furtherStatements(tree, body)];
  const list: ArrayValue = {
    kind: "array",
    span: statement?.value?.span ?? openingOf(body),
    items,
    repeated: true,
  };
  if (statement?.value !== undefined) nodes.values.set(list, statement.value);
  const key = statement?.key ?? type;
  const statements: Member = { key: { ...key, value: "Statement" }, value: list, span: list.span };
  const value: ObjectValue = {
    kind: "object",
    span: body.span,
    members: [
      version === undefined
        ? syntheticMember(openingOf(body), "Version", defaultVersion)
        : renamed(builder, version, "Version"),
      ...(id === undefined ? [] : [renamed(builder, id, "Id")]),
      statements,
    ],
  };
  nodes.bodies.set(value, body);
  nodes.bodies.set(list, body);
  return {
    tree: {
      root: value,
      problems: tree.problems,
      writer: terraformPolicyWriter(tree, source, nodes),
    },
    value,
  };
}

interface Builder {
  readonly tree: HclTree;
  readonly nodes: PolicyNodes;
  readonly documentText: string;
}

/** Statements that cannot be seen: of `dynamic` blocks and of other documents. */
function furtherStatements(tree: HclTree, body: ObjectValue): readonly Value[] {
  const dynamic = tree
    .blocksIn(body)
    .filter(({ type, labels }) => type.value === "dynamic" && labels[0]?.value === "statement");
  const merged = body.members.filter(({ key }) =>
    /^(?:source|override)_(?:policy_documents|json)$/.test(key.value),
  );
  const spans = [...dynamic.map(({ type }) => type.span), ...merged.map(({ key }) => key.span)];
  return spans.map((span) => ({ kind: "unknown", span }));
}

function readStatement(builder: Builder, body: ObjectValue): ObjectValue {
  const members: Member[] = [];
  if (memberOf(body, "effect") === undefined)
    members.push(syntheticMember(openingOf(body), "Effect", "Allow"));
  for (const member of body.members) {
    const name = statementNames.get(member.key.value);
    if (name !== undefined) members.push(renamed(builder, member, name));
    else if (member.key.value === "principals")
      members.push(principals(builder, body, member, "Principal"));
    else if (member.key.value === "not_principals") {
      members.push(principals(builder, body, member, "NotPrincipal"));
    } else if (member.key.value === "condition") members.push(conditions(builder, body, member));
  }
  members.push(...dynamicMembers(builder, body));
  const statement: ObjectValue = { kind: "object", span: body.span, members };
  builder.nodes.bodies.set(statement, body);
  return statement;
}

/** What `dynamic` blocks give is not known, but that they are there is. */
function dynamicMembers({ tree }: Builder, body: ObjectValue): readonly Member[] {
  return Object.entries(dynamicNames).flatMap(([label, name]) => {
    if (memberOf(body, label) !== undefined) return [];
    const block = dynamicBlock(tree, body, label);
    if (block === undefined) return [];
    const value: Value = { kind: "unknown", span: block.type.span };
    return [{ key: { ...block.type, value: name }, value, span: block.span }];
  });
}

const dynamicNames: Readonly<Record<string, string>> = {
  principals: "Principal",
  not_principals: "NotPrincipal",
  condition: "Condition",
};

function dynamicBlock(tree: HclTree, body: ObjectValue, label: string): HclBlock | undefined {
  return tree
    .blocksIn(body)
    .find(({ type, labels }) => type.value === "dynamic" && labels[0]?.value === label);
}

/** An attribute under the policy grammar's name. */
function renamed(builder: Builder, member: Member, name: string): Member {
  const value = member.value && withVariables(builder, member.value);
  const result: Member = { ...member, key: { ...member.key, value: name }, value };
  builder.nodes.members.set(result, { member, blocks: undefined });
  return result;
}

function principals(builder: Builder, body: ObjectValue, member: Member, name: string): Member {
  const groups = groupBlocks(builder, member, "type", "identifiers");
  const [only] = groups;
  const everyone = groups.length === 1 && only?.key.value === "*" ? only.key : undefined;
  const value: Value = everyone ?? {
    kind: "object",
    span: member.value?.span ?? member.span,
    members: groups.map((group) => groupMember(builder, group)),
  };
  builder.nodes.bodies.set(value, body);
  const result: Member = { key: { ...member.key, value: name }, value, span: member.span };
  builder.nodes.members.set(result, { member, blocks: itemsOf(member.value) });
  return result;
}

function conditions(builder: Builder, body: ObjectValue, member: Member): Member {
  const blocks = itemsOf(member.value).filter((item) => item.kind === "object");
  const byOperator = new Map<string, { key: StringValue; blocks: ObjectValue[] }>();
  for (const block of blocks) {
    const key = keyOf(builder, memberOf(block, "test")?.value, block);
    const found = byOperator.get(key.value);
    if (found === undefined) byOperator.set(key.value, { key, blocks: [block] });
    else found.blocks.push(block);
  }
  const members = [...byOperator.values()].map(({ key, blocks: held }): Member => {
    const inner = { ...member, value: { ...spanOf(held), kind: "array" as const, items: held } };
    const keys: ObjectValue = {
      kind: "object",
      ...spanOf(held),
      members: groupBlocks(builder, inner, "variable", "values").map((group) =>
        groupMember(builder, group),
      ),
    };
    const operator: Member = { key, value: keys, ...spanOf(held) };
    builder.nodes.members.set(operator, { member, blocks: held, keyValue: key });
    return operator;
  });
  const more = dynamicBlock(builder.tree, body, "condition");
  if (more !== undefined) {
    // Its operator is not known either.
    const key = { ...more.type, holes: [{ start: 0, end: more.type.value.length }] };
    members.push({ key, value: { kind: "unknown", span: key.span }, span: more.span });
  }
  const value: ObjectValue = {
    kind: "object",
    span: member.value?.span ?? member.span,
    members,
  };
  builder.nodes.bodies.set(value, body);
  const result: Member = { key: { ...member.key, value: "Condition" }, value, span: member.span };
  builder.nodes.members.set(result, { member, blocks });
  return result;
}

interface Group {
  readonly key: StringValue;
  readonly values: readonly Value[];
  readonly blocks: readonly ObjectValue[];
  readonly member: Member;
}

/** Blocks by the value of one attribute, with the values of another: Terraform joins them likewise. */
function groupBlocks(
  builder: Builder,
  member: Member,
  keyName: string,
  valuesName: string,
): readonly Group[] {
  const groups = new Map<string, { key: StringValue; values: Value[]; blocks: ObjectValue[] }>();
  for (const block of itemsOf(member.value)) {
    if (block.kind !== "object") continue;
    const key = keyOf(builder, memberOf(block, keyName)?.value, block);
    const value = memberOf(block, valuesName)?.value;
    const values = value === undefined ? [] : [withVariables(builder, value)];
    const found = groups.get(key.value);
    if (found === undefined) groups.set(key.value, { key, values, blocks: [block] });
    else {
      found.values.push(...values);
      found.blocks.push(block);
    }
  }
  return [...groups.values()].map((group) => ({ ...group, member }));
}

function groupMember(builder: Builder, { key, values, blocks, member }: Group): Member {
  const [first, ...others] = values;
  const value: Value | undefined =
    others.length === 0
      ? first
      : { kind: "array", ...spanOf(values), items: values.flatMap((each) => itemsOf(each)) };
  const last = values.at(-1);
  if (value !== undefined && value !== last && last !== undefined) {
    builder.nodes.values.set(value, builder.nodes.values.get(last) ?? last);
  }
  const result: Member = { key, value, ...spanOf(blocks) };
  builder.nodes.members.set(result, { member, blocks, keyValue: key });
  return result;
}

/** A value as the key that it becomes. One that is computed is all hole. */
function keyOf(
  { documentText }: Builder,
  value: Value | undefined,
  block: ObjectValue,
): StringValue {
  if (value?.kind === "string") return value;
  const span = value?.span ?? openingOf(block);
  const text = value === undefined ? "" : documentText.slice(span.start, span.end);
  const content = plainText(text, span.start);
  return { kind: "string", span, value: text, content, holes: [{ start: 0, end: text.length }] };
}

/** Policy variables are written `&{aws:username}` here, as `${…}` is Terraform's own. */
function withVariables(builder: Builder, value: Value): Value {
  if (value.kind === "array") {
    const items = value.items.map((item) => withVariables(builder, item));
    if (items.every((item, at) => item === value.items[at])) return value;
    const array: ArrayValue = { ...value, items };
    builder.nodes.values.set(array, value);
    return array;
  }
  if (value.kind !== "string" || !value.value.includes("&{")) return value;
  const { content, value: text } = value;
  const decoding = createDecoding(content);
  let offset = 0;
  for (let at = text.indexOf("&{"); at >= 0; at = text.indexOf("&{", at + 2)) {
    decoding.copy(offset, at);
    decoding.put("$", at, at + 1);
    offset = at + 1;
  }
  decoding.copy(offset, text.length);
  const decoded = decoding.finish(text.length, (written) => written.replaceAll("${", "&{"));
  const holes = decoding.project(value.holes);
  const string: StringValue = { ...value, value: decoded.value, content: decoded, holes };
  builder.nodes.values.set(string, value);
  return string;
}

function openingOf({ span }: ObjectValue): Span {
  return { start: span.start, end: Math.min(span.start + 1, span.end) };
}

function spanOf(values: readonly Value[]): { readonly span: Span } {
  const start = values[0]?.span.start ?? 0;
  return { span: { start, end: values.at(-1)?.span.end ?? start } };
}
