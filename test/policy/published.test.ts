import { TextDocument } from "vscode-languageserver-textdocument";
import { describe, expect, test } from "vitest";
import { readDocument } from "../../server/src/documents/document.js";
import { accessTitle } from "../../server/src/features/policy/access.js";
import { defaultProfile, type Profile } from "../../server/src/model/profile.js";
import { check } from "../../server/src/rules/check.js";
import { formatMessage } from "../../server/src/text/message.js";
import { loadReaders } from "../support/readers.js";
import { wandbActions, wandbRole } from "../support/wandb.js";

/** The policies of W&B's documentation and Terraform modules, with `<…>` where they have it. */
const keyActions = [
  "kms:Decrypt",
  "kms:Describe*",
  "kms:Encrypt",
  "kms:ReEncrypt*",
  "kms:GenerateDataKey*",
];

const bucketPolicy = {
  Version: "2012-10-17",
  Id: "WandBAccess",
  Statement: [
    {
      Sid: "WAndBAccountAccess",
      Effect: "Allow",
      Principal: { AWS: "<aws_principal_and_role_arn>" },
      Action: wandbActions,
      Resource: ["arn:aws:s3:::<wandb_bucket>", "arn:aws:s3:::<wandb_bucket>/*"],
    },
  ],
};

const keyPolicy = {
  Version: "2012-10-17",
  Statement: [
    {
      Sid: "Internal",
      Effect: "Allow",
      Principal: { AWS: "<Your_Account_Id>" },
      Action: "kms:*",
      Resource: "<aws_kms_key.key.arn>",
    },
    {
      Sid: "External",
      Effect: "Allow",
      Principal: { AWS: "<aws_principal_and_role_arn>" },
      Action: keyActions,
      Resource: "<aws_kms_key.key.arn>",
    },
  ],
};

const terraformKeyPolicy = {
  Version: "2012-10-17",
  Statement: [
    {
      Sid: "Internal",
      Effect: "Allow",
      Principal: { AWS: "<caller_arn>" },
      Action: "kms:*",
      Resource: "*",
    },
    {
      Sid: "External",
      Effect: "Allow",
      Principal: { AWS: "<aws_principal_and_role_arn>" },
      Action: keyActions,
      Resource: "*",
    },
  ],
};

const manual = {
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Allow",
      Principal: { AWS: "arn:aws:iam::<account>:role/<bucket_role>" },
      Action: ["s3:*"],
      Resource: ["arn:aws:s3:::<wandb_bucket>", "arn:aws:s3:::<wandb_bucket>/*"],
    },
    {
      Sid: "WandbAccountAccess",
      Effect: "Allow",
      Principal: { AWS: wandbRole },
      Action: wandbActions,
      Resource: ["arn:aws:s3:::<wandb_bucket>", "arn:aws:s3:::<wandb_bucket>/*"],
    },
  ],
};

const httpsOnly = {
  Version: "2012-10-17",
  Statement: [
    ...bucketPolicy.Statement,
    {
      Sid: "DenyHTTPRequests",
      Effect: "Deny",
      Principal: "*",
      Action: "s3:*",
      Resource: ["arn:aws:s3:::<wandb_bucket>", "arn:aws:s3:::<wandb_bucket>/*"],
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    },
  ],
};

const coreweave = {
  Version: "2012-10-17",
  Statement: [
    {
      Sid: "AllowWandbUser",
      Action: wandbActions,
      Effect: "Allow",
      Resource: ["arn:aws:s3:::<cw-bucket>/*", "arn:aws:s3:::<cw-bucket>"],
      Principal: { CW: "arn:aws:iam::wandb:static/<wb-cw-principal>" },
      Condition: { StringLike: { "wandb:OrgID": ["<wb-org-id>"] } },
    },
    {
      Sid: "AllowUsersInOrg",
      Action: "s3:*",
      Effect: "Allow",
      Resource: ["arn:aws:s3:::<cw-bucket>", "arn:aws:s3:::<cw-bucket>/*"],
      Principal: { CW: "arn:aws:iam::<cw-storage-org-id>:*" },
    },
  ],
};

const weave = {
  Version: "2012-10-17",
  Id: "WandBAccess",
  Statement: [
    {
      Sid: "WandbAccess",
      Effect: "Allow",
      Principal: { AWS: wandbRole },
      Action: "s3:GetObject",
      Resource: "arn:aws:s3:::<wandb_bucket>/*",
    },
  ],
};

const key = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const dedicated = "arn:aws:iam::830241207209:root";
const filled: Readonly<Record<string, string>> = {
  "<aws_principal_and_role_arn>": wandbRole,
  "<Your_Account_Id>": "111122223333",
  "<aws_kms_key.key.arn>": key,
  "<wandb_bucket>": "team-bucket",
  "<cw-bucket>": "team-bucket",
  "<caller_arn>": "arn:aws:iam::111122223333:role/terraform",
  "<account>": "111122223333",
  "<bucket_role>": "bucket-admin",
  "<wb-cw-principal>": "wandb-integration-public",
  "<wb-org-id>": "acme",
  "<cw-storage-org-id>": "ab1cd2",
};

