import { keyTypes } from "../service-reference/key-types.generated.js";
import {
  conditionKeyDetail,
  globalConditionKeys,
  isDetailed,
  isGlobalConditionKey,
  isService,
  normalConditionKey,
  serviceDetail,
  type ActionDetail,
} from "../service-reference.js";

/** What the values of a condition key are. */
export interface KeyType {
  readonly type: "String" | "ARN" | "Bool" | "Numeric" | "Date" | "IPAddress" | "Binary";
  /** Whether a request may carry several values, so that a set qualifier is needed. */
  readonly multivalued: boolean;
}

/**
 * Global keys that the reference lacks: two that AWS documents in other places, and one that its own
 * policies use without documenting it.
 */
const furtherGlobalKeys: Readonly<Record<string, string>> = {
  "aws:SignInSessionArn": "ARN",
  "aws:PrincipalOrgMasterAccountId": "String",
  "codebuild:BuildArn": "ARN",
  "codebuild:ProjectArn": "ARN",
};

const furtherTypes = new Map(
  Object.entries(furtherGlobalKeys).map(([key, type]) => [key.toLowerCase(), type]),
);

/** Keys that hold either of two types, so that neither family of operators is wrong. */
const keysOfTwoTypes = new Set(["aws:epochtime", "aws:sourcevpcarn"]);

/** Whether the key is one that any service's request may carry. */
export function isKnownGlobalKey(key: string): boolean {
  return isGlobalConditionKey(key) || furtherTypes.has(key.toLowerCase());
}

/** The keys that begin with `aws:`, as AWS writes them. */
export function awsKeys(): readonly string[] {
  return [...globalConditionKeys().map(({ key }) => key), ...Object.keys(furtherGlobalKeys)].filter(
    (key) => key.startsWith("aws:"),
  );
}

/** The type of a key that is known; nothing for a key that is not, or that has two. */
export function keyType(key: string): KeyType | undefined {
  const lower = key.toLowerCase();
  if (keysOfTwoTypes.has(lower)) return undefined;
  const written =
    conditionKeyDetail(key)?.type ?? furtherTypes.get(lower) ?? typesBeyond().get(lower);
  if (written === undefined) return undefined;
  const multivalued = written.startsWith("ArrayOf");
  const type = baseTypes[multivalued ? written.slice("ArrayOf".length) : written];
  return type === undefined ? undefined : { type, multivalued };
}

let beyond: ReadonlyMap<string, string> | undefined;

/** Types of the keys of services that are known by name only, those of plain strings left out. */
function typesBeyond(): ReadonlyMap<string, string> {
  return (beyond ??= new Map(
    Object.entries(keyTypes).flatMap(([type, written]) =>
      written.split(" ").map((key) => [key.toLowerCase(), type] as const),
    ),
  ));
}

const baseTypes: Readonly<Record<string, KeyType["type"]>> = {
  String: "String",
  ARN: "ARN",
  Bool: "Bool",
  Numeric: "Numeric",
  Long: "Numeric",
  Date: "Date",
  IPAddress: "IPAddress",
  Binary: "Binary",
};

/** Prefixes of condition keys that are neither a service's nor an identity provider's domain. */
const furtherPrefixes = new Set([
  "catalog",
  "cognito-identity-auth",
  "cognito-identity-unauth",
  "identitycenter",
  "saml",
]);

/** Whether some key may begin like this. */
export function isKnownKeyPrefix(prefix: string): boolean {
  const lower = prefix.toLowerCase();
  return lower === "aws" || isService(lower) || furtherPrefixes.has(lower);
}

/** The keys of the service that a key names, or the global ones; none for a service known by name only. */
export function keysBeside(key: string): readonly string[] {
  const prefix = keyPrefix(key).toLowerCase();
  if (prefix === "aws") return awsKeys();
  return [...(serviceDetail(prefix)?.conditionKeys.values() ?? [])]
    .map((detail) => detail.key)
    .filter((each) => keyPrefix(each).toLowerCase() === prefix);
}

/** Whether everything about the key's service is known, so that a key that is missing there is none. */
export function isKeyOfDetailedService(key: string): boolean {
  return isDetailed(keyPrefix(key));
}

/** What precedes the colon: a service, `aws`, or an identity provider's domain. */
export function keyPrefix(key: string): string {
  return key.slice(0, Math.max(key.indexOf(":"), 0));
}

/** Whether the key is a claim of an identity provider: `accounts.google.com:aud`, `host/path:sub`. */
export function isProviderKey(key: string): boolean {
  const prefix = keyPrefix(key);
  return prefix.includes(".") || prefix.includes("/") || prefix.toLowerCase() === "saml";
}

/**
 * Keys whose values AWS makes up itself, so that neither a wildcard nor a variable has a use in them
 * and both let strangers in.
 */
