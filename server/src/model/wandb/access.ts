import { splitBucket } from "../policy/resource.js";
import {
  bucketPermissions,
  keyPermissions,
  readOnlyActions,
  type WandbPermission,
} from "../../catalog/wandb/permissions.js";
import { sourceKeys } from "../../catalog/policy/condition-keys.js";
import { organizationKeys } from "../../catalog/policy/request-keys.js";
import {
  callerId,
  directRequests,
  mfaKey,
  signing,
  withoutAclAndTags,
  withoutMfa,
} from "../../catalog/wandb/requests.js";
import { orgIdKey, wandbNames } from "../../catalog/wandb/principals.js";
import { lookupIn, type Lookup, type RequestContext } from "../access/context.js";
import {
  principalContext,
  principalTexts,
  readRequester,
  type NamedPrincipal,
  type Requester,
} from "../access/principal.js";
import {
  matchAction,
  matchResource,
  matchWho,
  reachOf,
  type StatementMatch,
  type StatementReach,
} from "../access/statement.js";
import { type Truth } from "../access/truth.js";
import { answerAction } from "../access/access.js";
import { isBucketArn, readArn } from "../policy/arn.js";
import { orgConditions } from "./org-condition.js";
import { type Policy, type Statement, type Text } from "../policy/policy.js";
import { identifyPrincipal, isMeantForWandb, type PrincipalIdentity } from "./principal.js";
import { rememberFor } from "../../text/memo.js";

/** A principal of a policy that W&B uses, or is likely to. */
export interface WandbSubject {
  /** As a message names it. */
  readonly name: string;
  /** Where the policy first allows it something. */
  readonly place: NamedPrincipal;
  readonly identity: PrincipalIdentity;
  /** `guess`: its grants look like W&B's, but nothing in the policy says so. */
  readonly certainty: "named" | "guess";
  readonly requester: Requester;
  /** Allow statements that name it. */
  readonly statements: readonly Statement[];
}

/** What W&B may do by one principal. */
export interface WandbAccess {
  readonly policy: Policy;
  readonly subject: WandbSubject;
  readonly resources: WandbResources;
  readonly requests: WandbRequests;
  readonly permissions: readonly PermissionAccess[];
  /** Only what reading takes is allowed, as for media that Weave shows but W&B does not store. */
  readonly readOnly: boolean;
}

/** Who asks for what, and what is known of the request, for each kind of resource. */
export type WandbRequests = Readonly<Record<WandbPermission["on"], Parameters<typeof reachOf>[2]>>;

/** The texts by which the policy names what W&B is to reach. */
export type WandbResources = Readonly<Record<WandbPermission["on"], string>>;

export interface PermissionAccess {
  readonly permission: WandbPermission;
  /** `partly`: what W&B cannot do without is allowed, but not all that its page asks for. */
  readonly state: "allowed" | "partly" | "missing" | "denied" | "unknown";
  /** What a missing permission lacks: a statement with the action, or one that reaches the resource. */
  readonly lacks: "action" | "resource" | "condition" | undefined;
  /** The statements that allow or deny it, or that would but for their resource or condition. */
  readonly statements: readonly StatementMatch[];
}

/** The permissions that W&B asks of a policy of this type. */
export function permissionsFor({ type }: Policy): readonly WandbPermission[] {
  if (type === "key") return keyPermissions;
  return type === "bucket" || type === "coreweave-bucket" ? bucketPermissions : [];
}

/** What every principal of W&B in the policy may do. Worked out once for each policy. */
export const wandbAccess = rememberFor((policy: Policy): readonly WandbAccess[] =>
  permissionsFor(policy).length === 0 ? [] : accessOf(policy),
);

function accessOf(policy: Policy): readonly WandbAccess[] {
  return wandbSubjects(policy).map((subject) => {
    const view = viewOf(policy, subject);
    const permissions = permissionsFor(policy).map((each) => permissionAccess(view, each));
    const { resources, requests } = view;
    return { policy, subject, resources, requests, permissions, readOnly: isReadOnly(subject) };
  });
}

/**
 * The principals that are W&B's, or else those that seem to be: named by a placeholder or a statement
 * of W&B's page, or allowed most of what only W&B asks for. A policy about other things has none.
 */
