import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import { inflateRawSync } from "node:zlib";

const endSignature = 0x06054b50;
const endLength = 22;
const entryLength = 46;
const localLength = 30;

/** Unpacks a zip archive, which is what a .vsix is. Encrypted and very large ones are not read. */
export async function unzip(archive: string, folder: string): Promise<void> {
  const bytes = await readFile(archive);
  for (const { name, content } of entries(bytes)) {
    const path = join(folder, name);
    if (!resolve(path).startsWith(resolve(folder) + sep)) {
      throw new Error(`${archive} holds "${name}", which lies outside of it.`);
    }
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
}

/** Reads the directory at an archive's end, which alone tells each file's place and length. */
function* entries(bytes: Buffer): Iterable<{ readonly name: string; readonly content: Buffer }> {
  let end = bytes.length - endLength;
  while (end >= 0 && bytes.readUInt32LE(end) !== endSignature) end--;
  if (end < 0) throw new Error("This is not a zip archive.");
  const count = bytes.readUInt16LE(end + 10);
  let entry = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    const nameLength = bytes.readUInt16LE(entry + 28);
    const name = bytes.toString("utf8", entry + entryLength, entry + entryLength + nameLength);
    if (!name.endsWith("/")) yield { name, content: contentOf(bytes, entry) };
    entry +=
      entryLength + nameLength + bytes.readUInt16LE(entry + 30) + bytes.readUInt16LE(entry + 32);
  }
}

function contentOf(bytes: Buffer, entry: number): Buffer {
  const isStored = bytes.readUInt16LE(entry + 10) === 0;
  const length = bytes.readUInt32LE(entry + 20);
  const local = bytes.readUInt32LE(entry + 42);
  const start =
    local + localLength + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const content = bytes.subarray(start, start + length);
  return isStored ? content : inflateRawSync(content);
}
