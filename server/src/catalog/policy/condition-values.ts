import { commonServicePrincipals } from "./service-principals.js";
import { regions } from "../regions.js";
import { type Fact, type Source } from "../source.js";

const s3KeysPage: Source = {
  title: "Bucket policy examples using condition keys",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html",
  date: "2026-06",
};

const s3ReferencePage: Source = {
  title: "Actions, resources, and condition keys for Amazon S3",
  url: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_s3.html",
  date: "2026-09",
};

const putObjectPage: Source = {
  title: "Amazon S3 API Reference: PutObject",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html",
  date: "2026-06",
};

const globalKeysPage: Source = {
  title: "AWS global condition context keys",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html",
  date: "2026-06",
};

/** The values that a key can have, where there are few. By lower-case key. */
export const valuesByKey: ReadonlyMap<string, Fact<readonly string[]>> = new Map([
  entry("s3:x-amz-server-side-encryption", putObjectPage, ["AES256", "aws:kms", "aws:kms:dsse"]),
  entry("s3:x-amz-acl", putObjectPage, [
    "private",
    "public-read",
    "public-read-write",
    "authenticated-read",
    "aws-exec-read",
    "bucket-owner-read",
    "bucket-owner-full-control",
  ]),
  entry("s3:x-amz-storage-class", putObjectPage, [
    "STANDARD",
    "STANDARD_IA",
    "ONEZONE_IA",
    "INTELLIGENT_TIERING",
    "GLACIER_IR",
    "GLACIER",
    "DEEP_ARCHIVE",
    "REDUCED_REDUNDANCY",
  ]),
  entry("s3:object-lock-mode", putObjectPage, ["GOVERNANCE", "COMPLIANCE"]),
  entry("s3:object-lock-legal-hold", putObjectPage, ["ON", "OFF"]),
  entry("s3:x-amz-metadata-directive", s3ReferencePage, ["COPY", "REPLACE"]),
  entry("s3:tlsversion", s3KeysPage, ["1.2", "1.3"]),
  entry("s3:authtype", s3ReferencePage, ["REST-HEADER", "REST-QUERY-STRING", "POST"]),
  entry("s3:signatureversion", s3ReferencePage, ["AWS4-HMAC-SHA256"]),
  entry("s3:delimiter", s3ReferencePage, ["/"]),
  entry("aws:principaltype", globalKeysPage, [
    "Account",
    "User",
    "FederatedUser",
    "AssumedRole",
    "Anonymous",
  ]),
  entry("aws:requestedregion", globalKeysPage, regions),
  entry("s3:locationconstraint", s3ReferencePage, regions),
  entry("aws:calledvia", globalKeysPage, commonServicePrincipals),
  entry("aws:calledviafirst", globalKeysPage, commonServicePrincipals),
  entry("aws:calledvialast", globalKeysPage, commonServicePrincipals),
  entry("aws:principalservicename", globalKeysPage, commonServicePrincipals),
  entry("iam:passedtoservice", globalKeysPage, commonServicePrincipals),
  entry("token.actions.githubusercontent.com:aud", globalKeysPage, ["sts.amazonaws.com"]),
  entry("saml:aud", globalKeysPage, ["https://signin.aws.amazon.com/saml"]),
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
