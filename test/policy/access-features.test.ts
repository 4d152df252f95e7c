import { describe, expect, test } from "vitest";
import {
  accessLens,
  accessTable,
  accessTitle,
  explanationText,
} from "../../server/src/features/policy-access.js";
import { policyRefactors } from "../../server/src/features/policy-access-refactors.js";
import {
  statementHover,
  statementSentence,
} from "../../server/src/features/policy-access-statement.js";
import { explainAccess } from "../../server/src/model/access.js";
import { type Policy, type PolicyType, readPolicy } from "../../server/src/model/policy.js";
import { defaultProfile } from "../../server/src/model/profile.js";
import { readJson } from "../../server/src/syntax/json.js";
import { formatMessage } from "../../server/src/text/message.js";
import { plainText } from "../../server/src/text/source-text.js";
import { applyEdits } from "../../server/src/text/span.js";

const role = "arn:aws:iam::725579432336:role/WandbIntegration";
const actions = [
  "s3:GetObject*",
  "s3:GetEncryptionConfiguration",
  "s3:ListBucket",
  "s3:ListBucketMultipartUploads",
  "s3:ListBucketVersions",
  "s3:AbortMultipartUpload",
  "s3:DeleteObject",
  "s3:PutObject",
  "s3:GetBucketCORS",
  "s3:GetBucketLocation",
  "s3:GetBucketVersioning",
];
const statement = {
  Sid: "WandB",
  Effect: "Allow",
  Principal: { AWS: role },
  Action: actions,
  Resource: ["arn:aws:s3:::b", "arn:aws:s3:::b/*"],
};
const external = {
  Sid: "External",
  Effect: "Allow",
  Principal: { AWS: role },
  Action: ["kms:Decrypt", "kms:Describe*", "kms:Encrypt", "kms:ReEncrypt*"],
  Resource: "*",
};

function textOf(...statements: readonly object[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements }, undefined, 2);
}

function policyOf(text: string, type: PolicyType = "bucket"): Policy {
  const tree = readJson(plainText(text));
  return readPolicy(tree, tree.root, type);
}

function titles(policy: Policy, offset: number): readonly string[] {
  const at = { start: offset, end: offset };
  return policyRefactors(policy, at).map(({ title }) => formatMessage(title));
}

function apply(text: string, type: PolicyType, title: string, offset: number): string {
  const at = { start: offset, end: offset };
  const found = policyRefactors(policyOf(text, type), at).find(
    (refactor) => formatMessage(refactor.title) === title,
  );
  return applyEdits(text, found?.edits ?? []);
}

describe("the code lens", () => {
  test("counts what W&B may do", () => {
    const policy = policyOf(textOf(statement));
    const lens = accessLens(policy, defaultProfile);
    expect(lens && formatMessage(lens.title)).toBe("W&B access 11/11");
    expect(lens?.span).toEqual(policy.statement?.keySpan);
  });

  test("joins a bucket's policy and its key's", () => {
    const bucket = policyOf(textOf({ ...statement, Action: actions.slice(1) }));
    const key = policyOf(textOf(external), "key");
    const title = accessTitle([bucket, key], defaultProfile);
    expect(title && formatMessage(title)).toBe("W&B access 10/11 · KMS 4/5");
  });

  test("is not there for a policy about other things", () => {
    const policy = policyOf(textOf({ ...statement, Sid: "Site", Principal: "*" }));
    expect(accessLens(policy, defaultProfile)).toBeUndefined();
  });

  test("takes the principal of the deployment", () => {
    const other = { ...statement, Principal: { AWS: "arn:aws:iam::830241207209:root" } };
    const policy = policyOf(textOf(statement, { ...other, Action: "s3:GetObject*" }));
    const count = (deployment: "multi-tenant" | "dedicated"): string => {
      const lens = accessLens(policy, { ...defaultProfile, deployment });
      return lens === undefined ? "" : formatMessage(lens.title);
    };
    expect(count("multi-tenant")).toBe("W&B access 11/11");
    expect(count("dedicated")).toBe("W&B access 1/11");
  });
});

