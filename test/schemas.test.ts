import { readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { getLanguageService, type JSONSchema } from "vscode-json-languageservice";
import { TextDocument } from "vscode-languageserver-textdocument";
import { describe, expect, test } from "vitest";
import { readDocument } from "../server/src/documents/document.js";
import { diagnostics } from "../server/src/features/diagnostics.js";
import { defaultProfile } from "../server/src/model/profile.js";
import { templates, templateText } from "../server/src/catalog/installation/templates.js";
import { schemaFiles } from "../tools/schemas.js";
import { readFixtures } from "./support/fixtures.js";

const root = resolve(import.meta.dirname, "..");

/** What VS Code's own JSON support says of a text under one of the contributed schemas. */
async function editorDiagnostics(
  path: string,
  text: string,
): Promise<
  readonly { readonly line: number; readonly character: number; readonly message: string }[]
> {
  const service = getLanguageService({});
  const schema = JSON.parse(readFileSync(join(root, path), "utf8")) as JSONSchema;
  service.configure({ schemas: [{ uri: path, fileMatch: ["*"], schema }] });
  const document = TextDocument.create("file:///policy.json", "json", 1, text);
  const found = await service.doValidation(document, service.parseJSONDocument(document));
  return found.map(({ range, message }) => ({
    ...range.start,
    message: typeof message === "string" ? message : message.value,
  }));
}

const contributed = schemaFiles.filter(({ isExact }) => isExact !== true);

describe.each(contributed)("$path", ({ path, fileMatch }) => {
  test("is contributed for narrow, telling names only", () => {
    expect(fileMatch.length).toBeGreaterThan(0);
    for (const match of fileMatch) expect(match).toMatch(/^\*[a-z\d]+-[a-z-]+\.json$/);
  });

  test("accepts every template of its kind", async () => {
    const kind = basename(path).split(".")[0] ?? "";
    const own = templates.filter(({ prefix }) =>
      prefix
        .replace("byob-", "")
        .replace("aws-", "")
        .startsWith(kind.replace(/^(?:bucket|key)/, "$&")),
    );
    for (const template of own) {
      expect(await editorDiagnostics(path, templateText(template)), template.name).toEqual([]);
    }
    expect(own.length).toBeGreaterThan(0);
  });
});

test("nothing is said twice where a schema applies: the server leaves shape to the editor", async () => {
  const bySchema: Readonly<Record<string, RegExp>> = {
    "schemas/bucket-policy.schema.json": /^(?:policy|bucket-policy)\//,
    "schemas/key-policy.schema.json": /^key-policy\//,
    "schemas/s3-cors.schema.json": /^cors\//,
  };
  const doubled: string[] = [];
  let compared = 0;
  for (const { rule, cases } of readFixtures(join(import.meta.dirname, "rules"))) {
    for (const [path, groups] of Object.entries(bySchema)) {
      if (!groups.test(rule)) continue;
      for (const { language, name, text, fileName } of cases) {
        if (language !== "json") continue;
        const document = readDocument(
          TextDocument.create(`file:///${fileName}`, language, 1, text),
        );
        const [part] = document.parts;
        const isOwn = path.includes("s3-cors")
          ? part?.dialect === "s3" || part?.dialect === "s3-cli"
          : part?.dialect === (path.includes("key") ? "key" : "bucket");
        if (!isOwn) continue;
        const said = await editorDiagnostics(path, text);
        const all = diagnostics(
          document,
          { profile: defaultProfile },
          { editorReports: ["json-syntax", "json-shape"] },
        );
        const ours = all.filter(({ code }) => code === rule);
        const places = ours.map(
          ({ range }) => `${String(range.start.line)}:${String(range.start.character)}`,
        );
        const twice = said.filter(({ line, character }) =>
          places.includes(`${String(line)}:${String(character)}`),
        );
        doubled.push(...twice.map(({ message }) => `${rule}: ${name}: ${message}`));
        compared += 1;
      }
    }
  }
  expect(doubled).toEqual([]);
  expect(compared).toBeGreaterThan(100);
});
