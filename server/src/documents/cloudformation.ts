import { createDecoding } from "../syntax/decoding.js";
import {
  memberOf,
  type ObjectValue,
  type StringValue,
  type Tree,
  type Value,
} from "../syntax/value.js";
import { type Span } from "../text/span.js";
import { mapTree } from "./map-tree.js";

/**
 * A CloudFormation template with its functions taken for what they give: `Fn::Sub` is a string with
 * holes, any other a value that is not known. Other documents come back as they are.
 */
export function resolveTemplate(tree: Tree): Tree {
  const { root } = tree;
  const resources = memberOf(root, "Resources")?.value;
  if (root === undefined || resources?.kind !== "object") return tree;
  const isTemplate =
    memberOf(root, "AWSTemplateFormatVersion") !== undefined ||
    resources.members.some(({ value }) => {
      const type = memberOf(value, "Type")?.value;
      return type?.kind === "string" && type.value.startsWith("AWS::");
    });
  if (!isTemplate) return tree;
  return mapTree(tree, (value) => (value.kind === "object" ? intrinsic(value) : undefined));
}

/** What an object that calls a function stands for. */
function intrinsic({ members, span }: ObjectValue): Value | undefined {
  const [member, ...others] = members;
  if (member === undefined || others.length > 0) return undefined;
  const { key, value } = member;
  if (key.value === "Fn::Sub") {
    const template = value?.kind === "array" ? value.items[0] : value;
    if (template?.kind === "string") return substitute(template);
  }
  return key.value === "Ref" || key.value === "Condition" || key.value.startsWith("Fn::")
    ? isCall(key.value, value)
      ? { kind: "unknown", span }
      : undefined
    : undefined;
}

/** `Ref` and `Condition` take a name; a policy's own `Condition` holds an object. */
function isCall(name: string, value: Value | undefined): boolean {
  return name.startsWith("Fn::") || value?.kind === "string";
}

/** `${Name}` is filled in by CloudFormation, and `${!Name}` stands for `${Name}`. */
function substitute(template: StringValue): StringValue {
  const { content, value } = template;
  const decoding = createDecoding(content);
  const holes: Span[] = [];
  let offset = 0;
  for (;;) {
    const open = value.indexOf("${", offset);
    const close = open < 0 ? -1 : value.indexOf("}", open);
    if (close < 0) break;
    decoding.copy(offset, open);
    if (value.charAt(open + 2) === "!") {
      decoding.copy(open, open + 2);
      decoding.copy(open + 3, close + 1);
    } else {
      const start = decoding.length();
      decoding.copy(open, close + 1);
      holes.push({ start, end: decoding.length() });
    }
    offset = close + 1;
  }
  decoding.copy(offset, value.length);
  const substituted = decoding.finish(value.length, (text) => text);
  return { ...template, value: substituted.value, content: substituted, holes };
}
