import { describe, expect, test } from "vitest";
import { explainAccess, type AccessRequest } from "../../server/src/model/access/access.js";
import { type Policy, type PolicyType, readPolicy } from "../../server/src/model/policy/policy.js";
import { readJson } from "../../server/src/syntax/json.js";
import { formatMessage } from "../../server/src/text/message.js";
import { plainText } from "../../server/src/text/source-text.js";

const role = "arn:aws:iam::725579432336:role/WandbIntegration";
const bucket = "arn:aws:s3:::b";

function policyOf(statements: readonly object[], type: PolicyType = "bucket"): Policy {
  const text = JSON.stringify({ Version: "2012-10-17", Statement: statements });
  const tree = readJson(plainText(text));
  return readPolicy(tree, tree.root, type);
}

function explain(policies: readonly Policy[], request: Partial<AccessRequest> = {}): string {
  const { verdict, reasons } = explainAccess(policies, {
    principal: role,
    action: "s3:GetObject",
    resource: `${bucket}/x`,
    ...request,
  });
  return [verdict, ...reasons.map((reason) => formatMessage(reason))].join("\n");
}

const allow = {
  Sid: "A",
  Effect: "Allow",
  Principal: { AWS: role },
  Action: "s3:Get*",
  Resource: `${bucket}/*`,
};

describe("what cannot be known", () => {
  test("is a condition on a key that the request may or may not carry", () => {
    const Condition = { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } };
    const policy = policyOf([{ ...allow, Condition }]);
    expect(explain([policy])).toBe(
      'unknown\nStatement "A" allows the request if the condition on "aws:SourceIp" is met.',
    );
    expect(explain([policy], { context: { "aws:SourceIp": "203.0.113.9" } })).toMatch(/^allowed/);
    expect(explain([policy], { context: { "aws:SourceIp": "198.51.100.9" } })).toMatch(/^denied/);
    expect(explain([policy], { context: { "aws:SourceIp": null } })).toMatch(/^denied/);
    expect(explain([policy], { contextIsComplete: true })).toMatch(/^denied/);
  });

  test("is a denial under such a condition, even where another statement allows", () => {
    const Condition = { StringNotEquals: { "aws:SourceVpce": "vpce-1" } };
    const deny = { ...allow, Sid: "D", Effect: "Deny", Principal: "*", Condition };
    expect(explain([policyOf([allow, deny])])).toBe(
      'unknown\nStatement "D" denies the request if the condition on "aws:SourceVpce" is met.',
    );
  });

  test("is a text that is filled in later, unless it cannot become what is asked for", () => {
    expect(explain([policyOf([{ ...allow, Resource: "arn:aws:s3:::${BUCKET}/*" }])])).toBe(
      'unknown\nStatement "A" may allow the request, depending on a value that is not known yet.',
    );
    expect(explain([policyOf([{ ...allow, Resource: "arn:aws:s3:::${BUCKET}/y" }])])).toBe(
      "denied\nNo statement allows the request.",
    );
    expect(explain([policyOf([{ ...allow, Principal: { AWS: "<principal>" } }])])).toMatch(
      /^unknown/,
    );
  });

  test("is decided where everything possible gives the same", () => {
    const Condition = { StringLike: { "aws:PrincipalOrgID": "*" } };
    const deny = { ...allow, Sid: "D", Effect: "Deny", Action: "s3:Put*", Condition };
    expect(explain([policyOf([allow, deny])])).toMatch(/^allowed/);
  });
});

