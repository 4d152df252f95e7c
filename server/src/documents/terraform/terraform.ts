import { type HclBlock, type HclTree } from "../../syntax/hcl.js";
import { type Member, type ObjectValue, type StringValue, type Value } from "../../syntax/value.js";
import { type SourceText } from "../../text/source-text.js";
import { message } from "../../text/message.js";
import { readPolicy } from "../../model/policy/policy.js";
import { type Host, type HostContext } from "../host.js";
import { containedPolicy, isForeign, likelyPolicy } from "../containers.js";
import { partsAroundSlips, type AnyPart } from "../part.js";
import { resolveReferences } from "../references.js";
import { federationResource } from "../cloud/federation.js";
import { bindingIn, part as googleIamPart } from "../cloud/google-iam.js";
import { terraformLifecycleParts } from "../cloud/lifecycle.js";
import { policyAt } from "../structured.js";
import { withModulePlaces } from "./module.js";
import { policyDocument } from "./policy.js";
import { terraformScope } from "./references.js";
import { speaksOfWandb } from "../prefilter.js";
import { moduleParts, moduleValueParts } from "../stores.js";
import { releaseParts } from "../chart-values.js";
import { bucketName, visitValue, type Visit } from "../tree.js";
import { localOf, policyUses, type Use } from "./uses.js";

/** Terraform: resources, data sources and variables, or the settings of a `.tfvars` file. */
export const readTerraformParts: Host = (source, context) => {
  const tree = context.readers.hcl?.(source);
  if (tree === undefined) return [];
  const scope = terraformScope(tree, context.documentText);
  const visit: Visit = {
    tree,
    host: { format: "terraform" },
    context: { ...context, scope },
    parts: [],
  };
  const uses = policyUses(tree);
  const blocks = tree.blocksIn(tree.root);
  const bodies = new Set(blocks.map(({ type }) => type));
  const attributes = tree.root.members.filter(({ key }) => !bodies.has(key));
  visitValue(visit, { ...tree.root, members: attributes }, undefined, {});
  if (speaksOfWandb(context.documentText)) {
    visit.parts.push(...moduleValueParts({ ...tree.root, members: attributes }));
  }
  for (const block of blocks) visitBlock(visit, { tree, uses, source }, block);
  visit.parts.push(...googleParts(tree.root, blocks));
  return partsAroundSlips(visit.parts, tree);
};

interface File {
  readonly tree: HclTree;
  readonly source: SourceText;
  /** Where each policy document is used. */
  readonly uses: ReadonlyMap<string, Use>;
}

function visitBlock(visit: Visit, file: File, block: HclBlock): void {
  const { tree } = file;
  const { type, labels, body } = block;
  const [label] = labels;
  if (type.value === "data" && label?.value === "aws_iam_policy_document") {
    visit.parts.push(...documentParts(file, block, visit.context));
    return;
  }
  if (type.value === "locals") {
    visitLocals(visit, file, body);
    return;
  }
  const resource = type.value === "resource" || type.value === "data" ? label?.value : undefined;
  if (type.value === "variable" && label !== undefined) {
    for (const member of body.members) visitDefault(visit, member, label);
    return;
  }
  visit.parts.push(...terraformLifecycleParts(resource, body));
  visit.parts.push(...federationResource(resource, body));
  if (type.value === "module") visit.parts.push(...moduleParts(body));
  if (resource === "helm_release") visit.parts.push(...releaseParts(body, visit.context));
  const rules = resource === undefined ? body : withDynamicRules(tree, blobsOf(resource, body));
  const bucket = resource === "aws_s3_bucket_policy" ? bucketName(body, visit.context) : undefined;
  visitValue(visit, rules, undefined, { name: type.value, resource, bucket });
}

/** A local that holds a policy is judged as what the resource takes that refers to it. */
function visitLocals(visit: Visit, { uses }: File, body: ObjectValue): void {
  const others: Member[] = [];
  for (const member of body.members) {
    const { key, value } = member;
    const use = uses.get(localOf(key.value));
    if (use === undefined || value === undefined) others.push(member);
    else {
      const { name, resource } = use;
      const bucket = use.body === undefined ? undefined : bucketName(use.body, visit.context);
      visitValue(visit, value, key, { name, resource, bucket });
    }
  }
  visitValue(visit, { ...body, members: others }, undefined, { name: "locals" });
}

