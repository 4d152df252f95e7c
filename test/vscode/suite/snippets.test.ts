import { parse } from "jsonc-parser";
import { commands, type Extension, type TextDocument, Uri, workspace } from "vscode";
import {
  awaitFindings,
  create,
  describeDiagnostic,
  findingsOf,
  replaceText,
} from "../support/editor.js";
import { ok } from "../support/expect.js";
import { thisExtension } from "../support/extension.js";
import { before, describe, it } from "../support/mocha.js";
import { settled } from "../support/settled.js";

interface Contribution {
  readonly language: string;
  readonly path: string;
}

interface Snippet {
  readonly name: string;
  readonly language: string;
  readonly body: string;
}

describe("snippets", () => {
  let snippets: readonly Snippet[] = [];

  before(async () => {
    const extension = thisExtension();
    const { contributes } = extension.packageJSON as {
      readonly contributes: { readonly snippets?: readonly Contribution[] };
    };
    // Some files serve several languages; what they hold is the same in each.
    const byPath = new Map(
      (contributes.snippets ?? []).toReversed().map((each) => [each.path, each]),
    );
    const read = [...byPath.values()].map(async (each) => await readSnippets(extension, each));
    snippets = (await Promise.all(read)).flat();
  });

  it("every snippet gives a text with nothing to report but what is to be filled in", async () => {
    ok(snippets.length > 0, "The extension contributes no snippets.");
    const documents = new Map<string, TextDocument>();
    for (const { name, language, body } of snippets) {
      const document = documents.get(language) ?? (await create(`snippets/new${ending(language)}`));
      documents.set(language, document);
      await replaceText(document, "");
      await commands.executeCommand("editor.action.insertSnippet", { langId: language, name });
      ok(document.getText().trim() !== "", `The ${language} snippet "${name}" inserted nothing.`);
      await settled();
      // The findings of the snippet before may go only now.
      const filledIn = placeholders(body);
      await awaitFindings(document, () => surplus(document, filledIn).length === 0);
    }
  });
});

/** Findings that have nothing to do with a placeholder. */
function surplus(document: TextDocument, filledIn: readonly string[]): readonly string[] {
  return findingsOf(document)
    .filter(({ range }) => {
      const text = document.getText(range);
      return (
        text === "" ||
        !filledIn.some((placeholder) => text.includes(placeholder) || placeholder.includes(text))
      );
    })
    .map(describeDiagnostic);
}

/** The texts that stand where a user types, as in "${1:my-bucket}". */
function placeholders(body: string): readonly string[] {
  return [...body.matchAll(/\$\{\d+:(?<text>[^}]+)\}/g)].map(
    ({ groups }) => groups?.["text"] ?? "",
  );
}

async function readSnippets(
  { extensionUri }: Extension<unknown>,
  { language, path }: Contribution,
): Promise<readonly Snippet[]> {
  const bytes = await workspace.fs.readFile(Uri.joinPath(extensionUri, path));
  const contents = parse(new TextDecoder().decode(bytes)) as Readonly<
    Record<string, { readonly body: string | readonly string[] }>
  >;
  return Object.entries(contents).map(([name, { body }]) => ({
    name,
    language,
    body: typeof body === "string" ? body : body.join("\n"),
  }));
}

/** The ending by which VS Code knows a file of a language. */
function ending(language: string): string {
  const endings: Readonly<Record<string, string>> = {
    dotenv: ".env",
    jsonc: ".jsonc",
    properties: ".properties",
    shellscript: ".sh",
    terraform: ".tf",
    yaml: ".yaml",
  };
  return endings[language] ?? `.${language}`;
}
