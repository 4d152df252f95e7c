/** What a condition key contains, in the words of a sentence. By lower-case key, tags up to the slash. */
const subjects: ReadonlyMap<string, string> = new Map([
  ["aws:calledvia", "the services that make requests on behalf of the caller"],
  ["aws:calledviafirst", "the first service that makes a request on behalf of the caller"],
  ["aws:calledvialast", "the last service that makes a request on behalf of the caller"],
  ["aws:currenttime", "the time of the request"],
  ["aws:epochtime", "the time of the request"],
  ["aws:multifactorauthage", "the number of seconds since multi-factor authentication"],
  ["aws:principalaccount", "the caller's account"],
  ["aws:principalarn", "the caller's ARN"],
  ["aws:principalorgid", "the caller's organization"],
  ["aws:principalorgpaths", "the caller's organization paths"],
  ["aws:principalservicename", "the calling service"],
  ["aws:principaltype", "the type of the caller"],
  ["aws:referer", "the Referer header"],
  ["aws:requestedregion", "the Region that the request goes to"],
  ["aws:resourceaccount", "the account that owns the resource"],
  ["aws:resourceorgid", "the organization that owns the resource"],
  ["aws:sourceaccount", "the account that a service acts for"],
  ["aws:sourcearn", "the resource that a service acts for"],
  ["aws:sourceidentity", "the source identity of the session"],
  ["aws:sourceip", "the caller's public IP address"],
  ["aws:sourceorgid", "the organization that a service acts for"],
  ["aws:sourcevpc", "the VPC that the request comes from"],
  ["aws:sourcevpce", "the VPC endpoint that the request comes through"],
  ["aws:tagkeys", "the names of the tags in the request"],
  ["aws:tokenissuetime", "the time when the credentials were issued"],
  ["aws:useragent", "the User-Agent header"],
  ["aws:userid", "the caller's unique ID"],
  ["aws:username", "the caller's user name"],
  ["aws:vpcsourceip", "the caller's IP address within the VPC"],
  ["cw:principalorgid", "the caller's CoreWeave organization"],
  ["kms:calleraccount", "the caller's account"],
  ["kms:viaservice", "the service through which the key is used"],
  ["s3:authtype", "how the request is signed"],
  ["s3:delimiter", "the delimiter of the listing"],
  ["s3:locationconstraint", "the Region of the new bucket"],
  ["s3:max-keys", "the maximum number of keys in the listing"],
  ["s3:prefix", "the prefix of the listing"],
  ["s3:signatureage", "the age of the signature in milliseconds"],
  ["s3:signatureversion", "the signature version"],
  ["s3:tlsversion", "the TLS version"],
  ["s3:versionid", "the version of the object"],
  ["s3:x-amz-acl", "the canned ACL of the upload"],
  ["s3:x-amz-server-side-encryption", "the encryption of the upload"],
  ["s3:x-amz-server-side-encryption-aws-kms-key-id", "the KMS key of the upload"],
  ["s3:x-amz-storage-class", "the storage class of the upload"],
  ["sts:externalid", "the external ID"],
  ["sts:rolesessionname", "the role session name"],
  ["wandb:orgid", "the W&B organization that W&B acts for"],
]);

/** What precedes the name of a tag, and how a sentence refers to the tag. */
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

/** What a key contains, or the key itself where there is no better name for it. */
export function subjectOf(key: string): string {
  const lower = key.toLowerCase();
  const known = subjects.get(lower);
  if (known !== undefined) return known;
  const tag = tagSubjects.find(([prefix]) => lower.startsWith(prefix) && lower !== prefix);
  return tag === undefined ? `\`${key}\`` : `${tag[1]} \`${key.slice(tag[0].length)}\``;
}