/** The roles of Google Cloud that a file's resources give, together. */
function googleParts({ span }: ObjectValue, blocks: readonly HclBlock[]): readonly AnyPart[] {
  const bindings = blocks.flatMap(({ type, labels, body }) =>
    type.value === "resource" ? bindingIn(labels[0]?.value, body) : [],
  );
  return googleIamPart(span, bindings);
}

/** A storage account without its other services, whose CORS rules are not for blobs. */
function blobsOf(resource: string, body: ObjectValue): ObjectValue {
  const isOther = ({ key }: Member): boolean =>
    resource === "azurerm_storage_account" && /^(?:queue|share)_properties$/.test(key.value);
  return body.members.some(isOther)
    ? { ...body, members: body.members.filter((member) => !isOther(member)) }
    : body;
}

/** Blocks of CORS rules, which `dynamic` blocks may give too. */
const ruleBlocks: ReadonlySet<string> = new Set(["cors", "cors_rule"]);

/** A body whose rules that `dynamic` blocks give stand among its others as unknown ones. */
function withDynamicRules(tree: HclTree, body: ObjectValue): ObjectValue {
  const dynamic = new Map<Value, StringValue>();
  for (const { type, labels, body: content } of tree.blocksIn(body)) {
    const [label] = labels;
    if (type.value === "dynamic" && label !== undefined && ruleBlocks.has(label.value)) {
      dynamic.set(content, label);
    }
  }
  const unknown = [...dynamic.values()];
  const members = body.members.flatMap((member): readonly Member[] => {
    const { key, value } = member;
    if (value?.kind !== "array" || value.repeated !== true) return [member];
    const items = value.items
      .filter((item) => !dynamic.has(item))
      .map((item) => (item.kind === "object" ? withDynamicRules(tree, item) : item));
    const further = unknown
      .filter((label) => label.value === key.value)
      .map(({ span }): Value => ({ kind: "unknown", span }));
    const isSame =
      further.length === 0 &&
      items.length === value.items.length &&
      items.every((item, index) => item === value.items[index]);
    if (isSame) return [member];
    return items.length + further.length === 0
      ? []
      : [{ ...member, value: { ...value, items: [...items, ...further] } }];
  });
  const isSame =
    members.length === body.members.length &&
    members.every((member, index) => member === body.members[index]);
  return isSame ? body : { ...body, members };
}

/** The default of a variable stands under the variable's name. */
function visitDefault(visit: Visit, { key, value }: Member, variable: StringValue): void {
  if (key.value !== "default" || value === undefined) return;
  visitValue(visit, value, variable, { name: variable.value });
}

function documentParts(
  { tree, source, uses }: File,
  block: HclBlock,
  context: HostContext,
): readonly AnyPart[] {
  const around: Use = uses.get(block.labels[1]?.value ?? "") ?? {};
  const { tree: policyTree } = policyDocument(tree, block, source, context.documentText);
  const filled = withModulePlaces(policyTree, context.documentText);
  const resolved = context.scope === undefined ? filled : resolveReferences(filled, context.scope);
  if (resolved.root === undefined || isForeign(around) || context.policyType === "none") return [];
  const found = policyAt(
    resolved.root,
    likelyPolicy(around.resource),
    false,
    context,
    containedPolicy(around),
  );
  if (found === undefined) return [];
  const { type } = found;
  const reason =
    found.reason === context.policyReason
      ? found.reason
      : message("It is a Terraform policy document.");
  const bucket = around.body === undefined ? undefined : bucketName(around.body, context);
  const model = readPolicy(resolved, resolved.root, type, {
    bucket,
    container: around.resource,
  });
  const kind = type === "key" ? "key-policy" : "policy";
  return [{ kind, dialect: type, span: block.span, reason, model, json: undefined }];
}
