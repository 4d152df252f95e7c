import { describe, expect, test } from "vitest";
import { defaultProfile } from "../../server/src/model/profile.js";
import { check } from "../../server/src/rules/check.js";
import { read } from "../documents/parts.js";
import { wandbActions, wandbRole } from "../support/wandb.js";

const objects = "arn:aws:s3:::acme-runs/*";
const whole = ["arn:aws:s3:::acme-runs", objects];

/** The rules that speak of a Deny beside W&B's own statement, at warning or above. */
function toldOf(deny: Readonly<Record<string, unknown>>): readonly string[] {
  const grant = {
    Effect: "Allow",
    Principal: { AWS: wandbRole },
    Action: wandbActions,
    Resource: whole,
  };
  const statement = { Effect: "Deny", Principal: "*", Action: "s3:*", Resource: whole, ...deny };
  const text = JSON.stringify(
    { Version: "2012-10-17", Statement: [grant, statement] },
    undefined,
    1,
  );
  const start = text.indexOf('"Deny"');
  return check(read("bucket-policy.json", text), { profile: defaultProfile })
    .filter(({ severity, span }) => /error|warning/.test(severity) && span.start > start - 30)
    .map(({ rule }) => rule);
}

const put = { Action: "s3:PutObject", Resource: objects };
const ownDenial = "policy/no-wandb-deny";

/** Denies of AWS's guides, by what they look at, and whether they stop W&B's requests for sure. */
const stopping: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  ["no condition", {}],
  ["all but one action", { Action: undefined, NotAction: "s3:GetBucketTagging" }],
  [
    "a device that is absent or false",
    { Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } } },
  ],
  ["no age of a device", { Condition: { Null: { "aws:MultiFactorAuthAge": "true" } } }],
  [
    "an old device, or none",
    { Condition: { NumericGreaterThanIfExists: { "aws:MultiFactorAuthAge": "3600" } } },
  ],
  [
    "an ACL that must be sent",
    { ...put, Condition: { StringNotEquals: { "s3:x-amz-acl": "bucket-owner-full-control" } } },
  ],
  ["an ACL that is absent", { ...put, Condition: { Null: { "s3:x-amz-acl": "true" } } }],
  [
    "a grant that must be sent",
    { ...put, Condition: { StringNotLike: { "s3:x-amz-grant-full-control": "id=*" } } },
  ],
  ["a tag that is absent", { ...put, Condition: { Null: { "s3:RequestObjectTag/team": "true" } } }],
  [
    "a tag that must have a value",
    { ...put, Condition: { StringNotEquals: { "s3:RequestObjectTag/team": "ml" } } },
  ],
  [
    "the ID of a user",
    { Condition: { StringNotLike: { "aws:userid": ["AIDAEXAMPLE11111111", "111122223333"] } } },
  ],
  [
    "another principal's ARN",
    { Condition: { ArnNotEquals: { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/admin" } } },
  ],
  [
    "another account",
    { Condition: { StringNotEquals: { "aws:PrincipalAccount": "111122223333" } } },
  ],
  ["users alone", { Condition: { StringNotEquals: { "aws:PrincipalType": "User" } } }],
  ["requests over TLS", { Condition: { Bool: { "aws:SecureTransport": "true" } } }],
  ["no service in between", { Condition: { Bool: { "aws:ViaAWSService": "false" } } }],
];

const harmless: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  ["plain HTTP", { Condition: { Bool: { "aws:SecureTransport": "false" } } }],
  [
    "public ACLs",
    {
      ...put,
      Condition: { StringEquals: { "s3:x-amz-acl": ["public-read", "public-read-write"] } },
    },
  ],
  ["an ACL that is sent", { ...put, Condition: { Null: { "s3:x-amz-acl": "false" } } }],
  [
    "tags of another name",
    { ...put, Condition: { StringEquals: { "s3:RequestObjectTag/team": "web" } } },
  ],
  [
    "an old device alone",
    { Condition: { NumericGreaterThan: { "aws:MultiFactorAuthAge": "3600" } } },
  ],
  [
    "the ID of a user who is kept out",
    { Condition: { StringLike: { "aws:userid": "AIDAEXAMPLE11111111" } } },
  ],
  ["one account", { Condition: { StringEquals: { "aws:PrincipalAccount": "111122223333" } } }],
  ["anonymous requests", { Condition: { StringEquals: { "aws:PrincipalType": "Anonymous" } } }],
  ["an action that W&B does not need", { Action: "s3:DeleteBucket", Resource: whole[0] }],
  [
    "another bucket's objects",
    { Resource: "arn:aws:s3:::acme-runs/private/*", Action: "s3:DeleteObjectTagging" },
  ],
];

const unknown: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  [
    "a device that may be absent",
    { Condition: { Bool: { "aws:MultiFactorAuthPresent": "false" } } },
  ],
  ["the ID of a role", { Condition: { StringNotLike: { "aws:userid": "AROAEXAMPLE11111111:*" } } }],
];

describe("a Deny beside W&B's statement", () => {
  test.each(stopping)("stops W&B: %s", (_name, deny) => {
    expect(toldOf(deny)).toContain(ownDenial);
  });

  test.each(harmless)("does not stop W&B: %s", (_name, deny) => {
    expect(toldOf(deny)).toEqual([]);
  });

  test.each(unknown)("is not said to stop W&B where that cannot be known: %s", (_name, deny) => {
    expect(toldOf(deny)).not.toContain(ownDenial);
  });
});
