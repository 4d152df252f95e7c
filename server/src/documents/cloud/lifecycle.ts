import { type LifecycleRule } from "../../model/lifecycle/lifecycle.js";
import { type ShellCommand } from "../../syntax/shell.js";
import {
  itemsOf,
  memberOf,
  type Member,
  type ObjectValue,
  type Value,
} from "../../syntax/value.js";
import { message } from "../../text/message.js";
import { type Span } from "../../text/span.js";
import { type AnyPart } from "../part.js";

/** The lifecycle rules of an object in JSON or YAML: S3's, CloudFormation's, Cloud Storage's or Azure's. */
export function lifecycleParts(object: ObjectValue): readonly AnyPart[] {
  const rules = itemsOf(memberOf(object, "Rules")?.value);
  if (rules.some((rule) => s3Fields.some((name) => memberOf(rule, name) !== undefined))) {
    return part(object.span, rules.map(s3Rule));
  }
  const google = itemsOf(memberOf(object, "rule")?.value);
  if (google.some((rule) => memberOf(rule, "action") !== undefined)) {
    return part(object.span, google.map(googleRule));
  }
  const azure = itemsOf(memberOf(object, "rules")?.value);
  if (
    azure.some((rule) => memberOf(memberOf(rule, "definition")?.value, "actions") !== undefined)
  ) {
    return part(object.span, azure.map(azureRule));
  }
  const policy = memberOf(object, "softDeletePolicy") ?? memberOf(object, "soft_delete_policy");
  const off = policy && retentionOff(policy.value);
  return off === undefined ? [] : part(object.span, [], off);
}

/** The lifecycle rules and the soft delete of a Terraform resource. */
export function terraformLifecycleParts(
  resource: string | undefined,
  body: ObjectValue,
): readonly AnyPart[] {
  const blocks = (name: string): readonly Value[] => {
    const value = memberOf(body, name)?.value;
    return value?.kind === "array" ? value.items : value === undefined ? [] : [value];
  };
  switch (resource) {
    case "aws_s3_bucket_lifecycle_configuration":
      return part(body.span, blocks("rule").map(s3Rule));
    case "aws_s3_bucket":
      return part(body.span, blocks("lifecycle_rule").map(s3Rule));
    case "azurerm_storage_management_policy":
      return part(body.span, blocks("rule").map(azureRule));
    case "google_storage_bucket": {
      const [policy] = blocks("soft_delete_policy");
      return part(body.span, blocks("lifecycle_rule").map(googleRule), retentionOff(policy));
    }
    default:
      return [];
  }
}

/** Commands that switch the soft delete of a bucket off. */
export function softDeleteParts(commands: readonly ShellCommand[]): readonly AnyPart[] {
  return commands.flatMap(({ words, span }) => {
    const texts = words.map(({ text }) => text.value);
    if (!texts.includes("storage") || !texts.includes("buckets")) return [];
    const off = words.find(
      ({ text }, at) =>
        text.value === "--clear-soft-delete" ||
        /^--soft-delete-duration=0[a-z]*$/.test(text.value) ||
        (/^0[a-z]*$/.test(text.value) && texts[at - 1] === "--soft-delete-duration"),
    );
    return off === undefined ? [] : part(span, [], off.span);
  });
}

const s3Fields = [
  "Expiration",
  "ExpirationInDays",
  "ExpirationDate",
  "Transitions",
  "NoncurrentVersionExpiration",
  "AbortIncompleteMultipartUpload",
];

/** Names in S3's JSON, in CloudFormation and in Terraform. */
function s3Rule(rule: Value): LifecycleRule | undefined {
  if (isOff(rule) || isNarrow(rule)) return undefined;
  const expiration = member(rule, "Expiration", "expiration");
  const plain = member(rule, "ExpirationInDays", "ExpirationDate");
  const held = firstOf(expiration?.value);
  const deletes = member(held, "Days", "days", "Date", "date");
  const deletion = plain ?? (deletes === undefined ? undefined : expiration);
  const moves = ["Transitions", "Transition", "transition"].flatMap((name) =>
    itemsOrOne(memberOf(rule, name)?.value),
  );
  return {
    deletion: deletion?.key.span,
    days: numberOf(member(held, "Days", "days") ?? member(rule, "ExpirationInDays")),
    archives: moves.flatMap((move) => {
      const storageClass = member(move, "StorageClass", "storage_class");
      const text = textOf(storageClass);
      const isArchive = text === "GLACIER" || text === "DEEP_ARCHIVE";
      return storageClass !== undefined && text !== undefined && isArchive
        ? [{ span: storageClass.key.span, storageClass: text }]
        : [];
    }),
  };
}

