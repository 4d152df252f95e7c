import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TextDocument } from "vscode-languageserver-textdocument";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connectInProcess, pullCapabilities } from "./support/client.js";
import { runIn } from "./support/command.js";

/** Parts of made-up keys. No output may hold any of them. */
const seeds = {
  aws: "wJalrSEEDEDsecretAAAAbPxRfiCYzzzz1234567",
  slash: "SEEDED/with/slash+and=more7890123456abcd",
  azure: `SEEDEDazure${"A".repeat(75)}==`,
  pem: "MIIEvSEEDEDprivatekeybody0123456789abcdef",
  percent: "SEEDED%zzpercent-escape-that-is-broken-9",
  space: "SEEDED secret with spaces in its middle!",
};
const needles = ["SEEDED", "SEEDEDsecret", "slash+and", "privatekeybody"];

const addresses: readonly string[] = [
  `s3://AKIAABCDEFGHIJKLMNOP:${seeds.aws}@s3.us-west-2.amazonaws.com/acme?region=us-east-1`,
  `s3://AKIAABCDEFGHIJKLMNOP:${seeds.slash}@minio.example.com:9000/acme_x?region=x?tls=yes`,
  `s3://AKIAABCDEFGHIJKLMNOP:12/${seeds.aws}@h/b`,
  `s3://AKIAABCDEFGHIJKLMNOP:${seeds.percent}@h.example.com/b`,
  `s3://AKIAABCDEFGHIJKLMNOP:${seeds.aws}`,
  `s3://AKIAABCDEFGHIJKLMNOP:${seeds.aws}@`,
  `s3://${seeds.aws}@s3.us-west-2.amazonaws.com/acme`,
  `cw://CWABCDEFGHIJKL:${seeds.slash}@cwlota.com/cw-acme?region=us-east-04a&tls=false`,
  `cw://CWABCDEFGHIJKL:${seeds.aws}@acme.cwobject.com`,
  `az://:${seeds.azure}@acmestorage.blob.core.windows.net/Acme`,
  `az://acct:${seeds.azure}@acmestorage/acme`,
  `az://${seeds.azure}@acmestorage/acme`,
  `gs://sa@project.iam.gserviceaccount.com:-----BEGIN%20PRIVATE%20KEY-----%0A${seeds.pem}@acme`,
  `gs://sa@project.iam.gserviceaccount.com:-----BEGIN PRIVATE KEY-----\\n${seeds.pem}\\n-----END PRIVATE KEY-----@acme`,
  `gcs://sa:${seeds.pem}@acme`,
  `minio://user:${seeds.aws}@minio.example.com/acme`,
  `https://user:${seeds.aws}@acme.s3.us-west-2.amazonaws.com/`,
  `s3://AKIAABCDEFGHIJKLMNOP:${seeds.aws}@https://minio.example.com/acme?region=us-east-1`,
  `S3:/AKIAABCDEFGHIJKLMNOP:${seeds.aws}@h/b`,
];