export const wandbSubjects = rememberFor((policy: Policy): readonly WandbSubject[] => {
  const named = granteesOf(policy, ["wandb", "slip"]);
  if (named.length > 0) return named.map((each) => subjectOf(each, "named"));
  const placeholders = granteesOf(policy, ["wandb-placeholder"]);
  if (placeholders.length > 0) return placeholders.map((each) => subjectOf(each, "named"));
  const others = granteesOf(policy, ["placeholder", "other"]).filter(({ place }) =>
    isIdentity(place),
  );
  const titled = others.filter(({ statements }) =>
    statements.some((statement) => isTitled(statement)),
  );
  if (titled.length > 0) return titled.map((each) => subjectOf(each, "named"));
  return others
    .filter(({ statements }) => resembles(policy, statements))
    .map((each) => subjectOf(each, "guess"));
});

/** Somebody whom a policy allows something. */
interface Grantee {
  readonly name: string;
  readonly place: NamedPrincipal;
  readonly identity: PrincipalIdentity;
  readonly statements: Statement[];
}

/** Whom of a kind the policy allows something, each once. */
function granteesOf(
  { statements }: Policy,
  kinds: readonly PrincipalIdentity["kind"][],
): readonly Grantee[] {
  const grantees = new Map<string, Grantee>();
  for (const statement of statements) {
    if (statement.allows !== true) continue;
    for (const place of principalTexts(statement.principal)) {
      const identity = identifyPrincipal(place.text);
      if (!kinds.includes(identity.kind)) continue;
      const name = place.text.value ?? "\0";
      const known = grantees.get(name);
      if (known === undefined) {
        grantees.set(name, { name, place, identity, statements: [statement] });
      } else if (known.statements.at(-1) !== statement) known.statements.push(statement);
    }
  }
  return [...grantees.values()];
}

function subjectOf(grantee: Grantee, certainty: WandbSubject["certainty"]): WandbSubject {
  const { place, identity } = grantee;
  const { value } = place.text;
  const requester = readRequester(value ?? "\0");
  return {
    ...grantee,
    certainty,
    requester: {
      ...requester,
      kind: value === undefined ? "unknown" : requester.kind,
      judge: (text) => judge(text, value, identity),
    },
  };
}

/**
 * Texts that are filled in later, next to a principal of W&B's, are somebody else's. References to
 * the same thing cannot be told from others, so they are taken to be one.
 */
function judge(
  { value, partial, ...rest }: Text,
  own: string | undefined,
  identity: PrincipalIdentity,
): Truth | undefined {
  if (!partial || value === own) return value === own ? "yes" : undefined;
  const theirs = identifyPrincipal({ value, partial, ...rest }).kind;
  return isMeantForWandb(identity) && theirs === "placeholder" ? "no" : undefined;
}

/** Whether a principal can be somebody who uses a bucket by its API, not a service of AWS. */
function isIdentity({ entry, text }: NamedPrincipal): boolean {
  if (entry.key !== "AWS" && entry.key !== "CW") return false;
  return text.value?.includes(":cloudfront:") !== true;
}

/** Whether a statement is titled as W&B's. */
export function isTitled({ sid }: Statement): boolean {
  if (sid?.value?.kind !== "string") return false;
  const name = sid.value.value.toLowerCase().replace(/[\s_-]/g, "");
  return wandbNames.some((known) => name.includes(known));
}

/** Whether a statement is W&B's by its title or by what it allows, whomever it names. */
export function isLikeWandbs(policy: Policy, statement: Statement): boolean {
  return isTitled(statement) || resembles(policy, [statement]);
}

/**
 * Whether statements allow nearly all that W&B asks for, action by action. One that allows everything
 * at once is an administrator's.
 */
function resembles(policy: Policy, statements: readonly Statement[]): boolean {
  const permissions = permissionsFor(policy);
  const listed = permissions.filter(({ essential }) =>
    statements.some(
      (statement) =>
        statement.action?.items.every(
          ({ value }) => value !== "*" && value?.endsWith(":*") !== true,
        ) === true && essential.every((action) => matchAction(statement, action) === "yes"),
    ),
  );
  return listed.length >= Math.ceil(permissions.length * 0.7) && policy.type !== "key";
}

