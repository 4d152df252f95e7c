import { describe, expect, test } from "vitest";
import { explainCondition } from "../../server/src/features/policy/condition.js";
import {
  keyOptions,
  operatorOptions,
  valueOptions,
} from "../../server/src/features/policy/condition-completion.js";
import {
  isWithinRange,
  maskedRange,
  readIpRange,
} from "../../server/src/model/policy/condition-address.js";
import { readProvider, readRole } from "../../server/src/model/policy/condition-provider.js";
import { isDate, isEpoch, isValueOf } from "../../server/src/model/policy/condition-type.js";
import { firstWildcard, holdsVariable } from "../../server/src/model/policy/condition.js";
import { readPolicy, type Policy, type PolicyType } from "../../server/src/model/policy/policy.js";
import { readJson } from "../../server/src/syntax/json.js";
import { type Plain } from "../../server/src/syntax/value.js";
import { formatMessage } from "../../server/src/text/message.js";
import { plainText } from "../../server/src/text/source-text.js";

function policyOf(statement: Readonly<Record<string, Plain>>, type: PolicyType): Policy {
  const tree = readJson(plainText(JSON.stringify({ Version: "2012-10-17", Statement: statement })));
  return readPolicy(tree, tree.root, type);
}

describe("addresses", () => {
  test("a lone address is a range of one", () => {
    expect(readIpRange("203.0.113.7")).toMatchObject({ kind: "ipv4", bits: 32, written: false });
    expect(readIpRange("2001:db8::/32")).toMatchObject({ kind: "ipv6", bits: 32, written: true });
  });

  test.each([
    "",
    "/",
    "10.0.0",
    "010.0.0.1/8",
    "1",
    "10.0.0.0/33",
    "10.0.0.0/8/8",
    "fe80::1%eth0",
    "::/129",
    "*",
  ])("%j is no range", (text) => {
    expect(readIpRange(text)).toBeUndefined();
  });

  test("the bits behind a mask are cleared", () => {
    const masked = (text: string): string | undefined => {
      const range = readIpRange(text);
      return range && maskedRange(range);
    };
    expect(masked("203.0.113.129/25")).toBe("203.0.113.128/25");
    expect(masked("203.0.113.128/25")).toBeUndefined();
    expect(masked("203.0.113.7")).toBeUndefined();
    expect(masked("2001:db8:ffff::1/33")).toBe("2001:db8:8000::/33");
  });

  test("a range lies within another of the same kind", () => {
    const within = (inner: string, outer: string): boolean => {
      const [a, b] = [readIpRange(inner), readIpRange(outer)];
      return a !== undefined && b !== undefined && isWithinRange(a, b);
    };
    expect(within("10.1.2.3", "10.0.0.0/8")).toBe(true);
    expect(within("10.0.0.0/7", "10.0.0.0/8")).toBe(false);
    expect(within("172.31.0.0/16", "172.16.0.0/12")).toBe(true);
    expect(within("172.32.0.0/16", "172.16.0.0/12")).toBe(false);
    expect(within("::1", "127.0.0.0/8")).toBe(false);
    expect(within("fd00::/8", "fc00::/7")).toBe(true);
  });
});

describe("types", () => {
  test.each([
    "2026",
    "2026-01",
    "2026-01-31",
    "2024-02-29",
    "2026-01-31T23:59Z",
    "2026-01-31T23:59:59.123456789+01:00",
    "20260131T235959Z",
  ])("%s is a date", (text) => {
    expect(isDate(text)).toBe(true);
  });

  test.each([
    "",
    "2026-13",
    "2026-02-29",
    "2026-1-1",
    "01/31/2026",
    "2026-01-31 23:59",
    "2026-01-31T25:00Z",
    "tomorrow",
  ])("%j is no date", (text) => {
    expect(isDate(text)).toBe(false);
  });

  test("a count of seconds is no date", () => {
    expect(isEpoch("1767225600")).toBe(true);
    expect(isEpoch("20260131")).toBe(false);
    expect(isEpoch("2026")).toBe(false);
  });

  test("a value is read by its operator", () => {
    expect(isValueOf("numeric", "-1.5e3")).toBe(true);
    expect(isValueOf("numeric", "1,000")).toBe(false);
    expect(isValueOf("binary", "QmluYXJ5")).toBe(true);
    expect(isValueOf("binary", "QmluYXJ")).toBe(false);
    expect(isValueOf("boolean", "FALSE")).toBe(true);
    expect(isValueOf("null", "0")).toBe(false);
  });
});

