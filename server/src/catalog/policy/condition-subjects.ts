/** What a condition key holds, as a sentence names it. By lower-case key, tags up to the slash. */
const subjects: ReadonlyMap<string, string> = new Map([
  ["aws:calledvia", "the services that call on the caller's behalf"],
  ["aws:calledviafirst", "the first service that calls on the caller's behalf"],
  ["aws:calledvialast", "the last service that calls on the caller's behalf"],
  ["aws:currenttime", "the time of the request"],
  ["aws:epochtime", "the time of the request"],
  ["aws:multifactorauthage", "the time in seconds since the second factor"],
  ["aws:principalaccount", "the caller's account"],
  ["aws:principalarn", "the caller's ARN"],
  ["aws:principalorgid", "the caller's organization"],
  ["aws:principalorgpaths", "the caller's places in its organization"],
  ["aws:principalservicename", "the calling service"],
  ["aws:principaltype", "the kind of caller"],
  ["aws:referer", "the Referer header"],
  ["aws:requestedregion", "the Region that the request goes to"],
  ["aws:resourceaccount", "the account that owns the resource"],
  ["aws:resourceorgid", "the organization that owns the resource"],
  ["aws:sourceaccount", "the account for which a service calls"],
  ["aws:sourcearn", "the resource for which a service calls"],
  ["aws:sourceidentity", "the source identity of the session"],
  ["aws:sourceip", "the caller's public IP address"],
  ["aws:sourceorgid", "the organization for which a service calls"],
  ["aws:sourcevpc", "the VPC that the request comes from"],
  ["aws:sourcevpce", "the VPC endpoint that the request comes through"],
  ["aws:tagkeys", "the names of the tags in the request"],
  ["aws:tokenissuetime", "the time when the credentials were issued"],
  ["aws:useragent", "the User-Agent header"],
  ["aws:userid", "the caller's unique id"],
  ["aws:username", "the caller's user name"],
  ["aws:vpcsourceip", "the caller's IP address within the VPC"],
  ["cw:principalorgid", "the caller's CoreWeave organization"],
  ["kms:calleraccount", "the caller's account"],
  ["kms:viaservice", "the service through which the key is used"],
  ["s3:authtype", "how the request is signed"],
  ["s3:delimiter", "the delimiter of the listing"],
  ["s3:locationconstraint", "the Region of the new bucket"],
  ["s3:max-keys", "the number of keys asked for"],
  ["s3:prefix", "the prefix of the listing"],
  ["s3:signatureage", "the age of the signature in milliseconds"],
  ["s3:signatureversion", "the version of the signature"],
  ["s3:tlsversion", "the version of TLS"],
  ["s3:versionid", "the version of the object"],
  ["s3:x-amz-acl", "the canned ACL of the upload"],
  ["s3:x-amz-server-side-encryption", "the encryption of the upload"],
  ["s3:x-amz-server-side-encryption-aws-kms-key-id", "the KMS key of the upload"],
  ["s3:x-amz-storage-class", "the storage class of the upload"],
  ["sts:externalid", "the external id"],
  ["sts:rolesessionname", "the name of the session"],
  ["wandb:orgid", "the W&B organization for which W&B comes"],
]);

/** Whole clauses for keys that are true or false: when they are, and when they are not. */
const claims: ReadonlyMap<string, readonly [whenTrue: string, whenFalse: string]> = new Map([
  [
    "aws:multifactorauthpresent",
    ["the caller signed in with a second factor", "the caller signed in without a second factor"],
  ],
  [
    "aws:principalisawsservice",
    ["an AWS service calls in its own name", "the caller is no AWS service in its own name"],
  ],
  ["aws:securetransport", ["the request is encrypted", "the request is not encrypted"]],
  ["aws:viaawsservice", ["a service calls on the caller's behalf", "the caller calls directly"]],
  [
    "kms:grantisforawsresource",
    [
      "an AWS service makes the grant for its caller",
      "the grant is not made by an AWS service for its caller",
    ],
  ],
]);

/** What stands before the name of a tag, and how a sentence names such a tag. */
const tagSubjects: readonly (readonly [prefix: string, subject: string])[] = [
  ["aws:principaltag/", "the caller's tag"],
  ["aws:requesttag/", "the tag in the request"],
  ["aws:resourcetag/", "the resource's tag"],
  ["iam:resourcetag/", "the resource's tag"],
  ["kms:encryptioncontext:", "the encryption context"],
  ["s3:buckettag/", "the bucket's tag"],
  ["s3:existingobjecttag/", "the object's tag"],
  ["s3:requestobjecttag/", "the upload's tag"],
];

/** What a key holds, or the key itself where there is no better name for it. */
export function subjectOf(key: string): string {
  const lower = key.toLowerCase();
  const known = subjects.get(lower);
  if (known !== undefined) return known;
  const tag = tagSubjects.find(([prefix]) => lower.startsWith(prefix) && lower !== prefix);
  return tag === undefined ? `\`${key}\`` : `${tag[1]} \`${key.slice(tag[0].length)}\``;
}

/** The clause that says that a Boolean key is true, or false. */
export function claimOf(key: string, value: boolean): string | undefined {
  const claim = claims.get(key.toLowerCase());
  return claim?.[value ? 0 : 1];
}