/** What the policy calls the bucket, its objects or the key that W&B is to use. */
function resourcesOf(policy: Policy, { statements }: WandbSubject): WandbResources {
  const own = textsOf(statements);
  const find = (is: (text: string) => boolean): string | undefined =>
    own.find(is) ?? textsOf(policy.statements).find(is);
  // Another text than a whole ARN may be what a slip made of one.
  const first =
    own.find((text) => isBucketArn(readArn(text))) ??
    find((text) => splitBucket(text) !== undefined);
  const named = splitBucket(first ?? "")?.bucket ?? "arn:aws:s3:::\0";
  const objects = own.find((text) => {
    const split = splitBucket(text);
    return split?.bucket === named && split.rest.endsWith("*");
  });
  const key = policy.type === "key" ? find((text) => text !== "*") : undefined;
  return { bucket: named, object: objects ?? `${named}/*`, key: key ?? "*" };
}

function textsOf(statements: readonly Statement[]): readonly string[] {
  return statements.flatMap(({ resource }) =>
    (resource?.items ?? []).flatMap(({ value }) => (value === undefined ? [] : [value])),
  );
}

/** A policy as far as it is about one principal. */
interface View {
  readonly policy: Policy;
  readonly subject: WandbSubject;
  readonly resources: WandbResources;
  readonly requests: WandbRequests;
  /** The statements that are about the principal and reach the resource. */
  readonly reaching: Readonly<Record<WandbPermission["on"], readonly StatementReach[]>>;
}

/** Most statements of a long policy are about somebody or something else, and are passed over once. */
function viewOf(policy: Policy, subject: WandbSubject): View {
  const { requester } = subject;
  const resources = resourcesOf(policy, subject);
  const concerned = policy.statements.filter(
    (statement) => matchWho(policy, statement, requester).truth !== "no",
  );
  const lookups = wandbLookups(policy, subject);
  const requestFor = (on: WandbPermission["on"]): WandbRequests["bucket"] => ({
    requester,
    resource: resources[on],
    lookup: lookups[on],
  });
  const requests: WandbRequests = {
    bucket: requestFor("bucket"),
    object: requestFor("object"),
    key: requestFor("key"),
  };
  const reach = (on: WandbPermission["on"]): readonly StatementReach[] =>
    concerned
      .map((statement) => reachOf(policy, statement, requests[on]))
      .filter((each) => each.resource !== "no");
  const reaching = {
    bucket: reach("bucket"),
    object: reach("object"),
    key: policy.type === "key" ? reach("key") : [],
  };
  return { policy, subject, resources, requests, reaching };
}

function permissionAccess(view: View, permission: WandbPermission): PermissionAccess {
  const essential = permission.essential.map((action) => actionAccess(view, permission, action));
  const [first] = essential;
  const worst = (["denied", "missing", "unknown"] as const)
    .map((state) => essential.find((found) => found.state === state))
    .find((found) => found !== undefined);
  if (worst !== undefined || first === undefined) return worst ?? unknownAccess(permission);
  if (permission.actions.length === permission.essential.length) return first;
  const whole = actionAccess(view, permission, permission.action);
  if (whole.state === "allowed") return { ...first, statements: whole.statements };
  const each = permission.actions.map((action) => actionAccess(view, permission, action));
  return { ...first, state: each.every(({ state }) => state !== "missing") ? "allowed" : "partly" };
}

function unknownAccess(permission: WandbPermission): PermissionAccess {
  return { permission, state: "unknown", lacks: undefined, statements: [] };
}

function actionAccess(
  { policy, subject: { statements }, resources, reaching }: View,
  permission: WandbPermission,
  action: string,
): PermissionAccess {
  const resource = resources[permission.on];
  const found = answerAction(policy, reaching[permission.on], action);
  const state =
    found.denial === "sure"
      ? "denied"
      : found.grant === "none"
        ? "missing"
        : found.grantIsSure && found.denial === "none"
          ? "allowed"
          : "unknown";
  if (state !== "missing") {
    return {
      permission,
      state,
      lacks: undefined,
      statements: state === "denied" ? found.denies : [...found.allows, ...found.denies],
    };
  }
  const blocked = found.others.filter(
    (match) =>
      match.statement.allows === true &&
      match.principal.truth !== "no" &&
      match.action !== "no" &&
      match.resource !== "no",
  );
  if (blocked.length > 0) return { permission, state, lacks: "condition", statements: blocked };
  const reaches = statements.some(
    (statement) => matchResource(policy, statement, resource) !== "no",
  );
  return { permission, state, lacks: reaches ? "action" : "resource", statements: [] };
}