describe("wildcards and variables", () => {
  test("a wildcard within a variable is none", () => {
    expect(firstWildcard("home/*")).toBe(5);
    expect(firstWildcard("${*}five${?}")).toBeUndefined();
    expect(firstWildcard("${aws:username}/?")).toBe(16);
    expect(firstWildcard("a*b*", 2)).toBe(3);
  });

  test("an escaped character is no variable", () => {
    expect(holdsVariable("${*}")).toBe(false);
    expect(holdsVariable("${$}{x}")).toBe(false);
    expect(holdsVariable("${aws:username}")).toBe(true);
    expect(holdsVariable("${*}${aws:username}")).toBe(true);
  });
});

describe("principals of trust policies", () => {
  test("a provider is named by its domain or its ARN", () => {
    expect(readProvider("accounts.google.com")).toEqual({
      kind: "oidc",
      host: "accounts.google.com",
    });
    expect(
      readProvider("arn:aws:iam::123456789012:oidc-provider/oidc.eks.us-east-1.amazonaws.com/id/A"),
    ).toEqual({ kind: "oidc", host: "oidc.eks.us-east-1.amazonaws.com/id/A" });
    expect(readProvider("arn:aws:iam::123456789012:saml-provider/corporate")).toEqual({
      kind: "saml",
      host: "corporate",
    });
    expect(readProvider("https://accounts.google.com")).toBeUndefined();
    expect(readProvider("arn:aws:iam::123456789012:role/reader")).toBeUndefined();
    expect(readProvider("arn:aws:iam")).toBeUndefined();
  });

  test("a role is known with its path, a session without", () => {
    const role = { account: "123456789012", role: "reader" };
    expect(readRole("arn:aws:iam::123456789012:role/a/b/reader")).toEqual({
      ...role,
      session: false,
    });
    expect(readRole("arn:aws:sts::123456789012:assumed-role/reader/s")).toEqual({
      ...role,
      session: true,
    });
    expect(readRole("arn:aws:iam::123456789012:user/reader")).toBeUndefined();
    expect(readRole("arn:aws:iam::123456789012:role/")).toBeUndefined();
  });
});