function googleRule(rule: Value): LifecycleRule | undefined {
  const action = firstOf(member(rule, "action")?.value);
  const condition = firstOf(member(rule, "condition")?.value);
  const type = member(action, "type");
  if (textOf(type) !== "Delete" || type === undefined) return undefined;
  // Old versions and parts of a bucket are not what W&B refers to.
  const isOther = oldVersions.some((name) => member(condition, name) !== undefined);
  const isLive = member(condition, "isLive", "with_state");
  if (isOther || textOf(isLive) === "false" || textOf(isLive) === "ARCHIVED") return undefined;
  return { deletion: type.key.span, days: numberOf(member(condition, "age")), archives: [] };
}

const oldVersions = [
  "numNewerVersions",
  "num_newer_versions",
  "daysSinceNoncurrentTime",
  "days_since_noncurrent_time",
  "noncurrentTimeBefore",
  "noncurrent_time_before",
  "matchesPrefix",
  "matches_prefix",
  "matchesSuffix",
  "matches_suffix",
];

function azureRule(rule: Value): LifecycleRule | undefined {
  const definition = member(rule, "definition")?.value ?? rule;
  const filters = firstOf(member(definition, "filters")?.value);
  const isPart = member(filters, "prefixMatch", "prefix_match", "blobIndexMatch") !== undefined;
  if (textOf(member(rule, "enabled")) === "false" || isPart) return undefined;
  const actions = firstOf(member(definition, "actions")?.value);
  const blob = firstOf(member(actions, "baseBlob", "base_blob")?.value);
  const deletion = membersOf(blob).find(({ key }) => key.value.startsWith("delete"));
  const archive = membersOf(blob).find(({ key }) => /^tier_?[tT]o_?[aA]rchive/.test(key.value));
  return {
    deletion: deletion?.key.span,
    days: numberOf(deletion) ?? numberOf(membersOf(firstOf(deletion?.value))[0]),
    archives: archive === undefined ? [] : [{ span: archive.key.span, storageClass: "Archive" }],
  };
}

/** Where a policy's retention is none. */
function retentionOff(policy: Value | undefined): Span | undefined {
  const retention = member(
    firstOf(policy),
    "retentionDurationSeconds",
    "retention_duration_seconds",
  );
  return retention !== undefined && numberOf(retention) === "0" ? retention.key.span : undefined;
}

function isOff(rule: Value): boolean {
  return (
    textOf(member(rule, "Status", "status")) === "Disabled" ||
    textOf(member(rule, "enabled")) === "false"
  );
}

/** Whether a rule is about some of the objects only, which may be another program's. */
function isNarrow(rule: Value): boolean {
  const filter = firstOf(member(rule, "Filter", "filter")?.value);
  return [rule, filter, firstOf(member(filter, "And", "and")?.value)].some((place) => {
    const prefix = member(place, "Prefix", "prefix");
    const isPrefix = prefix !== undefined && textOf(prefix) !== "";
    const tags = member(place, "Tag", "Tags", "tag", "tags", "TagFilters");
    return isPrefix || tags !== undefined;
  });
}

function part(
  span: Span,
  found: readonly (LifecycleRule | undefined)[],
  softDeleteOff?: Span,
): readonly AnyPart[] {
  const rules = found.filter((rule) => rule !== undefined);
  if (rules.length === 0 && softDeleteOff === undefined) return [];
  const reason = message("It contains lifecycle rules or soft delete settings of a bucket.");
  const model = { rules, softDeleteOff };
  return [{ kind: "lifecycle", dialect: undefined, span, reason, model, json: undefined }];
}

function member(value: Value | undefined, ...names: readonly string[]): Member | undefined {
  return names.map((name) => memberOf(value, name)).find((found) => found !== undefined);
}

function membersOf(value: Value | undefined): readonly Member[] {
  return value?.kind === "object" ? value.members : [];
}

/** A block of Terraform is a list of one. */
function firstOf(value: Value | undefined): Value | undefined {
  return value?.kind === "array" ? value.items[0] : value;
}

function itemsOrOne(value: Value | undefined): readonly Value[] {
  return value?.kind === "array" ? value.items : value === undefined ? [] : [value];
}

function textOf(found: Member | undefined): string | undefined {
  const value = found?.value;
  if (value?.kind === "boolean") return String(value.value);
  return value?.kind === "string" && value.holes.length === 0 ? value.value : undefined;
}

function numberOf(found: Member | undefined): string | undefined {
  const value = found?.value;
  if (value?.kind === "number") return String(value.value);
  return value?.kind === "string" && /^\d+$/.test(value.value) ? value.value : undefined;
}
