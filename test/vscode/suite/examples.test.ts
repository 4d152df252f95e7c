import { type TextDocument, workspace } from "vscode";
import { awaitFindings, describeDiagnostic, findingsOf, hoverAt, open } from "../support/editor.js";
import { equal, ok } from "../support/expect.js";
import { describe, it } from "../support/mocha.js";
import { settled } from "../support/settled.js";

describe("examples", () => {
  it("a faulty example is reported", async () => {
    // What stands in other formats is looked at one by one elsewhere.
    for (const document of await openAll("examples/faulty/**", "**/hosts/**")) {
      const findings = findingsOf(document);
      ok(findings.length > 0, `${document.uri.path} has no finding.`);
      for (const finding of findings) {
        const what = `${document.uri.path} ${describeDiagnostic(finding)}`;
        ok(finding.range.isSingleLine, `${what} lies on several lines.`);
        ok(typeof finding.code === "object", `${what} links no page.`);
      }
    }
  });

  it("a good example is not reported", async () => {
    for (const document of await openAll("examples/good/**")) {
      equal(findingsOf(document).map(describeDiagnostic), [], document.uri.path);
    }
  });

  it("a hover tells what W&B needs", async () => {
    const document = await open("fixtures/etag/cors.json");
    const [finding] = await awaitFindings(document, ({ length }) => length > 0);
    ok(finding, "There is no finding.");
    const text = await hoverAt(document, finding.range.start.translate(0, 1));
    ok(/W&B|ETag/.test(text), `The hover says: ${text || "nothing"}`);
  });
});

/** Opens the files that match and waits until they have been checked. */
async function openAll(pattern: string, but?: string): Promise<readonly TextDocument[]> {
  const uris = await workspace.findFiles(pattern, but);
  ok(uris.length > 0, `No file matches ${pattern}.`);
  const documents: TextDocument[] = [];
  for (const uri of uris) documents.push(await open(workspace.asRelativePath(uri, false)));
  await settled();
  return documents;
}
