import { encryptionResources, ownAccountReferences } from "../../catalog/policy/own-account.js";
import { encryptionKeys, viaServiceKey } from "../../catalog/policy/request-keys.js";
import { hasHiddenStatements } from "../access/access.js";
import { principalTexts, type NamedPrincipal } from "../access/principal.js";
import { isKey } from "../policy/condition.js";
import { onlyPolicy, type BucketParts } from "./bucket.js";
import { type Policy, type Text } from "../policy/policy.js";
import { isTitled, wandbAccess } from "../wandb/access.js";
import { identifyPrincipal } from "../wandb/principal.js";

/** Where one of a bucket's and its key's policies lets W&B in and the other one does not. */
export interface OneSidedAccess {
  /** The policy that keeps W&B out. */
  readonly closed: Policy;
  /** W&B's principal in the policy that lets it in. */
  readonly admitted: Text;
  /** Another principal of W&B that the closed policy has in its place. */
  readonly instead: Text | undefined;
}

/**
 * The policy of a bucket and that of its key, where they differ on W&B. Nothing where something in them
 * may be W&B, or where it is not certain that the two belong together.
 */
export function oneSidedAccess(parts: BucketParts): OneSidedAccess | undefined {
  const bucket = onlyPolicy(parts, "bucket");
  const key = onlyPolicy(parts, "key");
  if (bucket === undefined || key === undefined) return undefined;
  const atBucket = standingOf(bucket, parts.text);
  const atKey = standingOf(key, parts.text);
  for (const [open, shut, closed] of [
    [atBucket, atKey, key],
    [atKey, atBucket, bucket],
  ] as const) {
    const [admitted] = open.admitted;
    if (admitted === undefined || !shut.certain) continue;
    const known = shut.admitted.map(({ account }) => account);
    if (open.admitted.some(({ account }) => known.includes(account))) continue;
    if (!belongTogether(bucket, key, parts.text)) return undefined;
    return { closed, admitted: admitted.text, instead: shut.admitted[0]?.text };
  }
  return undefined;
}

interface Standing {
  readonly admitted: readonly { readonly account: string; readonly text: Text }[];
  /** Whether nobody else that the policy lets in can be W&B. */
  readonly certain: boolean;
}

function standingOf(policy: Policy, text: string): Standing {
  const admitted = wandbAccess(policy).flatMap(({ subject: { identity, place }, permissions }) =>
    (identity.kind === "wandb" || identity.kind === "slip") &&
    permissions.some(({ state }) => state === "allowed" || state === "partly")
      ? [{ account: identity.principal.account, text: place.text }]
      : [],
  );
  const certain =
    !hasHiddenStatements(policy) &&
    policy.statements.every(({ allows, principal, notPrincipal }) => {
      if (allows === false) return true;
      if (allows === undefined || notPrincipal !== undefined) return false;
      if (principal === undefined || principal.everyone || principal.entries.length === 0) {
        return false;
      }
      return (
        principal.entries.every(({ items }) => items.length > 0) &&
        principalTexts(principal).every((named) => isKnown(named, text))
      );
    });
  return { admitted, certain };
}

/** Whether it is known of a principal if it is W&B. */
function isKnown({ entry, text: { value, partial, span } }: NamedPrincipal, text: string): boolean {
  if (entry.key === "Service" || entry.key === "Federated") return true;
  if (entry.key !== "AWS") return false;
  if (partial) return isOwn(text.slice(span.start, span.end));
  return value !== undefined && !value.includes("*");
}

function isOwn(text: string): boolean {
  return ownAccountReferences.some((reference) => text.includes(reference.text));
}

/**
 * Whether a policy of a bucket and one of a key belong to each other: one of them says so, or the document
 * encrypts its bucket with a key, and it has no other bucket and no other key.
 */
function belongTogether(bucket: Policy, key: Policy, text: string): boolean {
  const { buckets, keys, encryption, otherUsers } = encryptionResources;
  if (countOf(text, buckets) > 1 || countOf(text, keys) > 1) return false;
  const isForBucket =
    encryption.some((pattern) => pattern.test(text)) &&
    !otherUsers.some((type) => text.includes(type));
  return isForBucket || isAboutStorage(key) || demandsKey(bucket);
}

/** How often a document has a resource, by how its hosts name the type. */
function countOf(text: string, types: readonly string[]): number {
  let count = 0;
  for (const type of types) {
    for (let at = text.indexOf(type); at >= 0; at = text.indexOf(type, at + type.length)) {
      // `AWS::S3::BucketPolicy` is another type.
      if (!/\w/.test(text.charAt(at + type.length))) count += 1;
    }
  }
  return count;
}

/** Whether a key's policy speaks of W&B or of its use by S3. */
function isAboutStorage({ statements }: Policy): boolean {
  return statements.some((statement) => {
    const { principal, conditions } = statement;
    return (
      isTitled(statement) ||
      principalTexts(principal).some((named) => identifyPrincipal(named.text).kind === "wandb") ||
      conditions.some(
        ({ key, values }) =>
          isKey(key, viaServiceKey) &&
          values.some((value) => value.kind === "string" && value.value.startsWith("s3.")),
      )
    );
  });
}

/** Whether a bucket takes uploads with a certain encryption only. */
function demandsKey({ statements }: Policy): boolean {
  return statements.some(({ conditions }) =>
    conditions.some(
      ({ key, values }) =>
        encryptionKeys.includes(key.toLowerCase()) &&
        values.some((value) => value.kind === "string" && value.value.includes("kms")),
    ),
  );
}
