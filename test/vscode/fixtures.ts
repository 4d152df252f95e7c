import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Writes the files of the workspace that are no examples for a reader. */
export async function writeFixtures(workspace: string): Promise<void> {
  const folder = join(workspace, "fixtures");
  await mkdir(folder);
  for (const [name, text] of Object.entries(fixtures)) await writeFile(join(folder, name), text);
}

const fixtures = {
  "unrelated.json": JSON.stringify({ name: "unrelated", Statement: "of fact", list: ["*"] }),
};
