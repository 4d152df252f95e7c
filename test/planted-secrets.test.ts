import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import "./support/seed.js";
import { runIn } from "./support/command.js";

/** The addresses that a secret is planted in; some are right, most have a fault beside it. */
const addresses: readonly ((secret: string) => string)[] = [
  (secret) => `s3://AKIA2J4K6L8M0N2P4Q6R:${secret}@s3.us-west2.amazonaws.com/acme?region=us-west2`,
  (secret) => `s3://AKIA2J4K6L8M0N2P4Q6R:${secret}@minio.example.com:99999/ac_me?tls=yes`,
  (secret) => `cw://CW2J4K6L8M0N2P:${secret}@cwlota.com/cw-acme?region=x`,
  (secret) => `az://acct:${secret}@acmestorage.blob.core.windows.net/Acme`,
  (secret) => `s3://${secret}@s3.us-west-2.amazonaws.com/acme`,
  (secret) => `s3://AKIA2J4K6L8M0N2P4Q6R:${secret}`,
  (secret) => `S3:/AKIA2J4K6L8M0N2P4Q6R:${secret}@h/b?Region=x`,
  (secret) => `gcs://sa:${secret}@acme`,
];

/** How a secret is written in an address. */
const forms: readonly ((secret: string) => string)[] = [
  (secret) => secret,
  (secret) => encodeURIComponent(secret),
  (secret) => encodeURIComponent(encodeURIComponent(secret)),
];

const base64 = (text: string): string => Buffer.from(text).toString("base64");
const hex = (text: string): string =>
  text.replaceAll(/[A-Za-z]/g, (letter) => `\\x${letter.charCodeAt(0).toString(16)}`);
const unicode = (text: string): string =>
  text.replaceAll(/[A-Za-z]/g, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`);

/** The files that an address is written in. */
const hosts: readonly (readonly [name: string, write: (address: string) => string])[] = [
  [".env", (address) => `BUCKET=${address}\n`],
  [".env", (address) => `BUCKET="${address}"\n`],
  [".env", (address) => `BUCKET='${address}\n`],
  ["run.sh", (address) => `export BUCKET=${address}\n`],
  ["run.sh", (address) => `export BUCKET=$'${address}'\n`],
  ["run.sh", (address) => `export BUCKET=$'${hex(address)}'\n`],
  ["run.sh", (address) => `docker run -e BUCKET="${address}" wandb/local\n`],
  ["run.sh", (address) => `kubectl create secret generic s --from-literal=BUCKET=${address}\n`],
  ["run.sh", (address) => `helm upgrade w wandb/w --set global.bucket.name=${address}\n`],
  ["run.sh", (address) => `cat > .env <<EOF\nBUCKET=${address}\nEOF\n`],
  ["compose.yaml", (address) => `services:\n w:\n  environment:\n   BUCKET: ${address}\n`],
  ["compose.yaml", (address) => `services:\n w:\n  environment:\n   - BUCKET=${address}\n`],
  [
    "secret.yaml",
    (address) => `kind: Secret\napiVersion: v1\nstringData:\n BUCKET: '${address}'\n`,
  ],
  [
    "secret.yaml",
    (address) => `kind: Secret\napiVersion: v1\ndata:\n BUCKET: ${base64(address)}\n`,
  ],
  [
    "secret.yaml",
    (address) => `kind: Secret\napiVersion: v1\ndata:\n BUCKET: ${base64(` ${address}\n`)}\n`,
  ],
  [
    "map.yaml",
    (address) => `kind: ConfigMap\napiVersion: v1\ndata:\n .env: |\n  BUCKET=${address}\n`,
  ],
  ["a.json", (address) => JSON.stringify({ BUCKET: address })],
  ["a.json", (address) => `{"BUCKET":"${unicode(address)}"}`],
  ["a.json", (address) => `{"BUCKET":"${address}`],
  [
    "main.tf",
    (address) => `resource "kubernetes_secret" "s" {\n data = {\n  BUCKET = "${address}"\n }\n}\n`,
  ],
  ["a.tfvars", (address) => `wandb_bucket = "${address}"\n`],
  ["wandb.toml", (address) => `[wandb]\nBUCKET = "${address}"\n`],
  ["wandb.properties", (address) => `BUCKET=${address}\n`],
  ["a.md", (address) => `# W&B\n\n\`\`\`sh\nexport BUCKET=${address}\n\`\`\`\n`],
  ["Dockerfile", (address) => `FROM wandb/local\nENV BUCKET=${address}\n`],
  ["notes.txt", (address) => `${address}\n`],
];

