import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Writes the files of the workspace that are no examples for a reader. */
export async function writeFixtures(workspace: string): Promise<void> {
  for (const [name, text] of Object.entries(fixtures)) {
    const path = join(workspace, "fixtures", ...name.split("/"));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
}

const corsWithoutEtag = `[
  {
    "AllowedOrigins": ["https://*.wandb.ai"],
    "AllowedMethods": ["GET", "HEAD", "PUT"],
    "AllowedHeaders": ["*"],
    "ExposeHeaders": ["x-amz-request-id"]
  }
]
`;

const fixtures = {
  "sentinel/cors.json": "",
  "etag/cors.json": corsWithoutEtag,
  "on-save/cors.json": corsWithoutEtag,
  "region/.env": "BUCKET=s3://wandb-files/team?region=us-east1\n",
  "broken/cors.json":
    '[\n  { "AllowedOrigins": ["https://*.wandb.ai"],, "AllowedMethods": ["GET" }\n]\n',
  "shape/cors.json":
    '[\n  { "AllowedOrigins": "*", "AllowedMethods": 7, "ExposedHeaders": ["ETag"] }\n]\n',
  "shape/bucket-policy.json": JSON.stringify({
    Version: 2012,
    Statement: [
      {
        Effect: "Maybe",
        Principal: { AWS: "arn:aws:iam::725579432336:role/WandbIntegration" },
        Action: ["s3:GetObject"],
        Resource: "arn:aws:s3:::acme-wandb/*",
      },
    ],
  }),
  "unrelated/settings.json": JSON.stringify({ name: "unrelated", Statement: "of fact", x: ["*"] }),
  "unrelated/package.json": JSON.stringify({ name: "unrelated", version: "1.0.0" }),
};
