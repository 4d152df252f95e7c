import { TextDocument } from "vscode-languageserver-textdocument";
import { describe, expect, test } from "vitest";
import { readDocument } from "../../server/src/documents/document.js";
import { terraformPolicyDocument } from "../../server/src/documents/terraform/policy-document.js";
import {
  accessLens,
  accessTable,
  accessTitle,
  explanationText,
} from "../../server/src/features/policy/access.js";
import { policyRefactors } from "../../server/src/features/policy/refactors.js";
import {
  statementHover,
  describeStatement,
} from "../../server/src/features/policy/statement-hover.js";
import { explainAccess } from "../../server/src/model/access/access.js";
import { type Policy, type PolicyType, readPolicy } from "../../server/src/model/policy/policy.js";
import { defaultProfile } from "../../server/src/model/profile.js";
import { readJson } from "../../server/src/syntax/json.js";
import { formatMessage } from "../../server/src/text/message.js";
import { plainText } from "../../server/src/text/source-text.js";
import { applyEdits } from "../../server/src/text/span.js";
import { loadReaders } from "../support/readers.js";
import { wandbActions, wandbRole } from "../support/wandb.js";

const role = wandbRole;
const statement = {
  Sid: "WandB",
  Effect: "Allow",
  Principal: { AWS: role },
  Action: wandbActions,
  Resource: ["arn:aws:s3:::b", "arn:aws:s3:::b/*"],
};
const external = {
  Sid: "External",
  Effect: "Allow",
  Principal: { AWS: role },
  Action: ["kms:Decrypt", "kms:Describe*", "kms:Encrypt", "kms:ReEncrypt*"],
  Resource: "*",
};

interface PolicyJson {
  readonly Statement: readonly { readonly Action: readonly string[] }[];
}

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
    const bucket = policyOf(textOf({ ...statement, Action: wandbActions.slice(1) }));
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
      { ...statement, Action: wandbActions.filter((action) => action !== "s3:ListBucket") },
      { ...deny, Resource: "arn:aws:s3:::b/*" },
    ),
  );
  expect(accessTable([policy, policyOf(textOf(external), "key")], defaultProfile))
    .toMatchInlineSnapshot(`
      "Permissions of \`arn:aws:iam::725579432336:role/WandbIntegration\`:

      | Action | Resource | Result | Statement | If missing |
      | --- | --- | --- | --- | --- |
      | \`s3:GetObject*\` | objects | allowed | "WandB" | W&B cannot create presigned URLs for downloads. ([W&B: Bring your own bucket (BYOB)](https://docs.wandb.ai/platform/hosting/data-security/secure-storage-connector)) |
      | \`s3:GetEncryptionConfiguration\` | bucket | allowed | "WandB" |  |
      | \`s3:ListBucket\` | bucket | missing |  |  |
      | \`s3:ListBucketMultipartUploads\` | bucket | allowed | "WandB" |  |
      | \`s3:ListBucketVersions\` | bucket | allowed | "WandB" |  |
      | \`s3:AbortMultipartUpload\` | objects | allowed | "WandB" |  |
      | \`s3:DeleteObject\` | objects | denied | "Keep" | W&B cannot remove files that users delete. ([W&B: Bring your own bucket (BYOB)](https://docs.wandb.ai/platform/hosting/data-security/secure-storage-connector)) |
      | \`s3:PutObject\` | objects | allowed | "WandB" | W&B cannot create presigned URLs for uploads. ([W&B: Bring your own bucket (BYOB)](https://docs.wandb.ai/platform/hosting/data-security/secure-storage-connector)) |
      | \`s3:GetBucketCORS\` | bucket | allowed | "WandB" |  |
      | \`s3:GetBucketLocation\` | bucket | allowed | "WandB" |  |
      | \`s3:GetBucketVersioning\` | bucket | allowed | "WandB" |  |

      Permissions of \`arn:aws:iam::725579432336:role/WandbIntegration\`:

      | Action | Resource | Result | Statement | If missing |
      | --- | --- | --- | --- | --- |
      | \`kms:Decrypt\` | key | allowed | "External" | Objects cannot be read, and multipart uploads fail. ([Amazon S3: Using server-side encryption with AWS KMS keys](https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html)) |
      | \`kms:Describe*\` | key | allowed | "External" |  |
      | \`kms:Encrypt\` | key | allowed | "External" |  |
      | \`kms:ReEncrypt*\` | key | allowed | "External" |  |
      | \`kms:GenerateDataKey*\` | key | missing |  | Objects cannot be written. ([Amazon S3: Using server-side encryption with AWS KMS keys](https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html)) |"
    `);
});

