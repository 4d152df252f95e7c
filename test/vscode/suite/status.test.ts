import { type ShownStatus } from "../../../client/src/shown.js";
import { create, open, replaceText } from "../support/editor.js";
import { equal, match } from "../support/expect.js";
import { awaitShown, thisExtension } from "../support/extension.js";
import { describe, it } from "../support/mocha.js";

describe("the status item", () => {
  const recognized: readonly (readonly [path: string, text: string, why: RegExp])[] = [
    [
      "examples/good/aws/bucket-policy.json",
      "BYOB: policy (bucket)",
      /gives a principal access to S3/,
    ],
    ["examples/good/google/cors.json", "BYOB: CORS configuration (Cloud Storage)", /"origin"/],
    ["examples/good/aws/.env", "BYOB: storage address", /"BUCKET" is a storage setting of W&B/],
    [
      "examples/good/hosts/cors.tf",
      "BYOB: CORS configuration (Terraform)",
      /"cors_rule" block of a Terraform resource/,
    ],
  ];
  it("names what a file is, and why", async () => {
    for (const [path, text, why] of recognized) {
      const status = await statusOf(path);
      equal(status.text, text, path);
      match(status.detail, why);
    }
  });

  it("says nothing of a file that holds nothing", async () => {
    equal((await statusOf("fixtures/unrelated/settings.json")).text, undefined);
  });

  it("follows what is typed", async () => {
    const path = "status/later.json";
    const document = await create(path, "{}\n");
    equal((await statusOf(path)).text, undefined);
    await replaceText(document, '[{ "origin": ["*"], "method": ["GET"], "responseHeader": [] }]\n');
    const { status } = thisExtension().exports;
    await awaitShown(status, (shown) => shown?.text === "BYOB: CORS configuration (Cloud Storage)");
  });
});

/** What the item says once it speaks of a file. */
async function statusOf(path: string): Promise<ShownStatus> {
  const uri = (await open(path)).uri.toString();
  const { status } = thisExtension().exports;
  const shown = await awaitShown(status, (current) => current?.uri === uri);
  return shown ?? { uri, text: undefined, detail: "" };
}