function fill(policy: object, values: Readonly<Record<string, string>> = filled): string {
  let text = JSON.stringify(policy, undefined, 2);
  for (const [placeholder, value] of Object.entries(values)) {
    text = text.replaceAll(placeholder, value);
  }
  return text;
}

function gravest(text: string, profile: Profile = defaultProfile): readonly string[] {
  const source = TextDocument.create("file:///policy.json", "json", 1, text);
  const document = readDocument(source);
  expect(document.parts, "the policy is recognised").toHaveLength(1);
  return check(document, { profile })
    .filter(({ severity }) => severity === "error" || severity === "warning")
    .map(({ rule, message }) => `${rule}: ${formatMessage(message)}`);
}

const published = {
  "the page's bucket policy": bucketPolicy,
  "the page's key policy": keyPolicy,
  "Terraform's key policy": terraformKeyPolicy,
  "the manual's bucket policy": manual,
  "Terraform's bucket policy with HTTPS only": httpsOnly,
  "the page's CoreWeave policy": coreweave,
  "Weave's bucket policy": weave,
};

/** The policies of the Terraform module, with its references in place of names. */
const terraform = `
resource "aws_kms_key" "key" {
  policy = jsonencode({
    "Version" : "2012-10-17",
    "Statement" : [
      {
        "Sid" : "Internal",
        "Effect" : "Allow",
        "Principal" : { "AWS" : data.aws_caller_identity.current.arn },
        "Action" : "kms:*",
        "Resource" : "*"
      },
      {
        "Sid" : "External",
        "Effect" : "Allow",
        "Principal" : { "AWS" : var.aws_principal_arn },
        "Action" : ${JSON.stringify(keyActions)},
        Resource : "*"
      }
    ]
  })
}

resource "aws_s3_bucket_policy" "s3_policy" {
  bucket = module.file_storage.bucket_name

  policy = jsonencode({
    "Version" : "2012-10-17",
    "Statement" : [
      {
        "Sid" : "WandbAccountAccess",
        "Effect" : "Allow",
        "Principal" : { "AWS" : var.aws_principal_arn },
        "Action" : ${JSON.stringify(wandbActions)},
        "Resource" : [
          "\${module.file_storage.bucket_arn}",
          "\${module.file_storage.bucket_arn}/*",
        ]
      }
    ]
  })
}
`;

describe("what W&B publishes", () => {
  test("the Terraform module, references and all, has no fault and gives full access", async () => {
    const source = TextDocument.create("file:///main.tf", "terraform", 1, terraform);
    const document = readDocument(source, { readers: await loadReaders() });
    const faults = check(document, { profile: defaultProfile }).filter(
      ({ severity }) => severity === "error" || severity === "warning",
    );
    expect(faults).toEqual([]);
    const titles = document.parts.flatMap((part) => {
      const title = part.kind === "policy" ? accessTitle([part.model], defaultProfile) : undefined;
      return title === undefined ? [] : [formatMessage(title)];
    });
    expect(titles).toEqual(["W&B access 11/11"]);
  });

  for (const [name, policy] of Object.entries(published)) {
    test(`${name}, filled in, has no fault`, () => {
      expect(gravest(fill(policy), { ...defaultProfile, deployment: "multi-tenant" })).toEqual([]);
      expect(gravest(fill(policy))).toEqual([]);
    });

    test(`${name}, as published, has no fault but its placeholders`, () => {
      const faults = gravest(JSON.stringify(policy, undefined, 2));
      expect(faults.filter((fault) => !fault.includes("placeholder"))).toEqual([]);
    });
  }

  test("the page's policies for Dedicated Cloud have no fault", () => {
    const values = { ...filled, "<aws_principal_and_role_arn>": dedicated };
    const profile = { ...defaultProfile, deployment: "dedicated" } as const;
    expect(gravest(fill(bucketPolicy, values), profile)).toEqual([]);
    expect(gravest(fill(keyPolicy, values), profile)).toEqual([]);
  });

  test("putting the page's replacement behind the page's ARN doubles it", () => {
    const values = {
      ...filled,
      "<wb-cw-principal>": "arn:aws:iam::wandb:static/wandb-integration",
    };
    expect(gravest(fill(coreweave, values)).map((fault) => fault.split(":")[0])).toContain(
      "coreweave-policy/no-nested-arn",
    );
  });

  test("the page of 2025 had one CoreWeave principal for all deployments", () => {
    const values = { ...filled, "<wb-cw-principal>": "wandb-integration" };
    expect(gravest(fill(coreweave, values))).toEqual([]);
    const faults = gravest(fill(coreweave, values), {
      ...defaultProfile,
      deployment: "multi-tenant",
    });
    expect(faults.map((fault) => fault.split(":")[0])).toEqual(["policy/match-deployment"]);
  });
});