describe("a statement in words", () => {
  test("names W&B, counts what it gives, and lists conditions", () => {
    const policy = policyOf(
      textOf({ ...statement, Condition: { Bool: { "aws:SecureTransport": "true" } } }),
    );
    const [first] = policy.statements;
    expect(first && describeStatement(policy, first)).toMatchInlineSnapshot(`
      "**Statement "WandB"** (Allow)

      - Principals: W&B (Multi-tenant Cloud)
      - Actions: \`s3:GetObject*\`, \`s3:GetEncryptionConfiguration\`, and 9 more
      - Resources: \`arn:aws:s3:::b\` and its objects

      Conditions:

      - The request must be encrypted.

      It grants W&B 11 of the 11 permissions that W&B needs."
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
    expect(second && describeStatement(policy, second)).toMatchInlineSnapshot(`
      "**Statement 2** (Deny)

      - Principals: anyone
      - Actions: all except \`s3:GetObject\`
      - Resources: \`arn:aws:s3:::b/*\`

      It denies W&B 3 of the 11 permissions that W&B needs."
    `);
  });

  test("is shown on the opening brace, the Sid and the Effect only", () => {
    const text = textOf(statement);
    const policy = policyOf(text);
    expect(statementHover(policy, text.indexOf('{\n      "Sid"'))?.value).toContain(
      "- Principals: W&B (",
    );
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
            "Action": [
              "s3:GetObject*",
              "s3:ListBucket",
              "s3:Get*"
            ],
            "Resource": [
              "arn:aws:s3:::b",
              "arn:aws:s3:::b/*"
            ]
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

  test("write a wildcard out, without what is listed anyway", () => {
    const text = textOf({ ...external, Action: ["kms:ReEncrypt*", "kms:ReEncryptTo"] });
    const title = 'Expand "kms:ReEncrypt*" to its 2 actions';
    const fixed = apply(text, "key", title, text.indexOf("ReEncrypt*"));
    expect(JSON.parse(fixed)).toMatchObject({
      Statement: [{ Action: ["kms:ReEncryptFrom", "kms:ReEncryptTo"] }],
    });
    const lone = textOf({ ...external, Action: "kms:ReEncrypt*" });
    expect(JSON.parse(apply(lone, "key", title, lone.indexOf("ReEncrypt*")))).toMatchObject({
      Statement: [{ Action: ["kms:ReEncryptFrom", "kms:ReEncryptTo"] }],
    });
  });

  test("do not write out what is long, unknown or everything", () => {
    for (const action of ["s3:*", "*", "s3:Nothing*", "nowhere:*", "s3:GetObject"]) {
      const text = textOf({ ...statement, Action: [action] });
      expect(
        titles(policyOf(text), text.indexOf(`"${action}"`) + 1).filter((title) =>
          /^(?:Expand|Collapse)/.test(title),
        ),
      ).toEqual([]);
    }
  });

  test("collapse actions to a wildcard that stands for no others", () => {
    const text = textOf({
      ...external,
      Action: ["kms:Decrypt", "kms:ReEncryptFrom", "kms:Encrypt", "kms:reencryptto"],
    });
    const title = 'Collapse 2 actions to "kms:ReEncrypt*"';
    // "kms:Re*" would stand for more, such as kms:RevokeGrant.
    expect(titles(policyOf(text, "key"), text.indexOf("ReEncryptFrom"))).toContain(title);
    const fixed = apply(text, "key", title, text.indexOf("ReEncryptFrom"));
    expect(JSON.parse(fixed)).toMatchObject({
      Statement: [{ Action: ["kms:Decrypt", "kms:ReEncrypt*", "kms:Encrypt"] }],
    });
    expect(
      titles(policyOf(text, "key"), text.indexOf("Decrypt")).filter((each) =>
        each.startsWith("Collapse"),
      ),
    ).toEqual([]);
  });

  test("expanded and collapsed again are what they were", () => {
    for (const pattern of ["s3:ListBucket*", "kms:ReEncrypt*", "s3:PutObject*"]) {
      const text = textOf({ ...statement, Action: [pattern, "sts:AssumeRole"] });
      const at = text.indexOf(pattern) + 1;
      const expand = titles(policyOf(text), at).find((title) => title.startsWith("Expand"));
      const expanded = apply(text, "bucket", expand ?? "", at);
      const [collapse] = titles(policyOf(expanded), at).filter((each) =>
        each.startsWith("Collapse"),
      );
      const actions = (JSON.parse(apply(expanded, "bucket", collapse ?? "", at)) as PolicyJson)
        .Statement[0]?.Action;
      expect([...(actions ?? [])].toSorted()).toEqual([pattern, "sts:AssumeRole"].toSorted());
    }
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
    const title = "Allow account 111122223333 to administer the key";
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
      Statement "WandB" allows the request.
      The IAM policies of account 725579432336 must also allow the request, unless the account owns the resource."
  `);
});

describe("copied as Terraform", () => {
  const round = async (text: string, type: PolicyType = "bucket"): Promise<string> => {
    const written =
      terraformPolicyDocument(policyOf(text, type), "Bucket Policy (prod).json") ?? "";
    const source = TextDocument.create("file:///main.tf", "terraform", 1, written);
    const [part] = readDocument(source, { readers: await loadReaders(), policyType: type }).parts;
    if (part?.kind !== "policy" && part?.kind !== "key-policy") throw new Error(written);
    return part.model.statements
      .flatMap(({ action, resource, principal, conditions, sid, effect }) => [
        sid?.value?.kind === "string" ? sid.value.value : "",
        effect?.value?.kind === "string" ? effect.value.value : "",
        ...(action?.items ?? []).map(({ value }) => value),
        ...(resource?.items ?? []).map(({ value }) => value),
        ...(principal?.entries ?? []).map(({ key }) => key),
        ...conditions.map(({ key, operator }) => `${operator.text} ${key}`),
      ])
      .join(" ");
  };

  test("a policy says the same", async () => {
    const condition = { StringLike: { "aws:PrincipalArn": "arn:aws:iam::*:user/${aws:username}" } };
    const text = textOf({ ...statement, Condition: condition }, { ...external, Sid: undefined });
    expect(await round(text)).toBe(
      [
        `WandB Allow ${wandbActions.join(" ")} arn:aws:s3:::b arn:aws:s3:::b/* AWS StringLike aws:PrincipalArn`,
        ` Allow ${external.Action.join(" ")} * AWS`,
      ].join(" "),
    );
    expect(await round(textOf(external), "key")).toContain("kms:Decrypt");
  });

  test("a policy is named by its file, and variables are Terraform's", () => {
    const text = textOf({ ...external, Resource: "arn:aws:s3:::b/${aws:username}/*" });
    const written = terraformPolicyDocument(policyOf(text), "Bucket Policy (prod).json");
    expect(written).toContain('data "aws_iam_policy_document" "bucket_policy_prod" {\n');
    expect(written).toContain('["arn:aws:s3:::b/&{aws:username}/*"]');
    expect(written).not.toContain("version");
  });

  test("a policy without a version keeps the old one, and an Id its own", () => {
    const text = JSON.stringify({ Id: "x", Statement: [statement] });
    expect(terraformPolicyDocument(policyOf(text), "9.json")).toMatch(
      /^data "aws_iam_policy_document" "policy" \{\n {2}version = "2008-10-17"\n {2}policy_id = "x"\n\n {2}statement \{/,
    );
  });

  test("what Terraform cannot express is not offered", () => {
    const statements = [{ ...statement, Comment: "x" }];
    expect(terraformPolicyDocument(policyOf(textOf(...statements)), "a.json")).toBeUndefined();
    const other = JSON.stringify({ Version: "2012-10-17", Statement: [statement], Note: "" });
    expect(terraformPolicyDocument(policyOf(other), "a.json")).toBeUndefined();
    expect(terraformPolicyDocument(policyOf('{"Statement":[]}'), "a.json")).toBeUndefined();
  });
});
