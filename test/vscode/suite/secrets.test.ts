import { commands, type TextDocument } from "vscode";
import { awaitFindings, create, rangeOf, replaceText, takeAction } from "../support/editor.js";
import { equal, ok } from "../support/expect.js";
import { awaitShown, thisExtension } from "../support/extension.js";
import { describe, it } from "../support/mocha.js";
import { withSetting } from "../support/setting.js";

const address = "s3://key:clear-secret@minio.example.com:9000/acme-wandb?region=us-east-1&tls=true";

describe("secrets", () => {
  it("are hidden on screen while the setting says so, also as they are typed", async () => {
    const document = await create("secrets/.env", `BUCKET=${address}\n`);
    await withSetting("byob.maskSecrets", true, async () => {
      equal(await maskedIn(document, 1), ["clear-secret"]);
      const another = "GORILLA_SUPPORTED_FILE_STORES=az://:other-secret@acmestorage/wandb";
      await replaceText(document, `BUCKET=${address}\n${another}\n`);
      equal(await maskedIn(document, 2), ["clear-secret", "other-secret"]);
    });
    equal(await maskedIn(document, 0), []);
    await replaceText(document, `BUCKET=${address}\n`);
    await commands.executeCommand("byob.toggleMaskSecrets");
    equal(await maskedIn(document, 1), ["clear-secret"]);
    await commands.executeCommand("byob.toggleMaskSecrets");
    equal(await maskedIn(document, 0), []);
  });

  const variables: readonly (readonly [name: string, text: string, variable: string])[] = [
    ["compose.yaml", composeWith(address), "${BUCKET_SECRET_KEY}"],
    ["values.yaml", `global:\n  extraEnv:\n    BUCKET: ${address}\n`, "$(BUCKET_SECRET_KEY)"],
    ["main.tf", `locals {\n  env = { BUCKET = "${address}" }\n}\n`, "${var.bucket_secret_key}"],
    ["run.sh", `docker run -e "BUCKET=${address}" wandb/local\n`, "${BUCKET_SECRET_KEY}"],
  ];
  for (const [name, text, variable] of variables) {
    it(`one in ${name} is replaced by a variable`, async () => {
      const document = await create(`secrets/${name}`, text);
      const range = rangeOf(document, "clear-secret");
      const key = /\w+_KEY/i.exec(variable)?.[0].toUpperCase() ?? "";
      const title = `Replace the secret with the variable ${key}`;
      await takeAction(document, range, "refactor.rewrite", title);
      equal(document.getText(), text.replace("clear-secret", variable));
      await awaitFindings(document, (left) => left.length === 0);
    });
  }
});

function composeWith(bucket: string): string {
  return `services:\n  wandb:\n    image: wandb/local\n    environment:\n      BUCKET: "${bucket}"\n`;
}

/** The texts that are hidden in a document, once there are so many. */
async function maskedIn(document: TextDocument, count: number): Promise<readonly string[]> {
  const { masks } = thisExtension().exports;
  const uri = document.uri.toString();
  const shown = await awaitShown(masks, (all) => (all.get(uri)?.length ?? 0) === count);
  ok(shown, "Nothing is known of masks.");
  return (shown.get(uri) ?? []).map((range) => document.getText(range));
}