describe("accounts", () => {
  const key = "arn:aws:kms:us-east-1:111122223333:key/k";
  const root = {
    Sid: "Root",
    Effect: "Allow",
    Principal: { AWS: "arn:aws:iam::111122223333:root" },
    Action: "kms:*",
    Resource: "*",
  };
  const own = "arn:aws:iam::111122223333:role/app";
  const decrypt = { action: "kms:Decrypt", resource: key };
  const identity = policyOf(
    [{ Effect: "Allow", Action: "kms:Decrypt", Resource: key }],
    "identity",
  );

  test("that a key policy names leave it to their own IAM policies", () => {
    const policy = policyOf([root], "key");
    expect(explain([policy], { ...decrypt, principal: own })).toBe(
      'unknown\nStatement "Root" allows the request.\nThe result depends on the IAM policies of account 111122223333.',
    );
    expect(explain([policy, identity], { ...decrypt, principal: own })).toMatch(/^allowed/);
    expect(explain([policy, identity], { ...decrypt, principal: role })).toMatch(/^denied/);
  });

  test("other than the key's may use it, not manage it", () => {
    const policy = policyOf([{ ...root, Principal: { AWS: role } }], "key");
    expect(explain([policy], { ...decrypt, principal: role })).toBe(
      'allowed\nStatement "Root" allows the request.\nThe IAM policies of account 725579432336 must also allow the request.',
    );
    expect(
      explain([policy], { action: "kms:ScheduleKeyDeletion", resource: key, principal: role }),
    ).toBe("denied\nKMS accepts kms:ScheduleKeyDeletion only from the key's own account.");
    expect(explain([policy], { action: "kms:ReEncrypt*", resource: key, principal: role })).toMatch(
      /^allowed/,
    );
  });

  test("that own a key cannot use it by IAM policies alone", () => {
    const others = policyOf([{ ...root, Principal: { AWS: role } }], "key");
    expect(explain([others, identity], { ...decrypt, principal: own })).toMatch(/^denied/);
    expect(explain([identity], { ...decrypt, principal: own })).toBe(
      "unknown\nStatement 1 allows the request.\nThe key policy must also allow the request.",
    );
  });

  test("that differ from the bucket's need both policies", () => {
    const request = { resourceAccount: "111122223333" };
    const nothing = policyOf([], "identity");
    const reads = policyOf([{ Effect: "Allow", Action: "s3:*", Resource: "*" }], "identity");
    expect(explain([policyOf([allow]), nothing], request)).toMatch(/^denied/);
    expect(explain([policyOf([allow]), reads], request)).toMatch(/^allowed/);
    expect(explain([policyOf([]), reads], { ...request, principal: own })).toMatch(/^allowed/);
  });

  test("do not exist for an unsigned request", () => {
    const everyone = policyOf([{ ...allow, Principal: "*" }]);
    expect(explain([everyone], { principal: "*" })).toBe(
      'allowed\nStatement "A" allows the request.',
    );
    expect(explain([policyOf([allow])], { principal: "*" })).toMatch(/^denied/);
  });
});

test("CoreWeave's principals may end in a wildcard", () => {
  const statement = { ...allow, Principal: { CW: "arn:aws:iam::ab1cd2:*" } };
  const policy = policyOf([statement], "coreweave-bucket");
  expect(explain([policy], { principal: "arn:aws:iam::ab1cd2:coreweave/ann" })).toMatch(/^allowed/);
  expect(explain([policy], { principal: "arn:aws:iam::ef3456:coreweave/ann" })).toMatch(/^denied/);
});

test("a denial exempts a session that is listed with its role and its account", () => {
  const exempt = (...listed: readonly string[]): Policy =>
    policyOf([
      allow,
      {
        Sid: "D",
        Effect: "Deny",
        NotPrincipal: { AWS: listed },
        Action: "*",
        Resource: `${bucket}/*`,
      },
    ]);
  const session = "arn:aws:sts::725579432336:assumed-role/WandbIntegration/s";
  const account = "arn:aws:iam::725579432336:root";
  expect(explain([exempt(role)])).toBe('denied\nStatement "D" denies the request.');
  expect(explain([exempt(role, account)], { principal: session })).toMatch(/^denied/);
  expect(explain([exempt(role, session, account)], { principal: session })).toMatch(/^allowed/);
});

test("an unsigned request carries an account, which is nobody's", () => {
  const everyone = { ...allow, Principal: "*" };
  const under = (Condition: object): string =>
    explain([policyOf([{ ...everyone, Condition }])], { principal: "*" });
  expect(under({ Null: { "aws:PrincipalAccount": "true" } })).toMatch(/^denied/);
  expect(under({ StringEquals: { "aws:PrincipalAccount": "111122223333" } })).toMatch(/^denied/);
  expect(under({ StringNotEquals: { "aws:PrincipalAccount": "111122223333" } })).toMatch(
    /^allowed/,
  );
});
