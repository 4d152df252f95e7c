import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { policySize, policySizeWithoutSpace } from "../../server/src/model/policy/size.js";
import { readPolicy, type Policy, type PolicyType } from "../../server/src/model/policy/policy.js";
import { recognizePolicy } from "../../server/src/model/policy/recognition.js";
import { bucketPolicySchema, keyPolicySchema } from "../../server/src/schema/policy.js";
import { readJson } from "../../server/src/syntax/json.js";
import { plainText } from "../../server/src/text/source-text.js";

function read(text: string, type: PolicyType = "bucket"): Policy {
  const source = plainText(text);
  const tree = readJson(source);
  return readPolicy(tree, tree.root, type, { source });
}

function typeOf(value: unknown, expected?: PolicyType): PolicyType | undefined {
  const { root } = readJson(plainText(JSON.stringify(value)));
  return root === undefined ? undefined : recognizePolicy(root, expected)?.type;
}

const wandb = "arn:aws:iam::725579432336:role/WandbIntegration";
const statement = {
  Effect: "Allow",
  Principal: { AWS: wandb },
  Action: ["s3:GetObject", "s3:ListBucket"],
  Resource: "arn:aws:s3:::team-bucket/*",
  Condition: { StringLike: { "aws:userid": "A*" } },
};

describe("reading a policy", () => {
  test("one and many come to the same", () => {
    const one = read(JSON.stringify({ Statement: { ...statement, Action: "s3:GetObject" } }));
    const many = read(JSON.stringify({ Statement: [{ ...statement, Action: ["s3:GetObject"] }] }));
    const actions = (policy: Policy): unknown =>
      policy.statements.map(({ action }) => action?.items.map(({ value }) => value));
    expect(actions(one)).toEqual([["s3:GetObject"]]);
    expect(actions(many)).toEqual(actions(one));
  });

  test("every text lies where its span says", () => {
    const text = JSON.stringify({ Version: "2012-10-17", Statement: [statement] }, undefined, 2);
    const [first] = read(text).statements;
    for (const { value, span } of first?.action?.items ?? []) {
      expect(text.slice(span.start, span.end)).toBe(JSON.stringify(value));
    }
    const [condition] = first?.conditions ?? [];
    expect(condition?.operator.name).toBe("StringLike");
    expect(condition && text.slice(condition.keySpan.start, condition.keySpan.end)).toBe(
      '"aws:userid"',
    );
  });

  test("an operator is taken apart", () => {
    const block = { "ForAnyValue:StringNotLikeIfExists": { "aws:userid": "A*" } };
    const [first] = read(
      JSON.stringify({ Statement: { ...statement, Condition: block } }),
    ).statements;
    expect(first?.conditions[0]?.operator).toMatchObject({
      qualifier: "ForAnyValue",
      name: "StringNotLike",
      ifExists: true,
    });
  });

  test("placeholders and functions are unknown, policy variables are not", () => {
    const resources = [
      "arn:aws:s3:::<bucket>",
      { Ref: "Bucket" },
      "arn:aws:s3:::b/${aws:username}",
    ];
    const [first] = read(
      JSON.stringify({ Statement: { ...statement, Resource: resources } }),
    ).statements;
    expect(first?.resource?.items.map(({ partial }) => partial)).toEqual([true, true, false]);
    expect(first?.resource?.unknown).toBe(true);
    expect(first?.resource?.resources).toHaveLength(1);
  });

  test("the size counts the text that is sent", () => {
    const policy = read('{ "Statement": [] }');
    expect(policySize(policy)).toBe(19);
    expect(policySizeWithoutSpace(policy)).toBe(16);
  });

  test("any text gives a policy, with every span inside it", () => {
    const whole = JSON.stringify({ Version: "2012-10-17", Statement: [statement] }, undefined, 1);
    fc.assert(
      fc.property(
        fc.nat(whole.length),
        fc.nat(whole.length),
        fc.string({ maxLength: 3 }),
        (start, end, junk) => {
          const text = whole.slice(0, start) + junk + whole.slice(end);
          for (const { head, action } of read(text).statements) {
            expect(head.end).toBeLessThanOrEqual(text.length);
            for (const { span } of action?.items ?? []) {
              expect(span.end).toBeLessThanOrEqual(text.length);
            }
          }
        },
      ),
    );
  });
});

