import { workspace } from "vscode";
import { awaitFindings, describeDiagnostic, findingsOf, hoverAt, open } from "../support/editor.js";
import { equal, ok } from "../support/expect.js";
import { describe, it } from "../support/mocha.js";
import { settled } from "../support/settled.js";

describe("examples", () => {
  it("a faulty example is reported", async () => {
    for (const path of await files("examples/faulty/**")) {
      const findings = await awaitFindings(await open(path), ({ length }) => length > 0);
      for (const finding of findings) {
        ok(finding.range.isSingleLine, `${path} has a finding over several lines.`);
        ok(
          typeof finding.code === "object" && finding.code.target.scheme.startsWith("http"),
          `${path}: ${describeDiagnostic(finding)} links no page.`,
        );
      }
    }
  }).timeout(60_000);

  it("a good example is not reported", async () => {
    const paths = await files("examples/good/**");
    for (const path of paths) {
      const document = await open(path);
      await settled();
      equal(findingsOf(document).map(describeDiagnostic), [], path);
    }
    ok(paths.length > 0, "There are no good examples.");
  }).timeout(60_000);

  it("a hover tells what W&B needs", async () => {
    const document = await open("fixtures/etag/cors.json");
    const [finding] = await awaitFindings(document, ({ length }) => length > 0);
    ok(finding, "There is no finding.");
    const text = await hoverAt(document, finding.range.start.translate(0, 1));
    ok(/W&B|ETag/.test(text), `The hover says: ${text || "nothing"}`);
  });
});

/** The paths of the workspace's files that match, in an order that does not change. */
async function files(pattern: string): Promise<readonly string[]> {
  const uris = await workspace.findFiles(pattern);
  ok(uris.length > 0, `No file matches ${pattern}.`);
  return uris.map((uri) => workspace.asRelativePath(uri, false)).toSorted();
}
