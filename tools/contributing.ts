// `npm run test:contributing`: follows the walkthroughs of CONTRIBUTING.md literally, on a scratch copy.
import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";

/** What a walkthrough says to do. */
interface Step {
  readonly kind: "write" | "edit" | "run";
  /** The file, for all but commands. */
  readonly path: string;
  readonly text: string;
}

const root = resolve(import.meta.dirname, "..");
const scratch = mkdtempSync(join(tmpdir(), "byob-contributing-"));
const left: ReadonlySet<string> = new Set(["node_modules", "dist", ".git", ".vscode-test"]);

try {
  cpSync(root, scratch, {
    recursive: true,
    filter: (source) => !left.has(basename(source)) && !source.endsWith(".vsix"),
  });
  symlinkSync(join(root, "node_modules"), join(scratch, "node_modules"), "junction");
  const steps = stepsOf(readFileSync(join(root, "CONTRIBUTING.md"), "utf8"));
  for (const step of steps) follow(step);
  console.log(`${String(steps.length)} steps of CONTRIBUTING.md followed`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** The fences under "Add a rule" that are commands, or that name a file. */
function stepsOf(markdown: string): readonly Step[] {
  const pattern = /^(?<mark>`{3,})(?<language>\w+)(?: (?<path>\S+))?\n(?<text>[^]*?)^\k<mark>$/gm;
  // A fixture has headings of its own.
  const prose = markdown.replace(pattern, (fence) => " ".repeat(fence.length));
  const start = prose.indexOf("\n## Add a rule\n");
  const end = prose.indexOf("\n## ", start + 1);
  const fences = [...markdown.matchAll(pattern)].filter(
    ({ index }) => start >= 0 && index > start && index < end,
  );
  const steps = fences.flatMap(({ groups = {} }): readonly Step[] => {
    const { language, path = "", text = "" } = groups;
    if (language === "sh") {
      return text
        .trim()
        .split("\n")
        .map((line) => ({ kind: "run", path, text: line }));
    }
    if (path === "") return [];
    return [{ kind: language === "diff" ? "edit" : "write", path, text }];
  });
  if (steps.length === 0) throw new Error("CONTRIBUTING.md has no walkthrough");
  return steps;
}

function follow({ kind, path, text }: Step): void {
  const file = join(scratch, path);
  if (kind === "write") {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text, { flag: "wx" });
  } else if (kind === "edit") {
    writeFileSync(file, edited(readFileSync(file, "utf8"), text, path));
  } else {
    const { status, stdout, stderr } = spawnSync(text, {
      cwd: scratch,
      shell: true,
      encoding: "utf8",
      env: { ...process.env, CI: "" },
    });
    if (status !== 0) throw new Error(`${text} failed\n${stdout}\n${stderr}`);
  }
}

/** A text after a diff, whose lines without a plus must stand in it once. */
function edited(text: string, diff: string, path: string): string {
  const lines = diff.trimEnd().split("\n");
  const side = (mark: string): string =>
    lines
      .filter((line) => !line.startsWith(mark))
      .map((line) => `${line.slice(1)}\n`)
      .join("");
  const before = side("+");
  const found = text.split(before).length - 1;
  if (found !== 1) throw new Error(`${path} has ${String(found)} times\n${before}`);
  return text.replace(before, () => side("-"));
}
