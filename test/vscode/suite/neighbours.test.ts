import { type Diagnostic, languages } from "vscode";
import {
  awaitDiagnostics,
  awaitFindings,
  describeDiagnostic,
  findingsOf,
  open,
} from "../support/editor.js";
import { equal } from "../support/expect.js";
import { describe, it } from "../support/mocha.js";
import { settled } from "../support/settled.js";

describe("neighbours", () => {
  for (const path of ["fixtures/unrelated/settings.json", "fixtures/unrelated/package.json"]) {
    it(`${path} has nothing to do with a bucket and gets nothing`, async () => {
      const document = await open(path);
      await settled();
      equal(findingsOf(document).map(describeDiagnostic), []);
    });
  }

  it("what is no JSON is reported by VS Code alone", async () => {
    const document = await open("fixtures/broken/cors.json");
    await awaitDiagnostics(document, (all) => all.some((each) => !isOurs(each)));
    await settled();
    equal(doubles(languages.getDiagnostics(document.uri)), []);
  });

  for (const path of ["fixtures/shape/cors.json", "fixtures/shape/bucket-policy.json"]) {
    it(`a fault in the shape of ${path} has one squiggle`, async () => {
      const document = await open(path);
      await awaitDiagnostics(document, ({ length }) => length > 0);
      await settled();
      equal(doubles(languages.getDiagnostics(document.uri)), []);
    });
  }

  it("a faulty file has one squiggle a fault", async () => {
    const document = await open("fixtures/on-save/cors.json");
    await awaitFindings(document, () => true);
    await settled();
    equal(doubles(languages.getDiagnostics(document.uri)), []);
  });
});

/** The pairs of findings of ours and others' that lie upon each other. */
function doubles(diagnostics: readonly Diagnostic[]): readonly string[] {
  const others = diagnostics.filter((each) => !isOurs(each));
  return diagnostics
    .filter(isOurs)
    .flatMap((ours) =>
      others
        .filter(({ range }) => range.intersection(ours.range) !== undefined)
        .map((theirs) => `${describeDiagnostic(ours)} | ${describeDiagnostic(theirs)}`),
    );
}

function isOurs({ source }: Diagnostic): boolean {
  return source === "byob";
}