test("the table tells each permission's verdict, and what fails without it", () => {
  const deny = { Sid: "Keep", Effect: "Deny", Principal: "*", Action: "s3:DeleteObject" };
  const policy = policyOf(
    textOf(
      { ...statement, Action: actions.filter((action) => action !== "s3:ListBucket") },
      { ...deny, Resource: "arn:aws:s3:::b/*" },
    ),
  );
  expect(accessTable([policy, policyOf(textOf(external), "key")], defaultProfile))
    .toMatchInlineSnapshot(`
    "What \`arn:aws:iam::725579432336:role/WandbIntegration\` may do:

    | Action | On | Verdict | By | Without it |
    | --- | --- | --- | --- | --- |
    | \`s3:GetObject*\` | objects | allowed | Statement "WandB" | W&B cannot sign URLs that download files. ([Bring your own bucket (BYOB)](https://docs.wandb.ai/platform/hosting/data-security/secure-storage-connector)) |
    | \`s3:GetEncryptionConfiguration\` | bucket | allowed | Statement "WandB" |  |
    | \`s3:ListBucket\` | bucket | missing |  |  |
    | \`s3:ListBucketMultipartUploads\` | bucket | allowed | Statement "WandB" |  |
    | \`s3:ListBucketVersions\` | bucket | allowed | Statement "WandB" |  |
    | \`s3:AbortMultipartUpload\` | objects | allowed | Statement "WandB" |  |
    | \`s3:DeleteObject\` | objects | denied | Statement "Keep" | W&B cannot remove what users delete. ([Bring your own bucket (BYOB)](https://docs.wandb.ai/platform/hosting/data-security/secure-storage-connector)) |
    | \`s3:PutObject\` | objects | allowed | Statement "WandB" | W&B cannot sign URLs that upload files. ([Bring your own bucket (BYOB)](https://docs.wandb.ai/platform/hosting/data-security/secure-storage-connector)) |
    | \`s3:GetBucketCORS\` | bucket | allowed | Statement "WandB" |  |
    | \`s3:GetBucketLocation\` | bucket | allowed | Statement "WandB" |  |
    | \`s3:GetBucketVersioning\` | bucket | allowed | Statement "WandB" |  |

    What \`arn:aws:iam::725579432336:role/WandbIntegration\` may do:

    | Action | On | Verdict | By | Without it |
    | --- | --- | --- | --- | --- |
    | \`kms:Decrypt\` | key | allowed | Statement "External" | Objects cannot be read, and uploads in several parts fail. ([Amazon S3: Using server-side encryption with AWS KMS keys](https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html)) |
    | \`kms:Describe*\` | key | allowed | Statement "External" |  |
    | \`kms:Encrypt\` | key | allowed | Statement "External" |  |
    | \`kms:ReEncrypt*\` | key | allowed | Statement "External" |  |
    | \`kms:GenerateDataKey*\` | key | missing |  | Objects cannot be written. ([Amazon S3: Using server-side encryption with AWS KMS keys](https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html)) |"
  `);
});

describe("a statement in words", () => {
  test("names W&B, counts what it gives, and lists conditions", () => {
    const policy = policyOf(
      textOf({ ...statement, Condition: { Bool: { "aws:SecureTransport": "true" } } }),
    );
    const [first] = policy.statements;
    expect(first && statementSentence(policy, first)).toMatchInlineSnapshot(`
      "Statement "WandB" allows W&B (Multi-tenant Cloud) \`s3:GetObject*\`, \`s3:GetEncryptionConfiguration\` and 9 more on \`arn:aws:s3:::b\` and its objects.

      Only if:
      - \`aws:SecureTransport\` Bool \`true\`

      It gives W&B 11 of the 11 permissions that it needs."
    `);
  });

  test("tells a denial and everybody", () => {
    const policy = policyOf(
      textOf(statement, {
        Effect: "Deny",
        Principal: "*",
        NotAction: "s3:GetObject",
        Resource: "arn:aws:s3:::b/*",
      }),
    );
    const [, second] = policy.statements;
    expect(second && statementSentence(policy, second)).toMatchInlineSnapshot(`
      "Statement 2 denies everybody everything but \`s3:GetObject\` on \`arn:aws:s3:::b/*\`.

      It takes from W&B 3 of the 11 permissions that it needs."
    `);
  });

  test("is shown on the opening brace, the Sid and the Effect only", () => {
    const text = textOf(statement);
    const policy = policyOf(text);
    expect(statementHover(policy, text.indexOf('{\n      "Sid"'))?.value).toContain("allows W&B");
    expect(statementHover(policy, text.indexOf("Effect"))).toBeDefined();
    expect(statementHover(policy, text.indexOf("Resource"))).toBeUndefined();
  });
});

