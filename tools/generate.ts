import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { analyzerPages } from "./analyzer-pages.js";
import { manifestText } from "./manifest.js";
import { noticesText } from "./notices.js";
import { architectureText } from "./rooms.js";
import { judgeFixtures, rulePages } from "./rule-pages.js";
import { schemaTexts } from "./schemas.js";
import { snippetTexts } from "./snippets.js";

const root = resolve(import.meta.dirname, "..");

/** Folders whose every file is generated, so that one without a source is stale. */
const ownedFolders = ["schemas", "snippets", "docs/rules", "docs/access-analyzer"];

/**
 * Writes every generated file, or with `--check` compares them and names those that are stale. One
 * code path serves both, so that what is checked is what would be written.
 */
async function generate(check: boolean): Promise<number> {
  const fixtures = await judgeFixtures(join(root, "test/rules"));
  const texts = new Map<string, string>([
    ...snippetTexts(),
    ...schemaTexts(),
    ...rulePages(fixtures),
    ...analyzerPages(fixtures),
    [
      "ARCHITECTURE.md",
      architectureText(readFileSync(join(root, "ARCHITECTURE.md"), "utf8"), root),
    ],
    ["THIRD-PARTY-NOTICES.txt", noticesText(root)],
    ["package.json", manifestText(readFileSync(join(root, "package.json"), "utf8"))],
  ]);
  const stale: string[] = [];
  for (const [path, text] of texts) {
    const file = join(root, path);
    if (existsSync(file) && readFileSync(file, "utf8") === text) continue;
    stale.push(path);
    if (check) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  for (const path of ownedFolders.flatMap((folder) => filesBelow(join(root, folder)))) {
    if (texts.has(path)) continue;
    stale.push(path);
    if (!check) rmSync(join(root, path));
  }
  if (check && stale.length > 0) {
    console.error(`Stale, so run "npm run generate" and commit:\n  ${stale.join("\n  ")}`);
    return 1;
  }
  console.log(check ? "Generated files are up to date." : `${String(stale.length)} files written.`);
  return 0;
}

function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
}

process.exitCode = await generate(process.argv.includes("--check"));
