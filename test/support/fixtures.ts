import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Profile, defaultProfile } from "../../server/src/model/profile.js";

/** One case of a fixture file: a document under a heading that says what it shows. */
export interface FixtureCase {
  readonly name: string;
  readonly language: string;
  readonly fileName: string;
  readonly profile: Profile;
  /** The document, without its annotations. */
  readonly text: string;
  /** Whether the file expects a fixed text. */
  readonly lines: { readonly start: number; readonly end: number };
}

/** A fixture file: the Markdown page of one rule's cases. */
export interface Fixture {
  readonly path: string;
  readonly rule: string;
  readonly markdown: string;
  readonly cases: readonly FixtureCase[];
}

const annotation = /^ *\^+ (?:error|warning|info|hint): /;
const fence = /^```(?<language>[\w-]+)(?: (?<file>\S+))?$/;

const extensions: Readonly<Record<string, string>> = {
  json: "document.json",
  jsonc: "document.jsonc",
  dotenv: ".env",
  shellscript: "script.sh",
  yaml: "document.yaml",
  dockercompose: "compose.yaml",
  helm: "values.yaml",
  terraform: "main.tf",
  xml: "document.xml",
  markdown: "README.md",
  plaintext: "address.txt",
  properties: "document.properties",
  toml: "document.toml",
};

/** All fixture files below a folder of groups, each `<group>/<rule>.md`. */
export function readFixtures(folder: string): readonly Fixture[] {
  return readdirSync(folder)
    .toSorted()
    .flatMap((group) =>
      readdirSync(join(folder, group))
        .filter((name) => name.endsWith(".md"))
        .toSorted()
        .map((name) => readFixture(join(folder, group, name), `${group}/${name.slice(0, -3)}`)),
    );
}

function readFixture(path: string, rule: string): Fixture {
  const markdown = readFileSync(path, "utf8");
  const lines = markdown.split("\n");
  const cases: FixtureCase[] = [];
  let name = "";
  let profile = defaultProfile;
  let fixedNext = false;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    if (line.startsWith("## ")) {
      name = line.slice(3);
      profile = defaultProfile;
      fixedNext = false;
    } else if (line.startsWith("Profile: ")) {
      profile = { ...defaultProfile, ...(JSON.parse(line.slice(9)) as Partial<Profile>) };
    } else if (line === "Fixed:") {
      fixedNext = true;
    }
    const groups = fence.exec(line)?.groups;
    if (groups === undefined) continue;
    const close = lines.findIndex((other, at) => at > index && other === "```");
    if (close < 0) throw new Error(`${path}:${String(index + 1)} opens a block that never closes`);
    if (!fixedNext) {
      const language = groups["language"] ?? "plaintext";
      cases.push({
        name,
        language,
        fileName: groups["file"] ?? extensions[language] ?? "document.txt",
        profile,
        text: lines
          .slice(index + 1, close)
          .filter((other) => !annotation.test(other))
          .join("\n")
          .concat("\n"),
        lines: { start: index, end: close },
      });
    }
    fixedNext = false;
    index = close;
  }
  return { path, rule, markdown, cases };
}