const quoted = (text: string): string => text.replaceAll('"', '\\"');
const documents: readonly (readonly [string, string, string])[] = [
  [
    "dotenv",
    ".env",
    addresses.map((text, index) => `BUCKET${index === 0 ? "" : String(index)}=${text}`).join("\n") +
      `\nBUCKET="s3://key:${seeds.space}@h.example.com/b"\nAZURE_STORAGE_KEY=${seeds.azure}\nAWS_SECRET_ACCESS_KEY=${seeds.aws}\n`,
  ],
  ["plaintext", "notes.txt", addresses.join("\n")],
  [
    "json",
    "settings.json",
    JSON.stringify(
      {
        BUCKET: addresses[0],
        list: addresses,
        env: addresses.map((value) => ({ name: "BUCKET", value })),
      },
      null,
      2,
    ),
  ],
  [
    "shellscript",
    "run.sh",
    addresses
      .map((text) => `export BUCKET="${quoted(text)}"\ndocker run -e BUCKET=${text} image`)
      .join("\n"),
  ],
  [
    "yaml",
    "compose.yaml",
    `services:\n  wandb:\n    environment:\n${addresses.map((text, index) => `      BUCKET${String(index)}: '${text}'`).join("\n")}\n      GORILLA_SUPPORTED_FILE_STORES: "${addresses[0] ?? ""},${addresses[7] ?? ""}"\n`,
  ],
  [
    "yaml",
    "secret.yaml",
    `apiVersion: v1\nkind: Secret\nmetadata: { name: s }\nstringData:\n  BUCKET: '${addresses[1] ?? ""}'\ndata:\n  BUCKET: ${Buffer.from(addresses[2] ?? "").toString("base64")}\n`,
  ],
  [
    "terraform",
    "main.tfvars",
    addresses
      .map(
        (text, index) =>
          `bucket${index === 0 ? "" : String(index)} = "${text.replaceAll("\\n", "")}"`,
      )
      .join("\n"),
  ],
  [
    "markdown",
    "README.md",
    `# Notes\n\n\`\`\`sh\nexport BUCKET="${addresses[1] ?? ""}"\n\`\`\`\n\n\`\`\`dotenv\nBUCKET=${addresses[2] ?? ""}\n\`\`\`\n`,
  ],
];

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "byob-secrets-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function expectClean(where: string, output: string): void {
  for (const needle of [...needles, ...Object.values(seeds)]) {
    expect(output.includes(needle), `${where} holds a secret`).toBe(false);
    const encoded = encodeURIComponent(needle);
    expect(output.includes(encoded), `${where} holds an encoded secret`).toBe(false);
  }
}

describe.each(documents)("a %s document (%s)", (languageId, name, text) => {
  test("tells no secret in the editor", async () => {
    const client = await connectInProcess({
      capabilities: pullCapabilities,
      initializationOptions: { clientCommands: true },
    });
    const uri = `file:///home/${name}`;
    await client.open(uri, languageId, text);
    const source = TextDocument.create(uri, languageId, 1, text);
    const found = await client.diagnostics(uri);
    expectClean("a diagnostic", JSON.stringify(found));
    const whole = { start: { line: 0, character: 0 }, end: source.positionAt(text.length) };
    const actions = await client.codeActions(uri, whole, ["quickfix"]);
    expectClean(
      "a title",
      JSON.stringify(actions.map(({ title, diagnostics }) => [title, diagnostics])),
    );
    for (let offset = 0; offset < text.length; offset += 5) {
      const position = source.positionAt(offset);
      expectClean("a hover", JSON.stringify(await client.hover(uri, position)));
      if (offset % 25 === 0) {
        const offered = await client.completion(uri, position);
        expectClean(
          "a completion",
          JSON.stringify(
            offered.map(({ label, detail, documentation }) => [label, detail, documentation]),
          ),
        );
      }
    }
    expectClean("the outline", JSON.stringify(await client.symbols(uri)));
    for (const request of ["documentLink", "foldingRange"]) {
      const told = await client.request(`textDocument/${request}`, { textDocument: { uri } });
      expectClean(request, JSON.stringify(told));
    }
    expectClean("the status", JSON.stringify(await client.request("byob/status", { uri })));
    expectClean("the log", client.log.join("\n"));
    await client.stop();
  });

  test("tells no secret on the command line", async () => {
    const fileName = languageId === "terraform" ? "main.tfvars" : name;
    writeFileSync(join(folder, fileName), text);
    for (const parameters of [
      ["check", fileName],
      ["check", "--format", "json", fileName],
      ["fix", "--dry-run", fileName],
      ["preflight", "--origin", "https://wandb.ai", fileName],
      ["convert", "--to", "gcs", fileName],
      ["explain", "--principal", "*", "--action", "s3:GetObject", "--resource", "*", fileName],
    ]) {
      const { out, error } = await runIn({ workingDirectory: folder }, parameters);
      const output = out + error;
      expect(output).not.toBe("");
      expectClean(`byob ${parameters.join(" ")}`, output);
    }
  });
});

test("the seeds are found at all: the documents hold addresses with findings", async () => {
  const client = await connectInProcess();
  const [languageId, name, text] = documents[0] ?? ["", "", ""];
  await client.open(`file:///${name}`, languageId, text);
  expect((await client.diagnostics(`file:///${name}`)).length).toBeGreaterThan(10);
  await client.stop();
});
