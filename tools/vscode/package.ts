import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { npm } from "./command.js";

/** The newest packaged extension in a folder; it is packaged first if there is none. */
export async function packagedExtension(root: string): Promise<string> {
  const found = await newestPackage(root);
  if (found !== undefined) return found;
  await npm(["run", "package"], root);
  const packaged = await newestPackage(root);
  if (packaged === undefined) throw new Error("npm run package left no .vsix file.");
  return packaged;
}

async function newestPackage(root: string): Promise<string | undefined> {
  const names = (await readdir(root)).filter((name) => name.endsWith(".vsix"));
  const paths = names.map((name) => join(root, name));
  const dated = await Promise.all(
    paths.map(async (path) => ({ path, time: (await stat(path)).mtimeMs })),
  );
  return dated.toSorted((one, other) => other.time - one.time)[0]?.path;
}
