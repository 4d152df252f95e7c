import { bucketPermissions } from "../../server/src/catalog/wandb/permissions.js";

/** A text whose cost is measured. */
export interface BenchDocument {
  readonly name: string;
  readonly languageId: string;
  readonly text: string;
  readonly isJson: boolean;
  /** What a keystroke may cost, at p95. */
  readonly aim: string;
  /** How many keystrokes are measured. */
  readonly strokes: number;
}

export function benchDocuments(): readonly BenchDocument[] {
  return [
    {
      name: "bucket-policy.json",
      languageId: "json",
      text: policy(30),
      isJson: true,
      aim: "p95 ≤ 4 ms",
      strokes: 300,
    },
    {
      name: ".env",
      languageId: "dotenv",
      text: dotenv(200),
      isJson: false,
      aim: "p95 ≤ 4 ms",
      strokes: 300,
    },
    { name: "cors.json", languageId: "json", text: cors(100), isJson: true, aim: "", strokes: 60 },
    {
      name: "values.yaml",
      languageId: "yaml",
      text: yaml(5000, 50),
      isJson: false,
      aim: "",
      strokes: 60,
    },
    {
      name: "large.env",
      languageId: "dotenv",
      text: dotenv(14_000),
      isJson: false,
      aim: "",
      strokes: 60,
    },
  ];
}

/** A bucket policy of so many statements, one of them W&B's: about 18 KB at thirty. */
function policy(statements: number): string {
  const actions = bucketPermissions.map(({ action }) => action);
  const statement = (index: number): unknown =>
    index === 0
      ? {
          Sid: "WAndBAccountAccess",
          Effect: "Allow",
          Principal: { AWS: "arn:aws:iam::725579432336:role/WandbIntegration" },
          Action: actions,
          Resource: ["arn:aws:s3:::acme-wandb", "arn:aws:s3:::acme-wandb/*"],
        }
      : {
          Sid: `Team${String(index)}`,
          Effect: "Allow",
          Principal: { AWS: `arn:aws:iam::111122223333:role/acme-team-${String(index)}` },
          Action: index % 2 === 0 ? actions : actions.slice(0, 5),
          Resource: ["arn:aws:s3:::acme-wandb", `arn:aws:s3:::acme-wandb/team-${String(index)}/*`],
          Condition: { StringEquals: { "aws:PrincipalOrgID": "o-acme123456" } },
        };
  const document = {
    Version: "2012-10-17",
    Statement: Array.from({ length: statements }, (_, index) => statement(index)),
  };
  return JSON.stringify(document, null, 2);
}

function dotenv(lines: number): string {
  return Array.from({ length: lines }, (_, index) =>
    index % 10 === 0
      ? `BUCKET_${String(index)}=s3://acme:\${SECRET_${String(index)}}@s3.us-west-2.amazonaws.com/acme-wandb?region=us-west-2`
      : `SETTING_${String(index)}="a value of an acme setting that is none of ours" # and a comment`,
  ).join("\n");
}

function cors(rules: number): string {
  const document = Array.from({ length: rules }, (_, index) => ({
    AllowedHeaders: ["*"],
    AllowedMethods: ["GET", "HEAD", "PUT"],
    AllowedOrigins: [`https://acme-${String(index)}.example.com`],
    ExposeHeaders: ["ETag"],
    MaxAgeSeconds: 3000,
  }));
  return JSON.stringify(document, null, 2);
}

/** A manifest of so many lines, a few of which hold an address. */
function yaml(lines: number, addresses: number): string {
  const every = Math.floor(lines / addresses);
  return Array.from({ length: lines }, (_, index) =>
    index % every === 0
      ? `BUCKET_${String(index)}: "s3://acme:$(SECRET)@s3.us-west-2.amazonaws.com/acme-wandb?region=us-west-2"`
      : `setting_${String(index)}: a value of an acme setting ${String(index)}`,
  ).join("\n");
}
