import { sources } from "../sources.js";
import { commonServicePrincipals } from "./service-principals.js";
import { regions } from "../regions.js";
import { type Fact, type Source } from "../source.js";

/** The values that a key can have, where there are few. By lower-case key. */
export const valuesByKey: ReadonlyMap<string, Fact<readonly string[]>> = new Map([
  entry("s3:x-amz-server-side-encryption", sources["s3-put-object"], [
    "AES256",
    "aws:kms",
    "aws:kms:dsse",
  ]),
  entry("s3:x-amz-acl", sources["s3-put-object"], [
    "private",
    "public-read",
    "public-read-write",
    "authenticated-read",
    "aws-exec-read",
    "bucket-owner-read",
    "bucket-owner-full-control",
  ]),
  entry("s3:x-amz-storage-class", sources["s3-put-object"], [
    "STANDARD",
    "STANDARD_IA",
    "ONEZONE_IA",
    "INTELLIGENT_TIERING",
    "GLACIER_IR",
    "GLACIER",
    "DEEP_ARCHIVE",
    "REDUCED_REDUNDANCY",
  ]),
  entry("s3:object-lock-mode", sources["s3-put-object"], ["GOVERNANCE", "COMPLIANCE"]),
  entry("s3:object-lock-legal-hold", sources["s3-put-object"], ["ON", "OFF"]),
  entry("s3:x-amz-metadata-directive", sources["s3-actions"], ["COPY", "REPLACE"]),
  entry("s3:tlsversion", sources["s3-condition-key-examples"], ["1.2", "1.3"]),
  entry("s3:authtype", sources["s3-actions"], ["REST-HEADER", "REST-QUERY-STRING", "POST"]),
  entry("s3:signatureversion", sources["s3-actions"], ["AWS4-HMAC-SHA256"]),
  entry("s3:delimiter", sources["s3-actions"], ["/"]),
  entry("aws:principaltype", sources["global-condition-keys"], [
    "Account",
    "User",
    "FederatedUser",
    "AssumedRole",
    "Anonymous",
  ]),
  entry("aws:requestedregion", sources["global-condition-keys"], regions),
  entry("s3:locationconstraint", sources["s3-actions"], regions),
  entry("aws:calledvia", sources["global-condition-keys"], commonServicePrincipals),
  entry("aws:calledviafirst", sources["global-condition-keys"], commonServicePrincipals),
  entry("aws:calledvialast", sources["global-condition-keys"], commonServicePrincipals),
  entry("aws:principalservicename", sources["global-condition-keys"], commonServicePrincipals),
  entry("iam:passedtoservice", sources["global-condition-keys"], commonServicePrincipals),
  entry("token.actions.githubusercontent.com:aud", sources["global-condition-keys"], [
    "sts.amazonaws.com",
  ]),
  entry("saml:aud", sources["global-condition-keys"], ["https://signin.aws.amazon.com/saml"]),
]);

/** The forms that a key's values have, where there are many. By lower-case key. */
export const valueFormsByKey: ReadonlyMap<string, readonly string[]> = new Map([
  ["aws:principalorgid", ["o-a1b2c3d4e5"]],
  ["aws:resourceorgid", ["o-a1b2c3d4e5"]],
  ["aws:sourceorgid", ["o-a1b2c3d4e5"]],
  ["aws:principalorgpaths", ["o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*"]],
  ["aws:principalaccount", ["123456789012"]],
  ["aws:resourceaccount", ["123456789012"]],
  ["aws:sourceaccount", ["123456789012"]],
  ["aws:principalarn", ["arn:aws:iam::123456789012:role/example"]],
  ["aws:sourcearn", ["arn:aws:s3:::example-bucket"]],
  ["aws:sourceip", ["203.0.113.0/24"]],
  ["aws:vpcsourceip", ["10.0.0.0/8"]],
  ["aws:sourcevpc", ["vpc-1a2b3c4d5e6f7a8b9"]],
  ["aws:sourcevpce", ["vpce-1a2b3c4d5e6f7a8b9"]],
  ["aws:currenttime", ["2026-12-31T23:59:59Z"]],
  ["aws:tokenissuetime", ["2026-12-31T23:59:59Z"]],
  ["aws:multifactorauthage", ["3600"]],
  ["s3:signatureage", ["86400000"]],
  ["kms:calleraccount", ["123456789012"]],
]);

/** Services that use a key on behalf of their callers, without the Region in their name. */
export const viaServices: readonly string[] = ["s3", "ec2", "rds", "secretsmanager", "sqs"];

function entry(
  key: string,
  source: Source,
  value: readonly string[],
): readonly [string, Fact<readonly string[]>] {
  return [key, { value, source, certainty: "documented" }];
}
