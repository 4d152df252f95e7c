import {
  type Member,
  type ObjectValue,
  type Value,
  itemsOf,
  memberOf,
} from "../../syntax/value.js";
import { message, type Message } from "../../text/message.js";
import { readAction } from "./action.js";
import { readArn } from "./arn.js";
import { type PolicyType } from "./policy.js";
import { rememberFor } from "../../text/memo.js";

export interface RecognizedPolicy {
  readonly type: PolicyType;
  readonly reason: Message;
}

/**
 * Tells a policy by what it says, never by its file's name. `contained` is what it has to be where it
 * stands; `expected` decides only where the text is one of several types as far as it is written.
 */
export function recognizePolicy(
  value: Value,
  expected?: PolicyType,
  contained?: PolicyType,
): RecognizedPolicy | undefined {
  if (value.kind !== "object") return undefined;
  let version: Value | undefined;
  let statement: Value | undefined;
  let lowerStatements: Value | undefined;
  for (const { key, value: held } of value.members) {
    if (key.value === "Statement") statement ??= held;
    else if (key.value === "Version") version ??= held;
    else if (key.value === "statements") lowerStatements ??= held;
  }
  if (lowerStatements !== undefined && statement === undefined) {
    return isOrganizationPolicy(lowerStatements)
      ? {
          type: "coreweave-organization",
          reason: message(
            'Its "statements" contain "effect" and "actions", which is the CoreWeave format.',
          ),
        }
      : undefined;
  }
  // The date is that of the policy language, so it identifies a policy without statements yet.
  const versioned = isPolicyVersion(version);
  if (!versioned && statement?.kind !== "object" && statement?.kind !== "array") return undefined;
  const traits = traitsOf(statement);
  return traits.telling || versioned ? typeOf(traits, expected, contained) : undefined;
}

/** Whether a policy says nothing of the services that it is about. */
export function namesNoService(value: Value): boolean {
  return value.kind === "object" && !decisive(traitsOf(memberOf(value, "Statement")?.value));
}

/**
 * Whether a policy names nobody and has resources that only an identity's has, whatever its file is
 * called: a trust policy has none at all, and that of a bucket names the bucket.
 */
export function isOnlyIdentitys(value: Value, type: PolicyType): boolean {
  if (value.kind !== "object" || (type !== "trust" && type !== "bucket")) return false;
  const { principal, resource, everything } = traitsOf(memberOf(value, "Statement")?.value);
  return !principal && (type === "trust" ? resource : everything);
}

/** What the statements of a policy say about its type. */
interface Traits {
  telling: boolean;
  principal: boolean;
  federated: boolean;
  /** Whether a principal is somebody in particular. */
  named: boolean;
  resource: boolean;
  /** Whether a resource is the wildcard alone. */
  everything: boolean;
  /** Whether a statement does anything but deny. */
  allows: boolean;
  coreweave: boolean;
  /** How often each action prefix stands, in lower case; `*` for the lone wildcard. */
  readonly services: Map<string, number>;
  /** Service fields of the resources' ARNs. */
  readonly arnServices: Set<string>;
  minio: boolean;
}

const noTraits = (): Traits => ({
  telling: false,
  principal: false,
  federated: false,
  named: false,
  resource: false,
  everything: false,
  allows: false,
  coreweave: false,
  services: new Map(),
  arnServices: new Set(),
  minio: false,
});

/** Asked more than once of the same statements. */
const traitsOfValue = rememberFor((statement: Value): Traits => {
  const traits = noTraits();
  for (const item of itemsOf(statement)) {
    if (item.kind === "object") addTraits(item, traits);
  }
  return traits;
});

function traitsOf(statement: Value | undefined): Traits {
  return statement === undefined ? noTraits() : traitsOfValue(statement);
}

