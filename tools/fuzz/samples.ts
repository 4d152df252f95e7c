import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { defaultProfile, type Profile } from "../../server/src/model/profile.js";
import { readFixtures } from "../../test/support/fixtures.js";

/** A text of this project that is known to be read. */
export interface Sample {
  readonly name: string;
  readonly fileName: string;
  readonly language: string;
  readonly profile: Profile;
  readonly text: string;
}

const root = join(import.meta.dirname, "../..");

/** Every example, and the documents of all rules' fixtures. */
export function readSamples(): readonly Sample[] {
  const folder = join(root, "examples");
  const examples = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const fileName = relative(folder, path).split(sep).join("/");
      return {
        name: `examples/${fileName}`,
        fileName,
        language: "",
        profile: defaultProfile,
        text: readFileSync(path, "utf8"),
      };
    });
  const fixtures = readFixtures(join(root, "test/rules")).flatMap(({ rule, cases }) =>
    cases.map((each) => ({ ...each, name: `${rule}: ${each.name}` })),
  );
  return [...examples, ...fixtures].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
