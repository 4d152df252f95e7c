import { readCors, recognizeCors, type CorsPlace } from "../model/cors/cors.js";
import { readPolicy, type PolicyType } from "../model/policy/policy.js";
import {
  isOnlyIdentitys,
  namesNoService,
  recognizePolicy,
  type RecognizedPolicy,
} from "../model/policy/recognition.js";
import { itemsOf, memberOf, type Problem, type Tree, type Value } from "../syntax/value.js";
import { message } from "../text/message.js";
import { locate, type SourceText } from "../text/source-text.js";
import { contains, type Span } from "../text/span.js";
import { type HostContext, type Surroundings } from "./host.js";
import { containedPolicy, isForeign, likelyPolicy } from "./containers.js";
import { fileName } from "./format.js";
import { resolveReferences } from "./references.js";
import { type AnyPart } from "./part.js";
import { withModulePlaces } from "./terraform/module.js";

/** Where the value's tree came from. */
interface Origin {
  readonly json?: Tree;
  readonly text?: SourceText;
}

/** The policy or the CORS configuration that a value is, if it is one. */
export function structuredPart(
  tree: Tree,
  value: Value,
  around: Surroundings,
  { json, text }: Origin,
  context: HostContext,
): AnyPart | undefined {
  const isWhole = value === tree.root && around.name === undefined && context.depth <= 1;
  const held = resolvedPolicy(tree, value, context);
  const read = held.root ?? value;
  const expected = expectedPolicy(read, around, context);
  const contained = containedPolicy(around);
  const policy = policyAt(read, expected, isWhole, context, contained);
  if (policy !== undefined) {
    if (isForeign(around) || context.policyType === "none") return undefined;
    if (context.policyType === undefined && isForeignName(context.uri)) return undefined;
  }
  if (policy !== undefined) {
    const { type, reason } = policy;
    const source = held === tree && value === tree.root ? text : undefined;
    const model = readPolicy(held, read, type, {
      source,
      bucket: around.bucket,
      usage: around.usage,
      container: around.resource,
      isContained: contained !== undefined,
    });
    const kind = type === "key" ? "key-policy" : "policy";
    return { kind, dialect: type, span: model.span, reason, model, json };
  }
  if (isManifest(tree)) return undefined;
  const name = fileName(context.uri).toLowerCase();
  if (!mayBeCors(value) && !name.includes("cors")) return undefined;
  const named = value === tree.root && name.includes("cors");
  const cors = recognizeCors(value, { ...around, named, terraform: isTerraform(context) });
  if (cors === undefined) return undefined;
  const { dialect, reason } = cors;
  const model = readCors(tree, cors.value, dialect, corsPlace(name) ?? cors.place);
  return { kind: "cors", dialect, span: model.span, reason, model, json };
}

/** The tree of what may be a policy, with what its references stand for; its root is the value. */
function resolvedPolicy(
  tree: Tree,
  value: Value,
  { scope, documentText, format }: HostContext,
): Tree {
  const mayBePolicy =
    value.kind === "object" && value.members.some(({ key }) => key.value === "Statement");
  if (!mayBePolicy) return value === tree.root ? tree : { ...tree, root: value };
  const alone: Tree = value === tree.root ? tree : partOf(tree, value);
  const filled = format === "terraform" ? withModulePlaces(alone, documentText) : alone;
  return scope === undefined ? filled : resolveReferences(filled, scope);
}

/** The tree of one of a tree's values, with the problems that are in it. */
function partOf(tree: Tree, value: Value): Tree {
  const problems = tree.problems.filter(({ span }) => contains(value.span, span));
  return { ...tree, root: value, problems };
}

/**
 * What a policy is. The user's word decides for a file that is one policy, and also makes one of what does
 * not tell yet. Of a file with several policies it decides for those whose content and place leave it open.
 */
export function policyAt(
  value: Value,
  expected: PolicyType | undefined,
  isWhole: boolean,
  { policyType, policyReason }: HostContext,
  contained?: PolicyType,
): RecognizedPolicy | undefined {
  if (policyType === undefined || policyType === "none") {
    return recognizePolicy(value, expected, contained);
  }
  const chosen = { type: policyType, reason: policyReason };
  if (isWhole) return isPolicy(value, policyType) ? chosen : undefined;
  const found = recognizePolicy(value, expected, contained);
  const isOpen = expected === undefined && recognizePolicy(value, policyType)?.type === policyType;
  if (contained !== undefined) {
    return found !== undefined && mayBe(found.type, policyType) ? chosen : found;
  }
  // What is about other services obeys other rules, such as the policy of a queue.
  if (found === undefined) return isOpen && namesNoService(value) ? chosen : undefined;
  return isOpen || mayBe(found.type, policyType) ? chosen : found;
}

/** Whether a file can be what the user calls it, although what it says so far may not tell. */
function isPolicy(value: Value, type: PolicyType): boolean {
  return (
    recognizePolicy(value, type) !== undefined ||
    (value.kind === "object" &&
      value.members.some(({ key }) => key.value === "Statement" || key.value === "statements"))
  );
}

/** Whether a policy of one type may be of another: those of buckets look alike, whosever storage it is. */
function mayBe(found: PolicyType, chosen: PolicyType): boolean {
  return found === "bucket" && (chosen === "minio" || chosen === "coreweave-bucket");
}

/** Whether a document is a manifest of Kubernetes, whose operators have names of their own for everything. */
function isManifest({ root }: Tree): boolean {
  return memberOf(root, "apiVersion") !== undefined && memberOf(root, "kind") !== undefined;
}

