import { type TextDocument, workspace } from "vscode";
import {
  applyFix,
  awaitFindings,
  create,
  fileUri,
  findingsOf,
  hoverAt,
  idOf,
  placeOf,
  replaceText,
} from "../support/editor.js";
import { equal, ok } from "../support/expect.js";
import { describe, it } from "../support/mocha.js";

/** A file of `examples/faulty/hosts` and what becomes of it. */
interface HostFile {
  readonly name: string;
  /** The rules that report something, each with the text it is reported at. */
  readonly findings: readonly (readonly [rule: string, text: string])[];
  /** The title of a fix, the rule it settles, and what the file holds afterwards. */
  readonly fix: readonly [title: RegExp, rule: string, after: string];
  /** Text of an address, and the same with a secret in clear; a hover over the last word hides it. */
  readonly secret?: readonly [text: string, inClear: string, hoverOver: string];
}

const base64 = /(?<=BUCKET: )czM6\S+/;

const hostFiles: readonly HostFile[] = [
  {
    name: "docker-compose.yml",
    findings: [
      ["address/match-endpoint-region", "us-east-1"],
      ["address/no-azure-endpoint", "acmestorage.blob.core.windows.net"],
    ],
    fix: [/^Set "region"/, "address/match-endpoint-region", 'acme-wandb?region=us-west-2"'],
    secret: ["${AWS_SECRET_ACCESS_KEY}", "clear-secret", "s3.us-west-2"],
  },
  {
    name: "values.yaml",
    findings: [
      ["address/no-sample-key", "AKIAIOSFODNN7EXAMPLE"],
      ["address/no-plaintext-secret", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"],
      ["address/require-percent-encoding", "/"],
    ],
    fix: [
      /^Percent-encode/,
      "address/require-percent-encoding",
      ":wJalrXUtnFEMI%2FK7MDENG%2FbPxRfiCYEXAMPLEKEY@",
    ],
    secret: ["wJalrXUtnFEMI%2FK7MDENG%2FbPxRfiCYEXAMPLEKEY", "clear-secret", "s3.us-west-2"],
  },
  {
    name: "secret-and-deployment.yaml",
    findings: [
      ["address/known-scheme", "gcs"],
      ["address/valid-bucket-name", "base64"],
      ["address/valid-parameter-separator", "base64"],
      ["address/require-tls", "cwobject.com"],
    ],
    fix: [/^Add "tls=true"$/, "address/require-tls", '@cwobject.com/acme-wandb?tls=true"'],
    secret: ["$(COREWEAVE_SECRET_KEY)", "clear-secret", "cwobject.com"],
  },
  {
    name: "terraform.tfvars",
    findings: [
      ["address/prefer-lowercase-scheme", "S3"],
      ["address/known-region", "us-west2"],
    ],
    fix: [/"us-west-2"/, "address/known-region", '"S3://acme-wandb?region=us-west-2"'],
    secret: ["S3://acme", "S3://key:clear-secret@s3.us-west-2.amazonaws.com/acme", "us-west-2.ama"],
  },
  {
    name: "main.tf",
    findings: [
      ["address/match-endpoint-region", "us-east-1"],
      ["policy/require-wandb-actions", "Action"],
      ["policy/known-action", '"s3:GetObjekt"'],
      ["policy/require-bucket-and-objects", "Resource"],
    ],
    fix: [/^Set "region"/, "address/match-endpoint-region", 'acme-wandb?region=us-west-2"'],
    secret: ["${urlencode(var.secret_key)}", "clear-secret", "s3.us-west-2"],
  },
  {
    name: "cors.tf",
    findings: [
      ["cors/valid-origin", "https://wandb.ai/"],
      ["cors/require-wandb-methods", "allowed_methods"],
      ["cors/require-exposed-etag", "expose_headers"],
    ],
    fix: [/^Add ETag to "\w+"$/, "cors/require-exposed-etag", '["x-amz-request-id", "ETag"]'],
  },
  {
    name: "start.sh",
    findings: [
      ["address/require-shell-quotes", "&"],
      ["address/no-plaintext-secret", "example-secret"],
      ["address/require-tls", "cwobject.com"],
      ["cors/require-exposed-etag", '"ExposeHeaders"'],
    ],
    fix: [
      /^Put the address in quotes$/,
      "address/require-shell-quotes",
      'STORES="s3://${ACCESS_KEY}:${SECRET_KEY}@s3.storage.example.com/acme-wandb?region=us-east-1&tls=true"',
    ],
    secret: ["example-secret", "clear-secret", "cwobject.com"],
  },
  {
    name: "wandb.toml",
    findings: [["address/known-region", "us-west2"]],
    fix: [/"us-west-2"/, "address/known-region", '"s3://acme-wandb/team?region=us-west-2"'],
    secret: ["s3://acme", "s3://key:clear-secret@s3.us-west-2.amazonaws.com/acme", "us-west-2.ama"],
  },
  {
    name: "wandb.properties",
    findings: [
      ["address/no-azure-endpoint", "acmestorage.blob.core.windows.net"],
      ["address/require-bucket", "acmestorage.blob.core.windows.net"],
    ],
    fix: [/^Use "acmestorage"$/, "address/no-azure-endpoint", "BUCKET=az://acmestorage"],
    secret: ["az://", "az://:clear-secret@", "acmestorage"],
  },
  {
    name: "setup.md",
    findings: [
      ["cors/require-exposed-etag", '"ExposeHeaders"'],
      ["address/require-tls", "cwobject.com"],
    ],
    fix: [/^Add ETag to "\w+"$/, "cors/require-exposed-etag", '["x-amz-request-id", "ETag"]'],
    secret: ["<secretAccessKey>", "clear-secret", "cwobject.com"],
  },
];

describe("files of other formats", () => {
  for (const { name, findings, fix, secret } of hostFiles) {
    it(`${name} is checked, explained and fixed`, async () => {
      const document = await createCopy(name);
      await awaitFindings(document, ({ length }) => length >= findings.length);
      equal(reported(document), sorted(findings), name);

      const [title, rule, after] = fix;
      await applyFix(document, title);
      await awaitFindings(document, (left) => !left.some((each) => idOf(each) === rule));
      ok(document.getText().includes(after), `${name} now reads:\n${document.getText()}`);

      if (secret === undefined) return;
      const [text, inClear, hoverOver] = secret;
      await replaceText(document, document.getText().replace(text, inClear));
      const hover = await hoverAt(document, placeOf(document, hoverOver));
      ok(/secret|access key/.test(hover), `The hover over ${hoverOver} says: ${hover}`);
      ok(hover.includes("••••"), `The hover over ${hoverOver} hides nothing: ${hover}`);
      ok(!hover.includes("clear-secret"), "The hover shows a secret.");
    });
  }

  it("what base64 hides is not shown", async () => {
    const document = await createCopy("secret-and-deployment.yaml");
    const [encoded = ""] = base64.exec(document.getText()) ?? [];
    ok(atob(encoded).includes("example-secret"), "The example hides no secret.");
    const found = await awaitFindings(document, ({ length }) => length > 0);
    const hover = await hoverAt(document, placeOf(document, encoded).translate(0, 20));
    const said = [hover, ...found.map(({ message }) => message)].join("\n");
    ok(!said.includes("example-secret"), "The secret is shown.");
  });
});

/** A copy of a faulty example, so that the example itself stays as it is. */
async function createCopy(name: string): Promise<TextDocument> {
  const text = await workspace.fs.readFile(fileUri(`examples/faulty/hosts/${name}`));
  return await create(`hosts/${name}`, new TextDecoder().decode(text));
}

/** Rule and text of each finding; of what lies on base64 only that it does. */
function reported(document: TextDocument): readonly (readonly [string, string])[] {
  return sorted(
    findingsOf(document).map((finding) => {
      const text = document.getText(finding.range);
      return [idOf(finding), text.startsWith("czM6") ? "base64" : text];
    }),
  );
}

/** Editors give findings in an order of their own. */
function sorted(
  findings: readonly (readonly [string, string])[],
): readonly (readonly [string, string])[] {
  return findings.toSorted(([a], [b]) => (a < b ? -1 : Number(a > b)));
}
