import { ConfigurationTarget, workspace } from "vscode";
import {
  applyFix,
  awaitClean,
  awaitFindings,
  fixAll,
  fixesOf,
  open,
  replaceText,
  save,
} from "../support/editor.js";
import { equal, match, ok } from "../support/expect.js";
import { after, before, describe, it } from "../support/mocha.js";

describe("fixes", () => {
  it("exposing the ETag leaves a clean CORS configuration", async () => {
    const document = await open("fixtures/etag/cors.json");
    await awaitFindings(document, ({ length }) => length > 0);
    await applyFix(document, /^Add ETag to "\w+"$/);
    await awaitClean(document);
    match(document.getText(), /"ExposeHeaders": \["x-amz-request-id", "ETag"\]/);
  });

  it("correcting the region leaves a clean address", async () => {
    const document = await open("fixtures/region/.env");
    await awaitFindings(document, ({ length }) => length > 0);
    await applyFix(document, /us-east-1/);
    await awaitClean(document);
    equal(document.getText(), "BUCKET=s3://wandb-files/team?region=us-east-1\n");
  });

  it("a fix of one finding marks the one to prefer", async () => {
    const document = await open("fixtures/on-save/cors.json");
    await awaitFindings(document, ({ length }) => length > 0);
    ok(
      (await fixesOf(document)).some(({ isPreferred }) => isPreferred),
      "None is preferred.",
    );
  });

  it("fix all applies what is safe", async () => {
    const document = await open("fixtures/on-save/cors.json");
    const before = document.getText();
    await awaitFindings(document, ({ length }) => length > 0);
    await fixAll(document);
    await awaitClean(document);
    await replaceText(document, before);
    await awaitFindings(document, ({ length }) => length > 0);
  });
});

describe("fix all on save", () => {
  const setting = async (value: unknown): Promise<void> => {
    await workspace
      .getConfiguration("editor")
      .update("codeActionsOnSave", value, ConfigurationTarget.Workspace);
  };

  before(async () => {
    await setting({ "source.fixAll.byob": "explicit" });
  });

  after(async () => {
    await setting(undefined);
  });

  it("saving a file saves it fixed", async () => {
    const document = await open("fixtures/on-save/cors.json");
    await awaitFindings(document, ({ length }) => length > 0);
    await replaceText(document, `${document.getText()}\n`);
    await awaitFindings(document, ({ length }) => length > 0);
    await save(document);
    await awaitClean(document);
    const saved = await workspace.fs.readFile(document.uri);
    match(new TextDecoder().decode(saved), /"ETag"/);
  });
});