function isTerraform({ format, uri }: HostContext): boolean {
  return format === "terraform" || /\.(?:tf|tfvars)\.json$/i.test(fileName(uri));
}

/**
 * What a JSON file is that is named for a policy or for CORS and holds nothing of the kind: empty, or broken
 * so early that nothing else tells. Whatever else it holds can be another program's.
 */
export function namedPart(tree: Tree, text: SourceText, context: HostContext): AnyPart | undefined {
  const { root, brokenAt, problems } = tree;
  const isEmpty =
    root?.kind === "object"
      ? root.members.length === 0
      : root?.kind !== "array" || root.items.length === 0;
  const isBroken = brokenAt !== undefined || problems.some(({ code }) => code === "too-deep");
  if (context.policyType === "none" || isForeignName(context.uri)) return undefined;
  const name = fileName(context.uri).toLowerCase();
  const whole = locate(text, 0, text.value.length);
  const value: Value = root ?? { kind: "unknown", span: whole };
  const read: Tree =
    root === undefined ? { ...tree, problems: [...problems, nothingAt(whole)] } : tree;
  const type =
    policyNamed(name) ?? (/(?:^|[-_.])iam[-_]?policy/.test(name) ? "identity" : undefined);
  const isMeant =
    root?.kind === "object" &&
    (root.members.some(({ key }) => /^statements?$/i.test(key.value)) || isStatement(root));
  if (!isEmpty && !isBroken && !(isMeant && type !== undefined)) return undefined;
  if (type !== undefined) {
    const model = readPolicy({ ...read, root: value }, value, type);
    const kind = type === "key" ? "key-policy" : "policy";
    return { kind, dialect: type, span: whole, reason: byName, model, json: tree };
  }
  if (!isNamedForCors(name)) return undefined;
  const model = readCors({ ...read, root: value }, value, "s3", corsPlace(name));
  return { kind: "cors", dialect: "s3", span: whole, reason: byName, model, json: tree };
}

const byName = message("The file name indicates what the file contains.");

/** That a file holds nothing, at its beginning. */
function nothingAt({ start }: Span): Problem {
  return { code: "missing-value", span: { start, end: start } };
}

/** Whether a value is a statement that stands where a whole policy belongs. */
function isStatement(value: Value): boolean {
  return ["Effect", "Action"].every((name) => memberOf(value, name) !== undefined);
}

/** Whether a file's name, in lowercase, says that it holds a CORS configuration. */
export function isNamedForCors(name: string): boolean {
  return /(?:^|[^a-z])cors(?:[^a-z]|$)/.test(name);
}

/** What an XML file is that is named for CORS and is empty, or too broken to tell what it holds. */
export function namedXmlPart(tree: Tree, text: SourceText): AnyPart | undefined {
  const whole = locate(text, 0, text.value.length);
  const isEmpty = text.value.trim() === "";
  if (!isEmpty && tree.problems.length === 0) return undefined;
  const root: Value = { kind: "unknown", span: whole };
  const read: Tree = { ...tree, root, problems: isEmpty ? [nothingAt(whole)] : tree.problems };
  const model = readCors(read, root, "s3-xml");
  return { kind: "cors", dialect: "s3-xml", span: whole, reason: byName, model, json: undefined };
}

/** Whether a value has a key that speaks of CORS; cheap, as most values of a file have none. */
function mayBeCors(value: Value): boolean {
  if (value.kind === "object") return value.members.some(({ key }) => corsWord.test(key.value));
  return itemsOf(value)
    .slice(0, 3)
    .flatMap((item) => (item.kind === "array" ? item.items.slice(0, 1) : [item]))
    .some((item) => item.kind === "object" && mayBeCors(item));
}

const corsWord = /cors|^rules?$|origin|method|header|max_?-?age/i;

/** What a policy has to be by the place it stands in, for one whose content fits several types. */
function expectedPolicy(
  value: Value,
  { name, resource }: Surroundings,
  { policyType, uri }: HostContext,
): PolicyType | undefined {
  if (name !== undefined && /^assume_?role_?policy/i.test(name)) return "trust";
  if (name === "KeyPolicy") return "key";
  const likely = likelyPolicy(resource);
  if (likely !== undefined) return likely;
  if (policyType !== undefined) return undefined;
  const named = policyNamed(fileName(uri).toLowerCase());
  return named === undefined || isOnlyIdentitys(value, named) ? undefined : named;
}

/** Policies of VPC endpoints and of organizations look like others, and often only their name tells. */
function isForeignName(uri: string): boolean {
  const [folder = "", file = ""] = uri.split("/").slice(-2);
  return /endpoint[-_ ]?polic(?:y|ies)|(?:^|[-_.])[rs]cp(?:[-_.]|$)|(?:resource|service)[-_ ]control[-_ ]polic/i.test(
    `${folder}/${file}`,
  );
}

/** Only whole words count: a file named for a bucket may hold a role's policy for it. */
export function policyNamed(name: string): PolicyType | undefined {
  if (/trust-?_?policy|assume-?_?role/.test(name)) return "trust";
  if (/(?:kms|key)-?_?policy/.test(name)) return "key";
  return /bucket-?_?policy/.test(name) ? "bucket" : undefined;
}

function corsPlace(name: string): CorsPlace | undefined {
  if (name.includes("minio")) return "minio";
  return name.includes("coreweave") ? "coreweave" : undefined;
}
