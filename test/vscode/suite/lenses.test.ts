import {
  type CodeLens,
  commands,
  env,
  type Range,
  type Tab,
  type TextDocument,
  window,
  workspace,
} from "vscode";
import { create, open, rangeOf, runCommand, takeAction } from "../support/editor.js";
import { equal, match, ok } from "../support/expect.js";
import { describe, it } from "../support/mocha.js";

describe("lenses", () => {
  const lenses: readonly (readonly [path: string, title: string])[] = [
    ["examples/good/aws/cors.json", "Preflight from https://wandb.ai: GET ✓ HEAD ✓ PUT ✓"],
    ["examples/faulty/hosts/cors.tf", "Preflight from https://wandb.ai: GET ✗ HEAD ✗ PUT ✗"],
    ["examples/good/aws/bucket-policy.json", "W&B access 11/11"],
    ["examples/faulty/hosts/main.tf", "W&B access 2/11"],
  ];
  it("tell what W&B gets", async () => {
    for (const [path, title] of lenses) {
      const found = await lensesOf(await open(path));
      equal(
        found.map(({ command }) => command?.title),
        [title],
        path,
      );
    }
  });

  for (const [path, label, text] of [
    ["examples/good/aws/cors.json", "Preflight", /HEAD/],
    ["examples/good/aws/bucket-policy.json", "W&B access", /s3:GetObject/],
  ] as const) {
    it(`above ${path} open a page`, async () => {
      const [lens] = await lensesOf(await open(path));
      ok(lens?.command, "The lens does nothing.");
      const shown = awaitTab(label);
      const [, page] = await Promise.all([
        runCommand(lens.command),
        awaitDocument(({ uri }) => uri.scheme === "byob-page" && uri.path.includes(label)),
      ]);
      match(page.getText(), text);
      await window.tabGroups.close(await shown);
    });
  }
});

describe("refactorings of a CORS configuration", () => {
  it("open it in another tool's form", async () => {
    const document = await open("examples/good/aws/cors.json");
    await takeAction(
      document,
      rulesOf(document),
      "refactor.rewrite",
      "Convert to Cloud Storage format",
    );
    const converted = await awaitDocument(isUntitled("responseHeader"));
    equal(converted.languageId, "json");
    equal(JSON.parse(converted.getText()), [
      {
        origin: ["https://wandb.ai"],
        method: ["GET", "HEAD", "PUT"],
        responseHeader: ["*"],
        maxAgeSeconds: 3000,
      },
    ]);
  });

  it("open it as a language that VS Code does not know", async () => {
    const document = await open("examples/good/aws/cors.json");
    await takeAction(
      document,
      rulesOf(document),
      "refactor.rewrite",
      "Convert to Terraform for AWS",
    );
    await awaitDocument(isUntitled('resource "aws_s3_bucket_cors_configuration"'));
  });

  it("copy the command that applies it", async () => {
    const document = await create(
      "lenses/cors-rules.json",
      '{"CORSRules":[{"AllowedOrigins":["*"],"AllowedMethods":["GET"],"AllowedHeaders":["*"]}]}\n',
    );
    const range = rangeOf(document, "CORSRules");
    await takeAction(
      document,
      range,
      "refactor",
      "Copy the aws command that applies this configuration",
    );
    equal(
      await env.clipboard.readText(),
      "aws s3api put-bucket-cors --bucket BUCKET --cors-configuration file://cors-rules.json",
    );
  });
});

async function lensesOf({ uri }: TextDocument): Promise<readonly CodeLens[]> {
  const lenses = await commands.executeCommand<CodeLens[]>(
    "vscode.executeCodeLensProvider",
    uri,
    9,
  );
  return lenses.filter(({ command }) => command?.command.startsWith("byob."));
}

function rulesOf(document: TextDocument): Range {
  return rangeOf(document, "AllowedHeaders");
}

/** Waits for a tab whose label holds a text. */
async function awaitTab(label: string): Promise<Tab> {
  const find = (): Tab | undefined =>
    window.tabGroups.all.flatMap(({ tabs }) => tabs).find((tab) => tab.label.includes(label));
  return await new Promise((resolve) => {
    const check = (): void => {
      const tab = find();
      if (tab === undefined) return;
      subscription.dispose();
      resolve(tab);
    };
    const subscription = window.tabGroups.onDidChangeTabs(check);
    check();
  });
}

function isUntitled(text: string): (document: TextDocument) => boolean {
  return (document) => document.uri.scheme === "untitled" && document.getText().includes(text);
}

/** Waits until a document is open. */
async function awaitDocument(
  isExpected: (document: TextDocument) => boolean,
): Promise<TextDocument> {
  return await new Promise((resolve) => {
    const check = (): void => {
      const document = workspace.textDocuments.find(isExpected);
      if (document === undefined) return;
      subscription.dispose();
      resolve(document);
    };
    const subscription = workspace.onDidOpenTextDocument(check);
    check();
  });
}