describe("recognising a policy", () => {
  const trust = { Effect: "Allow", Principal: { AWS: wandb }, Action: "sts:AssumeRole" };
  const identity = Object.fromEntries(
    Object.entries(statement).filter(([element]) => element !== "Principal"),
  );
  const key = { Effect: "Allow", Principal: { AWS: wandb }, Action: "kms:Decrypt", Resource: "*" };
  const coreweave = {
    ...statement,
    Principal: { CW: "arn:aws:iam::wandb:static/wandb-integration" },
  };
  const organization = { effect: "Allow", actions: ["s3:*"], resources: ["*"], principals: ["*"] };

  test.each<[string, unknown, PolicyType | undefined]>([
    ["a bucket's", { Statement: [statement] }, "bucket"],
    ["a lone statement's", { Statement: statement }, "bucket"],
    ["a key's", { Statement: [key] }, "key"],
    [
      "a key's that lists an action of S3",
      { Statement: [key, { ...key, Action: ["kms:Encrypt", "s3:GetObject"] }] },
      "key",
    ],
    ["an identity's", { Statement: [identity] }, "identity"],
    ["a role's trust", { Statement: [trust] }, "trust"],
    ["CoreWeave's by its principal", { Statement: [coreweave] }, "coreweave-bucket"],
    [
      "CoreWeave's by its condition",
      { Statement: [{ ...statement, Condition: { StringLike: { "wandb:OrgID": "x" } } }] },
      "coreweave-bucket",
    ],
    [
      "CoreWeave's of an organisation",
      { name: "all", statements: [organization] },
      "coreweave-organization",
    ],
    ["MinIO's", { Statement: [{ Effect: "Allow", Action: ["admin:*"] }] }, "minio"],
    ["half-typed, with a version alone", { Version: "2012-10-17" }, "identity"],
    ["half-typed, with a principal alone", { Statement: [{ Principal: "*" }] }, "bucket"],
    [
      "a queue's",
      {
        Statement: [
          {
            ...statement,
            Action: "sqs:SendMessage",
            Resource: "arn:aws:sqs:us-east-1:111122223333:q",
          },
        ],
      },
      undefined,
    ],
    ["an endpoint's", { Statement: [{ ...statement, Action: "*", Resource: "*" }] }, undefined],
    ["another file with statements", { Statement: "SELECT 1" }, undefined],
    ["a list of other statements", { Statement: [{ text: "SELECT 1" }] }, undefined],
    ["another file with a version", { Version: "1.0.0", name: "x" }, undefined],
    ["Helm values", { statements: [{ sql: "x" }] }, undefined],
  ])("%s", (_name, value, type) => {
    expect(typeOf(value)).toBe(type);
  });

  test("what is expected decides where the text leaves it open", () => {
    expect(typeOf({ Version: "2012-10-17", Statement: [] }, "key")).toBe("key");
    expect(typeOf({ Statement: [statement] }, "key")).toBe("bucket");
  });
});

describe("the shape of a policy", () => {
  test("accepts W&B's policies and refuses other kinds of values", () => {
    const policy = { Version: "2012-10-17", Id: "WandBAccess", Statement: [statement] };
    expect(bucketPolicySchema.safeParse(policy).success).toBe(true);
    expect(keyPolicySchema.safeParse({ Statement: statement }).success).toBe(true);
    expect(bucketPolicySchema.safeParse({ Statement: ["x"] }).success).toBe(false);
    expect(bucketPolicySchema.safeParse({ Statement: [{ ...statement, Action: 1 }] }).success).toBe(
      false,
    );
  });

  test("can be written as a JSON schema", () => {
    expect(z.toJSONSchema(bucketPolicySchema, { target: "draft-07" })).toMatchObject({
      type: "object",
    });
  });
});