/**
 * What is known of requests of W&B's: they are signed, come over TLS, no service makes them in another's name,
 * no person with a multi-factor device does, W&B's own are in no customer's organization, and for
 * CoreWeave they are for the right one.
 */
function wandbLookups(
  policy: Policy,
  { requester, identity }: WandbSubject,
): Readonly<Record<WandbPermission["on"], Lookup>> {
  const lookup = lookupIn(
    [
      organizationContext(policy),
      isMeantForWandb(identity) ? ofAnotherOrganization : {},
      principalContext(requester),
    ],
    "unknown",
  );
  const lookupAfter =
    (lookupKnown: Lookup): Lookup =>
    (key) => {
      const name = key.toLowerCase();
      if (name === mfaName) return { kind: "false-or-absent" };
      const known = lookupKnown(key);
      const found = known.kind === "unknown" ? lookup(key) : known;
      if (found.kind !== "unknown") return found;
      if (name === callerId.key && requester.kind === "role") {
        return { kind: "prefix", prefix: callerId.rolePrefix };
      }
      const isNeverSent = neverSentPrefixes.some((prefix) => name.startsWith(prefix));
      return isNeverSent && policy.type !== "key" ? { kind: "absent" } : found;
    };
  const isKey = policy.type === "key";
  return {
    bucket: lookupAfter(isKey ? knownOf.key : knownOf.bucket),
    object: lookupAfter(isKey ? knownOf.key : knownOf.object),
    key: lookupAfter(knownOf.key),
  };
}

const absentKeys = (keys: readonly string[]): RequestContext =>
  Object.fromEntries(keys.map((key) => [key, null]));

const mfaName = mfaKey.toLowerCase();
const neverSentPrefixes = withoutAclAndTags.value.prefixes.map((prefix) => prefix.toLowerCase());
const withoutDevice = absentKeys(withoutMfa.value.keys);
const sentByNone = absentKeys([...withoutAclAndTags.value.keys, ...directRequests.value.keys]);

/** W&B's accounts are in no customer's organization; only a wildcard stands for theirs. */
const ofAnotherOrganization: RequestContext = Object.fromEntries(
  organizationKeys.map((key) => [key, "o-\0"]),
);

const madeByNoService: RequestContext = {
  ...Object.fromEntries(sourceKeys.map((key) => [key, null])),
  "aws:ViaAWSService": false,
  "aws:PrincipalIsAWSService": false,
};

/** The organisation that a policy for CoreWeave names is taken to be the right one. */
function organizationContext(policy: Policy): RequestContext {
  for (const { conditions } of orgConditions(policy)) {
    for (const { values } of conditions) {
      const [first] = values;
      if (first?.kind === "string") return { [orgIdKey]: first.value };
    }
  }
  return {};
}

function isReadOnly({ statements }: WandbSubject): boolean {
  const actions = statements.map(({ action }) => action);
  return actions.every(
    (action) =>
      action !== undefined &&
      !action.unknown &&
      action.items.length > 0 &&
      action.items.every(({ value = "" }) =>
        readOnlyActions.some((known) => known.toLowerCase() === value.toLowerCase()),
      ),
  );
}

const withoutKeys: RequestContext = {
  ...madeByNoService,
  ...sentByNone,
  "aws:SecureTransport": true,
  [signing.version.key]: signing.version.value,
};

/**
 * What every request of W&B's carries. Files go through presigned URLs too, so how those are signed is not
 * one thing.
 */
const knownOf: Readonly<Record<WandbPermission["on"], Lookup>> = {
  key: lookupIn([withoutDevice], "unknown"),
  object: lookupIn([withoutKeys, withoutDevice], "unknown"),
  bucket: lookupIn(
    [{ [signing.header.key]: signing.header.value }, withoutKeys, withoutDevice],
    "unknown",
  ),
};