describe("refactorings", () => {
  test("split a statement into the bucket's part and the objects' part", () => {
    const text = textOf({ ...statement, Action: ["s3:GetObject*", "s3:ListBucket", "s3:Get*"] });
    const title = "Split into a statement for the bucket and one for its objects";
    expect(apply(text, "bucket", title, text.indexOf("Sid"))).toMatchInlineSnapshot(`
      "{
        "Version": "2012-10-17",
        "Statement": [
          {
            "Sid": "WandB",
            "Effect": "Allow",
            "Principal": {
              "AWS": "arn:aws:iam::725579432336:role/WandbIntegration"
            },
            "Action": ["s3:ListBucket", "s3:Get*"],
            "Resource": ["arn:aws:s3:::b"]
          },
          {
            "Sid": "WandBObjects",
            "Effect": "Allow",
            "Principal": {
              "AWS": "arn:aws:iam::725579432336:role/WandbIntegration"
            },
            "Action": ["s3:GetObject*", "s3:Get*"],
            "Resource": ["arn:aws:s3:::b/*"]
          }
        ]
      }"
    `);
  });

  test("do not split what is about objects only", () => {
    const text = textOf({ ...statement, Action: ["s3:GetObject*"] });
    expect(titles(policyOf(text), text.indexOf("Sid"))).toEqual([
      "Add all missing W&B permissions",
    ]);
  });

  test("offer the principals of other deployments", () => {
    const text = textOf(statement);
    expect(titles(policyOf(text), text.indexOf(role))).toContain(
      "Use W&B's principal for Dedicated Cloud",
    );
    const changed = apply(
      text,
      "bucket",
      "Use W&B's principal for Dedicated Cloud",
      text.indexOf(role),
    );
    expect(changed).toBe(text.replace(role, "arn:aws:iam::830241207209:root"));
  });

  test("add all missing permissions with their resources", () => {
    const text = textOf({ ...statement, Action: "s3:GetObject", Resource: ["arn:aws:s3:::b/*"] });
    const text2 = textOf({ ...statement, Action: "s3:GetObject*", Resource: ["arn:aws:s3:::b/*"] });
    for (const each of [text, text2]) {
      const changed = apply(each, "bucket", "Add all missing W&B permissions", 0);
      const lens = accessLens(policyOf(changed), defaultProfile);
      expect(lens && formatMessage(lens.title), changed).toMatch(/1[01]\/11/);
    }
  });

  test("add W&B's statement where there is none", () => {
    const text = textOf({ ...statement, Sid: "Site", Principal: "*", Action: "s3:GetObject" });
    const title = "Add W&B's statement for Multi-tenant Cloud";
    const lens = accessLens(policyOf(apply(text, "bucket", title, 0)), defaultProfile);
    expect(lens && formatMessage(lens.title)).toBe("W&B access 11/11");
  });

  test("let the key's account administer it", () => {
    const key = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    const text = textOf({ ...external, Resource: key });
    const title = "Let account 111122223333 administer the key";
    expect(titles(policyOf(text, "key"), 0)).toContain(title);
    const changed = apply(text, "key", title, 0);
    expect(titles(policyOf(changed, "key"), 0)).not.toContain(title);
  });
});

test("an explanation is a verdict and its reasons", () => {
  const policy = policyOf(textOf(statement));
  const explained = explainAccess([policy], {
    principal: role,
    action: "s3:PutObject",
    resource: "arn:aws:s3:::b/x",
  });
  expect(explanationText(explained)).toMatchInlineSnapshot(`
    "allowed
      Statement "WandB" allows it.
      The IAM policies of account 725579432336 must allow it, too, unless it owns the resource."
  `);
});
