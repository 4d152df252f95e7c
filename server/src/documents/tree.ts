import { regionKeys } from "../catalog/installation/settings-keys.js";
import { type HostFormat } from "../model/address/address.js";
import { nameEnd, type Assignment } from "../syntax/assignment.js";
import {
  memberOf,
  type ArrayValue,
  type Member,
  type ObjectValue,
  type StringValue,
  type Tree,
  type Value,
} from "../syntax/value.js";
import { locate, sliceText, type SourceText } from "../text/source-text.js";
import { federationParts } from "./cloud/federation.js";
import { bindingParts } from "./cloud/google-iam.js";
import { lifecycleParts } from "./cloud/lifecycle.js";
import { chartParts } from "./chart.js";
import { assignmentParts } from "./dotenv.js";
import { type HostContext, type Surroundings } from "./host.js";
import { type AnyPart } from "./part.js";
import { addressParts, environmentPart, groupContext, isEnvironmentKey } from "./setting.js";
import { isTellingAddress } from "./scheme.js";
import { secretData, secretVariables } from "./secret.js";
import { createEvaluator } from "./references.js";
import { scimParts } from "./stores.js";
import { structuredPart } from "./structured.js";

/** How a host reads the strings of its tree. */
export interface TreeHost {
  readonly format: HostFormat;
  /** Set where the tree is a JSON document, so that its places have pointers. */
  readonly json?: Tree;
  /** The text that is sent as it stands, where the tree's root is a whole document. */
  readonly text?: SourceText;
  /** What the host makes of a string before a program sees it, such as compose of `$$`. */
  readonly interpret?: (value: StringValue) => StringValue;
}

export interface Visit {
  readonly tree: Tree;
  readonly host: TreeHost;
  readonly context: HostContext;
  readonly parts: AnyPart[];
}

/**
 * Finds the parts of a tree of values, whatever host it was read from: policies and CORS
 * configurations at any depth, the variables of containers and services, and what stands in strings.
 */
export function treeParts(tree: Tree, host: TreeHost, context: HostContext): readonly AnyPart[] {
  const visit: Visit = { tree, host, context, parts: [] };
  if (tree.root !== undefined) visitValue(visit, tree.root, undefined, context.around);
  return visit.parts;
}

/** Visits a value that stands under `name`. */
export function visitValue(
  visit: Visit,
  value: Value,
  name: StringValue | undefined,
  around: Surroundings,
): void {
  const { tree, host, context, parts } = visit;
  switch (value.kind) {
    case "object": {
      const part = structuredPart(tree, value, around, host, context);
      if (part === undefined) visitObject(visit, value, around);
      else parts.push(part);
      return;
    }
    case "array": {
      const part = structuredPart(tree, value, around, host, context);
      if (part === undefined) visitArray(visit, value, name, around);
      else parts.push(part);
      return;
    }
    case "string":
      visitString(visit, interpret(visit, value), name, around);
      return;
    case "number":
    case "boolean":
    case "null":
    case "unknown":
      return;
  }
}

function visitObject(outer: Visit, object: ObjectValue, around: Surroundings): void {
  const { host, parts, context } = outer;
  // CloudFormation says "Type", Azure Resource Manager "type".
  const type = (memberOf(object, "Type") ?? memberOf(object, "type"))?.value;
  const resource = type?.kind === "string" ? type.value : around.resource;
  const isMap = object.members.some(
    ({ key }) => isEnvironmentKey(key.value) || regionKeys.includes(key.value),
  );
  const variables = isMap ? object.members.flatMap((member) => mapVariable(outer, member)) : [];
  const visit = { ...outer, context: groupContext(variables, context) };
  parts.push(...environmentPart(variables, host.format, object.span, visit.context));
  parts.push(...chartParts(visit.tree, object, host.format, context));
  parts.push(...scimParts(object, host.format));
  parts.push(...lifecycleParts(object), ...bindingParts(object), ...federationParts(object));
  const bucket = resource === "AWS::S3::BucketPolicy" ? bucketName(object, context) : undefined;
  const usage = keyUsage(object) ?? around.usage;
  const secrets = secretData(object);
  for (const { key, value } of object.members) {
    if (value === undefined) continue;
    if (value !== secrets) {
      visitValue(visit, value, key, {
        name: key.value,
        resource,
        bucket: bucket ?? around.bucket,
        usage,
      });
      continue;
    }
    const held = secretVariables(secrets);
    parts.push(...assignmentParts(held, host.format, secrets.span, context));
  }
}

/** What the key of a resource is for, where the resource says so. */
function keyUsage(body: ObjectValue): StringValue | undefined {
  const usage = (memberOf(body, "KeyUsage") ?? memberOf(body, "key_usage"))?.value;
  return usage?.kind === "string" ? usage : undefined;
}

/** The bucket that a resource configures, where the document says its name. */
export function bucketName(body: ObjectValue, { scope }: HostContext): string | undefined {
  const written = (memberOf(body, "Bucket") ?? memberOf(body, "bucket"))?.value;
  if (written === undefined) return undefined;
  const known =
    scope === undefined
      ? written.kind === "string" && written.holes.length === 0 && written.value
      : createEvaluator(scope).value(written);
  return typeof known === "string" && known !== "" ? known : undefined;
}

