import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { lstat, open, readdir, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { UsageError } from "./usage-error.js";

/** The files that are being written beside the ones that they are to replace. */
const unfinished = new Set<string>();

/** Removes what an interrupted run would leave; for a handler of signals, so without waiting. */
export function removeUnfinished(): void {
  for (const path of unfinished) rmSync(path, { force: true });
}

/**
 * Replaces a file's bytes, all or nothing: they are written to a new file beside it, brought to the disk
 * and renamed. A link stays a link, and the mode and the owner stay. Refuses, by throwing, a file that
 * has changed since it was read, that may not be written, or that other names share.
 */
export async function replaceFile(
  path: string,
  before: Uint8Array,
  after: Uint8Array,
): Promise<void> {
  const target = await realpath(path);
  const { mode, uid, gid, nlink } = await stat(target);
  if (nlink > 1) throw new UsageError("not changed: the file has other hard links");
  // A rename would replace a file that may not be written.
  await (await open(target, "r+")).close();
  const folder = dirname(target);
  await removeLeftovers(folder, basename(target));
  const temporary = join(folder, `${prefixOf(basename(target))}${String(process.pid)}-${token()}`);
  unfinished.add(temporary);
  try {
    // Exclusive creation follows no link, and nobody else may read it meanwhile.
    const file = await open(temporary, "wx", 0o600);
    try {
      await file.writeFile(after);
      const made = await file.stat();
      if (made.uid !== uid || made.gid !== gid) await file.chown(uid, gid);
      await file.chmod(mode & 0o7777);
      await file.sync();
    } finally {
      await file.close();
    }
    if (!(await readFile(target)).equals(before)) {
      throw new UsageError("not changed: another program changed the file in the meantime");
    }
    await rename(temporary, target);
  } finally {
    await rm(temporary, { force: true });
    unfinished.delete(temporary);
  }
}

/** What a run that was killed has left beside a file. */
async function removeLeftovers(folder: string, name: string): Promise<void> {
  const prefix = prefixOf(name);
  for (const found of await readdir(folder)) {
    if (!found.startsWith(prefix)) continue;
    const [pid = ""] = found.slice(prefix.length).split("-");
    if (!/^\d+$/.test(pid) || isRunning(Number(pid))) continue;
    if ((await lstat(join(folder, found))).isFile()) await rm(join(folder, found), { force: true });
  }
}

function prefixOf(name: string): string {
  return `.${name.slice(0, 100)}.byob-tmp-`;
}

function token(): string {
  return randomBytes(8).toString("hex");
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return fault instanceof Error && "code" in fault && fault.code === "EPERM";
  }
}
