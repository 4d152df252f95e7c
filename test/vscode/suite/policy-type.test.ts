import { commands, ConfigurationTarget, type TextDocument, window, workspace } from "vscode";
import { awaitFindings, create, idOf } from "../support/editor.js";
import { equal, match } from "../support/expect.js";
import { awaitShown, thisExtension } from "../support/extension.js";
import { describe, it } from "../support/mocha.js";

const command = "byob.setPolicyType";

/** What a policy of a bucket and of a key lacks here, and a role's trust policy does not. */
const lacks = "policy/require-resource";

/** Who may do what is not said yet, so that a bucket, a key or a role may have it. */
const open = `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" } }]
}
`;

describe("the command to set a policy's type", () => {
  it("stores the choice for a file of the workspace, and takes it back", async () => {
    try {
      const document = await create("types/access.json", open);
      await awaitStatus(document, "BYOB: policy (bucket)");
      await commands.executeCommand(command, "trust");
      const { detail } = await awaitStatus(document, "BYOB: policy (trust)");
      match(detail, /byob\.policyTypes/);
      await awaitFindings(document, (found) =>
        found.every(({ message }) => !/resource/i.test(message)),
      );
      equal(JSON.stringify(storedTypes()), '{"types/access.json":"trust"}');
      await commands.executeCommand(command, "key");
      await awaitStatus(document, "BYOB: KMS key policy (key)");
      await awaitFindings(document, (found) => found.some((finding) => idOf(finding) === lacks));
      await commands.executeCommand(command, "none");
      await awaitStatus(document, undefined);
      await awaitFindings(document, (found) => found.length === 0);
      await commands.executeCommand(command, "auto");
      await awaitStatus(document, "BYOB: policy (bucket)");
      equal(storedTypes(), undefined);
    } finally {
      await workspace
        .getConfiguration("byob")
        .update("policyTypes", undefined, ConfigurationTarget.Workspace);
    }
  });

  it("remembers the choice for a text that is no file yet", async () => {
    const document = await workspace.openTextDocument({ language: "json", content: open });
    await window.showTextDocument(document);
    await awaitStatus(document, "BYOB: policy (bucket)");
    await commands.executeCommand(command, "key");
    await awaitStatus(document, "BYOB: KMS key policy (key)");
    equal(storedTypes(), undefined);
    await commands.executeCommand(command, "auto");
    await awaitStatus(document, "BYOB: policy (bucket)");
  });
});

/** The types that the workspace's settings say. */
function storedTypes(): unknown {
  return workspace.getConfiguration("byob").inspect("policyTypes")?.workspaceValue;
}

async function awaitStatus(
  { uri }: TextDocument,
  text: string | undefined,
): Promise<{ readonly detail: string }> {
  const { status } = thisExtension().exports;
  const shown = await awaitShown(
    status,
    (current) => current?.uri === uri.toString() && current.text === text,
  );
  return { detail: shown?.detail ?? "" };
}
