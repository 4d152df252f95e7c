import { type Dirent } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import ignore, { type Ignore } from "ignore";
import { formatOf } from "../documents/format.js";
import { UsageError } from "./usage-error.js";

/** Folders that never hold what a person wrote for us. */
const skipped = new Set(["node_modules", ".git", ".hg", ".svn", ".terraform"]);

/** A file to read, or a path that cannot be. */
export interface Found {
  readonly path: string;
  /** Why it cannot be read. */
  readonly fault?: string;
  /** Whether the path itself was given, rather than a folder that it is in. */
  readonly isNamed: boolean;
}

interface Level {
  readonly folder: string;
  readonly rules: Ignore;
}

/**
 * Every file that may hold something for us at or below the paths, each once: a named file always,
 * and in folders those of a known format that git does not ignore; dotenv files are read although
 * git ignores them, since that is where addresses live.
 */
export async function* walk(
  paths: readonly string[],
  workingDirectory: string,
): AsyncGenerator<Found> {
  const seen = new Set<string>();
  for (const path of paths) {
    const absolute = resolve(workingDirectory, path);
    const kind = await kindOf(absolute);
    if (kind === "folder") {
      for await (const found of walkFolder(absolute, await ignoresAbove(absolute))) {
        if (seen.has(found.path)) continue;
        seen.add(found.path);
        yield found;
      }
    } else if (kind === "file") {
      if (seen.has(absolute)) continue;
      seen.add(absolute);
      yield { path: absolute, isNamed: true };
    } else {
      yield { path: absolute, fault: kind, isNamed: true };
    }
  }
}

/** A path as it is shown: relative to the working directory, with slashes. */
export function shownPath(path: string, workingDirectory: string): string {
  const shown = relative(workingDirectory, path).split(sep).join("/");
  return shown === "" ? "." : shown;
}

/** Why a path cannot be read, in a few words. */
export function faultOf(fault: unknown): string {
  if (fault instanceof UsageError) return fault.message;
  const code = fault instanceof Error && "code" in fault ? String(fault.code) : "";
  const words: Readonly<Record<string, string>> = {
    ENOENT: "no such file or folder",
    EACCES: "permission denied",
    EPERM: "permission denied",
    ELOOP: "too many symbolic links",
    ENOTDIR: "not a folder",
    EISDIR: "a folder, not a file",
    ENOSPC: "no space left on the device",
    EROFS: "the file system is read-only",
    EBUSY: "the file is in use",
  };
  return words[code] ?? (code === "" ? String(fault) : code);
}

async function kindOf(path: string): Promise<"file" | "folder" | (string & {})> {
  try {
    const found = await stat(path);
    // To read from a pipe or a device may never end.
    return found.isDirectory() ? "folder" : found.isFile() ? "file" : "not a regular file";
  } catch (fault) {
    return faultOf(fault);
  }
}

async function* walkFolder(
  folder: string,
  levels: readonly Level[],
  ignored = false,
): AsyncGenerator<Found> {
  let entries: readonly Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (fault) {
    yield { path: folder, fault: faultOf(fault), isNamed: false };
    return;
  }
  const own = await ignoresIn(
    folder,
    entries.some(({ name }) => name === ".gitignore"),
  );
  const inner = own === undefined ? levels : [...levels, own];
  const sorted = entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of sorted) {
    const path = join(folder, entry.name);
    if (entry.isFile() || entry.isSymbolicLink()) {
      const format = formatOf(path, undefined);
      if (format === "none" || (format !== "dotenv" && (ignored || isIgnored(path, inner))))
        continue;
      if (entry.isSymbolicLink() && (await kindOf(path)) !== "file") continue;
      yield { path, isNamed: false };
    }
  }
  // The files of a folder come together, before those below it.
  for (const entry of sorted) {
    if (!entry.isDirectory() || skipped.has(entry.name)) continue;
    const path = join(folder, entry.name);
    // In an ignored folder only the dotenv files count.
    yield* walkFolder(path, inner, ignored || isIgnored(`${path}${sep}`, inner));
  }
}

function isIgnored(path: string, levels: readonly Level[]): boolean {
  let ignored = false;
  for (const { folder, rules } of levels) {
    const inside = relative(folder, path).split(sep).join("/");
    if (inside === "" || inside.startsWith("..")) continue;
    const verdict = rules.test(path.endsWith(sep) ? `${inside}/` : inside);
    if (verdict.ignored) ignored = true;
    else if (verdict.unignored) ignored = false;
  }
  return ignored;
}

/** What git ignores in a folder because of the folders above it, up to the repository's top. */
async function ignoresAbove(folder: string): Promise<readonly Level[]> {
  const levels: Level[] = [];
  let at = folder;
  for (;;) {
    if (
      (await kindOf(join(at, ".git"))) === "folder" ||
      (await kindOf(join(at, ".git"))) === "file"
    ) {
      break;
    }
    const parent = resolve(at, "..");
    // Without a repository around it, a .gitignore further up says nothing about this folder.
    if (parent === at) return [];
    at = parent;
    const level = await ignoresIn(at, true);
    if (level !== undefined) levels.unshift(level);
  }
  return levels;
}

async function ignoresIn(folder: string, present: boolean): Promise<Level | undefined> {
  if (!present) return undefined;
  try {
    const text = await readFile(join(folder, ".gitignore"), "utf8");
    return { folder, rules: ignore().add(text) };
  } catch {
    return undefined;
  }
}
