import {
  commands,
  type DocumentSymbol,
  type SemanticTokens,
  type SemanticTokensLegend,
  type TextDocument,
} from "vscode";
import {
  awaitClean,
  awaitFindings,
  create,
  idOf,
  open,
  rangeOf,
  replaceText,
  takeAction,
} from "../support/editor.js";
import { equal, ok } from "../support/expect.js";
import { describe, it } from "../support/mocha.js";
import { withSetting } from "../support/setting.js";

describe("addresses", () => {
  it("of a file stand in its outline", async () => {
    const document = await open("examples/good/hosts/secret-and-deployment.yaml");
    const symbols = await commands.executeCommand<DocumentSymbol[]>(
      "vscode.executeDocumentSymbolProvider",
      document.uri,
    );
    const named = symbols.map(({ name, detail }) => `${name} ${detail}`);
    for (const expected of [
      "GORILLA_SUPPORTED_FILE_STORES gs://acme-wandb",
      "BUCKET s3://acme-wandb",
      "BUCKET cw://cwobject.com/acme-wandb",
    ]) {
      ok(named.includes(expected), `The outline lacks "${expected}": ${named.join(", ")}`);
    }
  });

  it("have their parts coloured", async () => {
    const document = await create(
      "addresses/coloured.env",
      "BUCKET=s3://key:secret@minio.example.com:9000/acme-wandb/team?region=us-east-1\n",
    );
    equal(await tokensOf(document), [
      "keyword s3",
      "variable key",
      "comment secret",
      "namespace minio.example.com",
      "namespace 9000",
      "class acme-wandb",
      "string /team",
      "parameter region",
      "number us-east-1",
    ]);
  });

  const foreign: readonly (readonly [text: string, title: string, address: string])[] = [
    ["gcs://acme-wandb/team", "URL", "gs://acme-wandb/team"],
    [
      "https://acme-wandb.s3.us-west-2.amazonaws.com/team",
      "URL",
      "s3://s3.us-west-2.amazonaws.com/acme-wandb/team?region=us-west-2",
    ],
    ["https://acmestorage.blob.core.windows.net/wandb", "URL", "az://acmestorage/wandb"],
    ["abfss://wandb@acmestorage.dfs.core.windows.net/team", "URL", "az://acmestorage/wandb/team"],
    ["arn:aws:s3:::acme-wandb/team", "ARN", "s3://acme-wandb/team"],
    [
      "DefaultEndpointsProtocol=https;AccountName=acmestorage;AccountKey=a/b==;EndpointSuffix=core.windows.net",
      "connection string",
      "az://:a%2Fb==@acmestorage/<containerName>",
    ],
  ];
  it("are made of what other programs write", async () => {
    const document = await create("addresses/pasted.txt");
    for (const [text, form, address] of foreign) {
      await replaceText(document, `see ${text} here\n`);
      const title = `Convert the ${form} to a storage address`;
      await takeAction(document, rangeOf(document, text), "refactor.rewrite", title);
      equal(document.getText(), `see ${address} here\n`);
    }
  });

  it("are looked for under the names that the user lists", async () => {
    const document = await create("addresses/listed.env", "TEAM_STORE=gcs://acme-wandb\n");
    await withSetting("byob.addressKeys", ["TEAM_STORE"], async () => {
      const found = await awaitFindings(document, ({ length }) => length > 0);
      equal(found.map(idOf), ["address/known-scheme"]);
    });
    await awaitClean(document);
  });
});

/** Type and text of each coloured stretch. */
async function tokensOf(document: TextDocument): Promise<readonly string[]> {
  const { uri } = document;
  const legend = await commands.executeCommand<SemanticTokensLegend>(
    "vscode.provideDocumentSemanticTokensLegend",
    uri,
  );
  const { data } = await commands.executeCommand<SemanticTokens>(
    "vscode.provideDocumentSemanticTokens",
    uri,
  );
  let [line, character] = [0, 0];
  return Array.from({ length: data.length / 5 }, (_, index) => {
    const [down = 0, right = 0, length = 0, type = 0] = data.subarray(index * 5, index * 5 + 4);
    [line, character] = [line + down, down > 0 ? right : character + right];
    const text = document.lineAt(line).text.slice(character, character + length);
    return `${String(legend.tokenTypes[type])} ${text}`;
  });
}