const sensitiveKeys = lowerSet([
  "aws:PrincipalAccount",
  "aws:PrincipalOrgID",
  "aws:ResourceAccount",
  "aws:ResourceOrgID",
  "aws:SourceAccount",
  "aws:SourceOrgID",
  "aws:SourceVpc",
  "aws:SourceVpce",
  "aws:VpceAccount",
  "aws:VpceOrgID",
]);

export function isSensitiveKey(key: string): boolean {
  return sensitiveKeys.has(key.toLowerCase());
}

/** Keys that a pattern may stand for, if it begins with enough to tell whose they are. */
const patternKeys = lowerSet([
  "aws:PrincipalArn",
  "aws:PrincipalOrgPaths",
  "aws:ResourceOrgPaths",
  "aws:SourceArn",
  "aws:SourceOrgPaths",
  "aws:VpceOrgPaths",
]);

export function isPatternKey(key: string): boolean {
  return patternKeys.has(key.toLowerCase());
}

/** How many characters must stand together before a wildcard or a variable in such a key's value. */
export const charactersBeforeWildcard = 6;

/** Keys that the caller sets as it likes. */
const callerControlledKeys = lowerSet(["aws:Referer", "aws:UserAgent"]);

export function isCallerControlledKey(key: string): boolean {
  return callerControlledKeys.has(key.toLowerCase());
}

/** Keys that name the resource on whose behalf a service calls. */
export const sourceKeys: readonly string[] = [
  "aws:SourceArn",
  "aws:SourceAccount",
  "aws:SourceOrgID",
  "aws:SourceOrgPaths",
];

/** Keys of the principal's organization, tags and name, which a service's own principal has not. */
const memberKeys = lowerSet([
  "aws:PrincipalArn",
  "aws:PrincipalOrgID",
  "aws:PrincipalOrgPaths",
  "aws:PrincipalTag/",
  "aws:username",
]);

export function isMemberKey(key: string): boolean {
  return memberKeys.has(normalConditionKey(key));
}

/** Keys that distinguish callers without the source resource. */
const restrictingPrefixes = ["aws:principal", "kms:encryptioncontext:"];
const restrictingKeys = lowerSet([
  "aws:Referer",
  "aws:SourceIp",
  "aws:SourceOwner",
  "aws:SourceVpc",
  "aws:SourceVpcArn",
  "aws:SourceVpce",
  "aws:UserAgent",
  "aws:VpcSourceIp",
  "kms:CallerAccount",
  "kms:ViaService",
  "kms:GrantIsForAWSResource",
]);

export function isRestrictingKey(key: string): boolean {
  const lower = key.toLowerCase();
  return (
    restrictingKeys.has(lower) || restrictingPrefixes.some((prefix) => lower.startsWith(prefix))
  );
}

/** Keys without which IfExists, or nothing at all, would let a stranger's request through. */
const guardingKeys = lowerSet([
  "aws:PrincipalAccount",
  "aws:PrincipalArn",
  "aws:PrincipalOrgID",
  "aws:PrincipalOrgPaths",
  "aws:SourceAccount",
  "aws:SourceArn",
  "aws:SourceIp",
  "aws:SourceOrgID",
  "aws:SourceOrgPaths",
  "aws:SourceVpc",
  "aws:SourceVpce",
  "aws:VpcSourceIp",
]);

export function isGuardingKey(key: string): boolean {
  return guardingKeys.has(key.toLowerCase());
}

/** Keys that every request carries, as AWS documents. */
const alwaysPresentKeys = lowerSet([
  "aws:CurrentTime",
  "aws:EpochTime",
  "aws:PrincipalAccount",
  "aws:PrincipalType",
  "aws:RequestedRegion",
  "aws:SecureTransport",
  "aws:userid",
  "aws:ViaAWSService",
]);

export function isAlwaysPresentKey(key: string): boolean {
  return alwaysPresentKeys.has(key.toLowerCase());
}

/** Keys that are only complete with a name of the user's own, and what stands before that name. */
const tagKeys: readonly string[] = [
  "aws:PrincipalTag/",
  "aws:RequestTag/",
  "aws:ResourceTag/",
  "ec2:ResourceTag/",
  "iam:ResourceTag/",
  "kms:EncryptionContext:",
  "s3:AccessPointTag/",
  "s3:BucketTag/",
  "s3:ExistingObjectTag/",
  "s3:RequestObjectTag/",
  "secretsmanager:ResourceTag/",
  "ssm:resourceTag/",
];

/** What a key lacks a name behind, such as `aws:ResourceTag/`; nothing for any other key. */
export function keyWithoutTag(key: string): string | undefined {
  const lower = key.toLowerCase();
  return tagKeys.find((each) => {
    const prefix = each.toLowerCase();
    return lower === prefix || lower === prefix.slice(0, -1);
  });
}

/** Keys whose values are service principals. */
const servicePrincipalKeys = lowerSet([
  "aws:CalledVia",
  "aws:CalledViaFirst",
  "aws:CalledViaLast",
  "aws:PrincipalServiceName",
  "aws:PrincipalServiceNamesList",
  "iam:AWSServiceName",
  "iam:PassedToService",
]);