/** The settings that hold a secret and nothing else. */
const settings: readonly (readonly [name: string, write: (secret: string) => string])[] = [
  [
    "map.yaml",
    (secret) =>
      `kind: ConfigMap\napiVersion: v1\ndata:\n BUCKET: s3://acme-runs\n AWS_SECRET_ACCESS_KEY: ${secret}\n`,
  ],
  [
    "compose.yaml",
    (secret) =>
      `services:\n w:\n  image: wandb/local\n  environment:\n   BUCKET: az://acme/runs\n   AZURE_STORAGE_KEY: "${secret}"\n`,
  ],
  [
    "run.sh",
    (secret) => `export BUCKET=s3://acme-runs\nexport AWS_SECRET_ACCESS_KEY='${secret}'\n`,
  ],
  [
    "Dockerfile",
    (secret) =>
      `FROM wandb/local\nENV BUCKET="s3://acme-runs?region=us-west-2&tls=true\nENV AWS_SECRET_ACCESS_KEY=${secret}\nENV BUCKET_QUEUE="internal://"\n`,
  ],
  [
    "values.yaml",
    (secret) =>
      `global:\n  host: https://wandb.example.com\n  bucket:\n    provider: s3\n    name: acme-runs\n    accessKey: AKIA2J4K6L8M0N2P4Q6R\n    secretKey: ${secret}\n`,
  ],
];

const letters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz0123456789+/".match(/./g) ?? [];
const secrets = fc
  .array(fc.constantFrom<string>(...letters), { minLength: 24, maxLength: 88 })
  .map((each) => each.join(""));

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "byob-planted-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test("no part of a planted secret is in what the command line says", async () => {
  let spoken = 0;
  await fc.assert(
    fc.asyncProperty(
      secrets,
      fc.constantFrom(...addresses),
      fc.constantFrom(...forms),
      fc.constantFrom(...hosts),
      async (secret, address, form, [name, write]) => {
        writeFileSync(join(folder, name), write(address(form(secret))));
        for (const parameters of [
          ["check", name],
          ["check", "--format", "json", name],
          ["fix", "--dry-run", name],
        ]) {
          const said = await outputOf(parameters);
          if (said.includes("warning") || said.includes("error")) spoken += 1;
          for (const reading of readingsOf(said)) expect(partIn(reading, secret)).toBeUndefined();
        }
      },
    ),
    { numRuns: 400 },
  );
  expect(spoken).toBeGreaterThan(400);
});

test("nor is one of a setting that holds nothing else", async () => {
  let spoken = 0;
  await fc.assert(
    fc.asyncProperty(secrets, fc.constantFrom(...settings), async (secret, [name, write]) => {
      writeFileSync(join(folder, name), write(secret));
      for (const parameters of [
        ["check", name],
        ["check", "--format", "json", name],
        ["fix", name],
      ]) {
        const said = await outputOf(parameters);
        if (said.includes("warning") || said.includes("error")) spoken += 1;
        for (const reading of readingsOf(said)) expect(partIn(reading, secret)).toBeUndefined();
      }
    }),
    { numRuns: 100 },
  );
  expect(spoken).toBeGreaterThan(100);
});

/** What a command says, to a person and to a program. */
async function outputOf(parameters: readonly string[]): Promise<string> {
  const plain = await runIn({ workingDirectory: folder }, parameters);
  const style = { pretty: true, color: true };
  const pretty = await runIn({ workingDirectory: folder, style }, parameters);
  return plain.out + plain.error + pretty.out + pretty.error;
}

/** An output, and what it holds in base64, percent-encoded or with escapes. */
function readingsOf(output: string): readonly string[] {
  const percent = (text: string): string =>
    text.replaceAll(/%([0-9a-f]{2})/gi, (_all, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
  const escapes = output.replaceAll(/\\+(?:x|u00)([0-9a-f]{2})/gi, (_all, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  const encoded = (output.match(/[\w+/=]{20,}/g) ?? []).flatMap((text) =>
    [0, 1, 2, 3].map((at) => Buffer.from(text.slice(at), "base64").toString("latin1")),
  );
  return [output, percent(output), percent(percent(output)), escapes, ...encoded];
}

/** Six characters of the secret that are in a text. */
function partIn(text: string, secret: string): string | undefined {
  for (let at = 0; at + 6 <= secret.length; at += 1) {
    const part = secret.slice(at, at + 6);
    if (text.includes(part)) return part;
  }
  return undefined;
}