/** `NAME: value`, as a map of variables has it. */
function mapVariable(visit: Visit, { key, value }: Member): readonly Assignment[] {
  if (value?.kind !== "string") return [];
  return [assignment(visit, key, interpret(visit, value))];
}

function visitArray(
  outer: Visit,
  array: ArrayValue,
  name: StringValue | undefined,
  around: Surroundings,
): void {
  const { host, parts } = outer;
  const variables = new Map(array.items.map((item) => [item, itemVariable(outer, item)]));
  const found = [...variables.values()].filter((variable) => variable !== undefined);
  const visit = { ...outer, context: groupContext(found, outer.context) };
  parts.push(...environmentPart(found, host.format, array.span, visit.context));
  for (const [item, variable] of variables) {
    // A variable is judged under its own name, not again as a string under the name `value`.
    if (variable !== undefined && pushSetting(visit, variable)) continue;
    visitValue(visit, item, item.kind === "string" ? name : undefined, around);
  }
}

/** `{ "name": …, "value": … }`, as containers have their variables, or `NAME=value` in one string. */
function itemVariable(visit: Visit, item: Value): Assignment | undefined {
  if (item.kind === "string") {
    return item.value.includes("=")
      ? splitAssignment(visit, interpret(visit, item), item)
      : undefined;
  }
  const name = memberOf(item, "name")?.value ?? memberOf(item, "Name")?.value;
  const value = memberOf(item, "value")?.value ?? memberOf(item, "Value")?.value;
  if (name?.kind !== "string" || value?.kind !== "string") return undefined;
  return assignment(visit, name, interpret(visit, value));
}

function assignment(visit: Visit, key: StringValue, value: StringValue): Assignment {
  const { value: path, content } = key;
  // `--set` and its kind name a variable by its path: `global.extraEnv.BUCKET`.
  const last = path.lastIndexOf(".") + 1;
  const start = isEnvironmentKey(path.slice(last)) ? last : 0;
  return {
    name: { value: path.slice(start), span: locate(content, start, path.length) },
    value: value.content,
    valueSpan: value.span,
    quote: quoteOf(visit, value),
    holes: value.holes,
  };
}

/** `NAME=value` in a string, perhaps behind the flag of a command: `--env=NAME=value`. */
function splitAssignment(
  visit: Visit,
  whole: StringValue,
  item: StringValue,
): Assignment | undefined {
  const { value, content, holes } = whole;
  let start = 0;
  let end = nameEnd(value, 0);
  if (value.startsWith("-")) {
    start = value.indexOf("=") + 1;
    end = nameEnd(value, start);
  }
  if (end === start || value.charAt(end) !== "=") return undefined;
  const name = value.slice(start, end);
  const text = sliceText(content, end + 1, value.length);
  if (!isEnvironmentKey(name) && !isTellingAddress(text.value)) {
    // Any string may hold an equals sign; most are no variable, but a list of variables has others too.
    if (name !== name.toUpperCase()) return undefined;
  }
  return {
    name: { value: name, span: locate(content, start, end) },
    value: text,
    valueSpan: locate(content, end + 1, value.length),
    quote: quoteOf(visit, item),
    holes: holes
      .filter((hole) => hole.start > end)
      .map((hole) => ({ start: hole.start - end - 1, end: hole.end - end - 1 })),
  };
}

function visitString(
  visit: Visit,
  value: StringValue,
  name: StringValue | undefined,
  around: Surroundings,
): void {
  const { content, span, holes } = value;
  const found = pushSetting(visit, {
    name: name && { value: name.value, span: locate(name.content, 0, name.value.length) },
    value: content,
    valueSpan: span,
    quote: quoteOf(visit, value),
    holes,
  });
  if (found) return;
  // A text that another resource holds for a purpose of its own is none of the resource's policies.
  const context = { ...visit.context, around: /polic/i.test(around.name ?? "") ? around : {} };
  visit.parts.push(...context.readText(content, { holes }, context));
}

/** Takes the addresses of a setting, and says whether there were any. */
function pushSetting(visit: Visit, setting: Parameters<typeof addressParts>[0]): boolean {
  const found = addressParts(setting, visit.host.format, visit.context);
  visit.parts.push(...found);
  return found.length > 0;
}

function interpret({ host }: Visit, value: StringValue): StringValue {
  return host.interpret?.(value) ?? value;
}

const quotes: Readonly<Record<string, Assignment["quote"]>> = {
  "'": "single",
  '"': "double",
  "|": "other",
  ">": "other",
  "<": "other",
};

/** How a value is delimited, by its first character where that is none of its content. */
function quoteOf({ context }: Visit, { span, content, value }: StringValue): Assignment["quote"] {
  if (locate(content, 0, value.length).start === span.start) return "none";
  return quotes[context.documentText.charAt(span.start)] ?? "other";
}