describe("a condition in sentences", () => {
  test.each<[Plain, string]>([
    [{ StringLike: { "wandb:OrgID": ["org-one"] } }, '`wandb:OrgID` must match "org-one".'],
    [{ Bool: { "aws:SecureTransport": "false" } }, "The request must not be encrypted."],
    [
      { StringNotEquals: { "aws:SourceVpce": ["vpce-1", "vpce-2"] } },
      '`aws:SourceVpce` must not be "vpce-1" or "vpce-2". A request without the key also matches.',
    ],
    [
      { NumericLessThan: { "s3:signatureAge": 600000 } },
      '`s3:signatureAge` must be less than "600000".',
    ],
    [
      { "ForAllValues:StringEquals": { "aws:TagKeys": ["a", "b", "c", "d", "e", "f"] } },
      '`aws:TagKeys` must be "a", "b", "c", or 3 more. This applies to each value in the request. A request without the key also matches.',
    ],
    [
      { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-a/*" } },
      '`aws:PrincipalOrgPaths` must match "o-a/*". One value in the request is enough.',
    ],
    [
      { Null: { "s3:x-amz-server-side-encryption": "true" } },
      "The request must not include `s3:x-amz-server-side-encryption`.",
    ],
    [
      { BoolIfExists: { "aws:MultiFactorAuthPresent": true } },
      "The caller must have used multi-factor authentication. A request without the key also matches.",
    ],
    [
      { ArnNotLike: { "ec2:Vpc": "arn:aws:ec2:*:*:vpc/x" } },
      '`ec2:Vpc` must not match "arn:aws:ec2:*:*:vpc/x". A request without the key also matches.',
    ],
    [{ Nonsense: { "aws:username": "x" } }, ""],
    [{}, ""],
  ])("%j", (condition, sentences) => {
    const [statement] = policyOf({ Effect: "Deny", Condition: condition }, "bucket").statements;
    const said = statement?.conditions.flatMap((each) => explainCondition(each)) ?? [];
    expect(said.map((each) => formatMessage(each)).join(" ")).toBe(sentences);
  });
});

describe("what can be written in a condition", () => {
  const texts = (options: readonly { readonly text: string }[]): readonly string[] =>
    options.map(({ text }) => text);

  test("operators begin with the plain ones", () => {
    const all = texts(operatorOptions());
    expect(all.slice(0, 2)).toEqual(["StringEquals", "StringNotEquals"]);
    expect(all).toContain("ForAnyValue:StringLikeIfExists");
    expect(all).not.toContain("NullIfExists");
    expect(new Set(all).size).toBe(all.length);
  });

  test("keys are those of the statement's actions and of the operator's type", () => {
    const policy = policyOf({ Effect: "Allow", Action: "s3:ListBucket" }, "bucket");
    const [statement] = policy.statements;
    const keys = texts(keyOptions(policy, statement, "StringLike"));
    expect(keys).toContain("s3:prefix");
    expect(keys).toContain("aws:PrincipalTag/");
    expect(keys).not.toContain("s3:max-keys");
    expect(keys).not.toContain("aws:SecureTransport");
    expect(keys).not.toContain("s3:x-amz-acl");
    expect(texts(keyOptions(policy, statement, "NumericLessThan"))).toContain("s3:max-keys");
    expect(texts(keyOptions(policy, statement, "ForAnyValue:StringEquals"))).toContain(
      "aws:TagKeys",
    );
  });

  test("a wildcard offers the keys of all that it matches", () => {
    const policy = policyOf({ Effect: "Allow", Action: ["kms:Gen*"] }, "key");
    const keys = texts(keyOptions(policy, policy.statements[0], undefined));
    expect(keys).toContain("kms:EncryptionContext:");
    expect(keys).toContain("kms:ViaService");
  });

  test("a trust policy offers the claims of its provider", () => {
    const policy = policyOf(
      {
        Effect: "Allow",
        Principal: { Federated: "accounts.google.com" },
        Action: "sts:AssumeRoleWithWebIdentity",
      },
      "trust",
    );
    const keys = texts(keyOptions(policy, policy.statements[0], "StringEquals"));
    expect(keys.slice(0, 2)).toEqual(["accounts.google.com:aud", "accounts.google.com:sub"]);
  });

  test("CoreWeave offers W&B's key and none of AWS's", () => {
    const policy = policyOf({ Effect: "Allow", Action: "s3:GetObject" }, "coreweave-bucket");
    const keys = texts(keyOptions(policy, policy.statements[0], "StringLike"));
    expect(keys[0]).toBe("wandb:OrgID");
    expect(keys).not.toContain("aws:PrincipalOrgID");
  });

  test("values follow the key and the operator", () => {
    const policy = policyOf({ Effect: "Allow" }, "key");
    expect(texts(valueOptions(policy, "aws:SecureTransport", "Bool"))).toEqual(["true", "false"]);
    expect(texts(valueOptions(policy, "aws:PrincipalArn", "Null"))).toEqual(["true", "false"]);
    expect(texts(valueOptions(policy, "kms:ViaService", "StringEquals"))).toContain(
      "s3.us-east-1.amazonaws.com",
    );
    expect(texts(valueOptions(policy, "s3:X-Amz-Server-Side-Encryption", "StringEquals"))).toEqual([
      "AES256",
      "aws:kms",
      "aws:kms:dsse",
    ]);
    expect(texts(valueOptions(policy, "acme:Team", "StringEquals"))).toEqual([]);
  });
});