function addTraits(statement: ObjectValue, traits: Traits): void {
  for (const member of statement.members) {
    switch (member.key.value) {
      case "Effect":
        if (member.value?.kind !== "string" || /^(?:allow|deny)$/i.test(member.value.value)) {
          traits.telling = true;
        }
        if (member.value?.kind !== "string" || !/^deny$/i.test(member.value.value)) {
          traits.allows = true;
        }
        break;
      case "Action":
      case "NotAction":
        addActions(member, traits);
        break;
      case "Resource":
      case "NotResource":
        traits.resource = true;
        addResources(member, traits);
        break;
      case "Principal":
      case "NotPrincipal":
        traits.principal = true;
        traits.telling = true;
        addPrincipals(member, traits);
        break;
      case "Condition":
        addConditions(member, traits);
        break;
    }
  }
}

function addActions({ value }: Member, traits: Traits): void {
  for (const item of itemsOf(value)) {
    if (item.kind !== "string") continue;
    const { service = "" } = readAction(item.value);
    if (service === "") continue;
    traits.telling = true;
    traits.services.set(service, (traits.services.get(service) ?? 0) + 1);
  }
}

function addResources({ value }: Member, traits: Traits): void {
  for (const item of itemsOf(value)) {
    if (item.kind !== "string") continue;
    if (item.value === "*") traits.everything = true;
    if (!item.value.startsWith("arn:")) continue;
    traits.telling = true;
    const arn = readArn(item.value);
    const [, partition, service] =
      arn === undefined
        ? item.value.split(":", 3)
        : ["arn", arn.partition.value, arn.service.value];
    if (service !== undefined) traits.arnServices.add(service.toLowerCase());
    if (partition === "minio") traits.minio = true;
  }
}

function addPrincipals({ value }: Member, traits: Traits): void {
  if (value?.kind !== "object") return;
  for (const { key, value: held } of value.members) {
    // An account of AWS under CoreWeave's key is a slip in a policy for AWS.
    if (key.value === "CW" && !itemsOf(held).some(isAwsAccount)) traits.coreweave = true;
    if (key.value === "Federated") traits.federated = true;
    for (const item of itemsOf(held)) {
      if (item.kind !== "string") continue;
      if (item.value !== "*") traits.named = true;
      if (item.value.startsWith("arn:aws:iam::wandb:")) {
        traits.coreweave = true;
      }
    }
  }
}

/** CoreWeave organizations have short IDs, AWS accounts have twelve digits. */
function isAwsAccount(item: Value): boolean {
  return (
    item.kind === "string" && /^(?:arn:aws[\w-]*:(?:iam|sts)::)?\d{12}(?::|$)/.test(item.value)
  );
}

function addConditions({ value }: Member, traits: Traits): void {
  if (value?.kind !== "object") return;
  for (const { value: keys } of value.members) {
    if (keys?.kind !== "object") continue;
    for (const { key } of keys.members) {
      if (/^(?:wandb|cw):/i.test(key.value)) traits.coreweave = true;
    }
  }
}

function typeOf(
  traits: Traits,
  expected: PolicyType | undefined,
  contained: PolicyType | undefined,
): RecognizedPolicy | undefined {
  const { services, arnServices } = traits;
  if (traits.coreweave) {
    return {
      type: "coreweave-bucket",
      reason: message("It contains a CoreWeave principal or a condition key for W&B on CoreWeave."),
    };
  }
  if (traits.minio || services.has("admin")) {
    return {
      type: "minio",
      reason: message("It contains actions or resources that only MinIO supports."),
    };
  }
  if (contained !== undefined) {
    return {
      type: contained,
      reason: message("The resource or option that contains it determines its type."),
    };
  }
  if (expected === undefined && (isForSeveralServices(traits) || isControlPolicy(traits))) {
    return undefined;
  }
  const isOfStorage = [...services.keys()].some((each) => storage.has(each));
  // Without any resource it can be nothing else, whatever slip is among its actions.
  const assumes = services.has("sts") && (!isOfStorage || (traits.principal && !traits.resource));
  if (assumes && (traits.principal || !traits.resource)) {
    return { type: "trust", reason: message("It defines which principals can assume a role.") };
  }
  if (!traits.principal) return identityPolicy(traits, expected);
  if (expected !== undefined && expected !== "identity" && !decisive(traits)) {
    return { type: expected, reason: message("Its statements have a Principal.") };
  }
  if (traits.federated && services.size === 0) {
    return { type: "trust", reason: message("It contains a federated principal.") };
  }
  const s3 = (services.get("s3") ?? 0) + (services.get("s3express") ?? 0);
  const kms = services.get("kms") ?? 0;
  if (s3 > kms || (s3 === kms && arnServices.has("s3"))) {
    return { type: "bucket", reason: message("A statement gives a principal access to S3.") };
  }
  if (kms > 0 || arnServices.has("kms")) {
    return { type: "key", reason: message("A statement gives a principal access to a KMS key.") };
  }
  // A policy of an endpoint for EC2 lets anybody use all that is behind it; IAM's are no such thing.
  const isNarrow = arnServices.size > 0 || (services.has("iam") && traits.named);
  if ((services.has("iam") || services.has("ec2")) && isNarrow) {
    return {
      type: "identity",
      reason: message("Its actions do not apply to a bucket or a KMS key."),
    };
  }
  if (services.size === 0 && arnServices.size === 0) {
    return { type: "bucket", reason: message("Its statements have a Principal.") };
  }
  // A policy of a queue, of a secret, of an endpoint: none of the types that storage needs.
  return undefined;
}