export function isServicePrincipalKey(key: string): boolean {
  return servicePrincipalKeys.has(key.toLowerCase());
}

/** Whether a key names services that call others for somebody, by the part of their name that is their own. */
export function isCallerKey(key: string): boolean {
  return key.toLowerCase().startsWith("aws:calledvia");
}

/** Keys that say which account or organization owns the resource: the policy's own, on a bucket. */
const ownerKeys = lowerSet([
  "aws:ResourceAccount",
  "aws:ResourceOrgID",
  "aws:ResourceOrgPaths",
  "s3:ResourceAccount",
]);

export function isOwnerKey(key: string): boolean {
  return ownerKeys.has(key.toLowerCase());
}

/** Keys that restrict too little alone, and those of which one must be used with them. */
export const pairedKeys: ReadonlyMap<string, readonly string[]> = new Map([
  ["aws:vpcsourceip", ["aws:SourceVpc", "aws:SourceVpce", "aws:SourceVpcArn"]],
]);

/** An action that a request needs besides another one where it sets what a key tests. */
export interface CompanionAction {
  readonly key: string;
  readonly action: string;
  readonly companion: string;
}

export const companionActions: readonly CompanionAction[] = [
  { key: "s3:RequestObjectTag/", action: "s3:PutObject", companion: "s3:PutObjectTagging" },
  { key: "s3:RequestObjectTagKeys", action: "s3:PutObject", companion: "s3:PutObjectTagging" },
];

/** The key for the ARN of a KMS key. */
export const kmsKeyIdKey = "s3:x-amz-server-side-encryption-aws-kms-key-id";

function lowerSet(keys: readonly string[]): ReadonlySet<string> {
  return new Set(keys.map((key) => key.toLowerCase()));
}

/** Keys that AWS has given up, and the ones that took their place. */
export const deprecatedKeys: ReadonlyMap<string, readonly string[]> = new Map([
  ["aws:arn", ["aws:PrincipalArn", "aws:SourceArn"]],
]);

/** Keys whose values are the names of Regions. */
export function isRegionKey(key: string): boolean {
  return key.toLowerCase() === "aws:requestedregion";
}

/** Keys whose values are ids of a VPC or of a VPC endpoint, and how those begin. */
export const vpcIdPrefixes: ReadonlyMap<string, "vpc-" | "vpce-"> = new Map([
  ["aws:sourcevpc", "vpc-"],
  ["aws:sourcevpce", "vpce-"],
]);

/** Whether a text has the form of such an id: the prefix, then 8 or 17 letters and digits. */
export function isVpcId(text: string, prefix: "vpc-" | "vpce-"): boolean {
  const rest = text.slice(prefix.length);
  return text.startsWith(prefix) && /^[0-9A-Za-z]+$/.test(rest) && [8, 17].includes(rest.length);
}

/** Keys that single rules look at. */
export const keys = {
  dynamodbAttributes: "dynamodb:Attributes",
  dynamodbSelect: "dynamodb:Select",
  epochTime: "aws:EpochTime",
  mfaPresent: "aws:MultiFactorAuthPresent",
  prefix: "s3:prefix",
  sourceIp: "aws:SourceIp",
  userId: "aws:userid",
  viaService: "kms:ViaService",
  vpcSourceIp: "aws:VpcSourceIp",
} as const;

/** Claims of an identity provider's token that have one value: who it is about. */
export function isSingleValuedClaim(key: string): boolean {
  return isProviderKey(key) && key.endsWith(":sub");
}

/** The key for one of the tags of the requested resource. */
export function isResourceTagKey(key: string): boolean {
  return normalConditionKey(key) === "aws:resourcetag/";
}

/** Whether the reference lists a key for the action itself or for what it works on. */
export function carriesConditionKey(action: ActionDetail, key: string): boolean {
  const normal = normalConditionKey(key);
  return [action, ...action.resourceTypes].some(({ conditionKeys }) =>
    conditionKeys.some((detail) => normalConditionKey(detail.key) === normal),
  );
}

/** Keys of the tags that a request sets, names or meets, which differ by action in ways of their own. */
export function isTagKey(key: string): boolean {
  const normal = normalConditionKey(key);
  return normal === "aws:requesttag/" || normal === "aws:tagkeys" || isResourceTagKey(key);
}

/** Claims that say whom a token is meant for. */
export function isAudienceKey(key: string): boolean {
  return isProviderKey(key) && /:o?aud$/i.test(key);
}

const endpointOwnerKeys = lowerSet(["aws:VpceAccount", "aws:VpceOrgID", "aws:VpceOrgPaths"]);

/** Keys that say who owns the VPC endpoint of a request, which some services only know. */
export function isEndpointOwnerKey(key: string): boolean {
  return endpointOwnerKeys.has(key.toLowerCase());
}

/** What `dynamodb:Select` is for a request that names its attributes. */
export const attributeSelection = "SPECIFIC_ATTRIBUTES";