/**
 * Whether principals are told what they may do to everything of several services: an organization's
 * control policy or that of a VPC endpoint, which obey rules of their own.
 */
function isForSeveralServices(traits: Traits): boolean {
  const { principal, resource, allows, services, arnServices } = traits;
  if (!principal || !resource || arnServices.size > 0) return false;
  const named = [...services.keys()].filter((service) => service !== "*");
  // A slip among the actions of a key or a bucket brings in one other service.
  return named.length > (allows ? 2 : 1);
}

/**
 * Whether all that a policy does is to deny everybody something on everything, as an organization's
 * control policy does: a bucket's names the bucket, and a key's lets its administrators in.
 */
function isControlPolicy({ principal, named, everything, allows, arnServices }: Traits): boolean {
  return principal && !named && everything && !allows && arnServices.size === 0;
}

const storage: ReadonlySet<string> = new Set(["s3", "s3express", "kms"]);

/** Whether the statements name anything of a service. */
function decisive({ services, arnServices }: Traits): boolean {
  return [...services.keys()].some((service) => service !== "*") || arnServices.size > 0;
}

function identityPolicy(traits: Traits, expected: PolicyType | undefined): RecognizedPolicy {
  const { services, arnServices } = traits;
  const s3Only =
    [...services.keys()].every((service) => service === "s3" || service === "*") &&
    [...arnServices].every((service) => service === "s3");
  const kmsOnly =
    [...services.keys()].every((service) => service === "kms" || service === "*") &&
    [...arnServices].every((service) => service === "kms");
  if (expected !== undefined && (expected === "key" ? kmsOnly : s3Only || expected === "trust")) {
    return {
      type: expected,
      reason: message("It is a policy, and its file name indicates the type."),
    };
  }
  return { type: "identity", reason: message("Its statements have no Principal.") };
}

function isOrganizationPolicy(statements: Value): boolean {
  // Modules of Terraform take lists of AWS's statements under such names.
  if (itemsOf(statements).some(namesAws)) return false;
  return itemsOf(statements).some(
    (item) =>
      item.kind === "object" &&
      item.members.some(({ key }) => key.value === "effect") &&
      item.members.some(({ key }) => key.value === "actions") &&
      item.members.some(({ key }) => key.value === "principals" || key.value === "resources"),
  );
}

function isPolicyVersion(version: Value | undefined): boolean {
  return (
    version?.kind === "string" && (version.value === "2012-10-17" || version.value === "2008-10-17")
  );
}

/** Whether a statement has resources of AWS other than buckets, or actions of services that CoreWeave has not. */
function namesAws(statement: Value): boolean {
  const texts = (name: string): readonly string[] =>
    itemsOf(memberOf(statement, name)?.value).flatMap((item) =>
      item.kind === "string" ? [item.value] : [],
    );
  return (
    texts("resources").some((text) => text.startsWith("arn:aws")) ||
    texts("actions").some((text) => /^(?!s3:|cwobject:|\*)[\w-]+:/.test(text))
  );
}
