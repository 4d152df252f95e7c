import { dirname } from "node:path";
import { type BYOBDocument } from "../documents/document.js";

/** What the files that were read so far say of the folders they are in. */
export interface FolderEvidence {
  readonly note: (path: string, document: BYOBDocument) => void;
  /** Whether how a file is judged depends on the other files in its folder. */
  readonly decides: (document: BYOBDocument) => boolean;
  /** Whether a file's folder is W&B's; final once all its files have been noted. */
  readonly isForWandb: (path: string) => boolean;
}

export function folderEvidence(): FolderEvidence {
  const folders = new Set<string>();
  return {
    note: (path, document) => {
      if (document.isForWandb) folders.add(dirname(path));
    },
    decides: ({ isForWandb, parts }) =>
      !isForWandb && parts.some(({ kind }) => kind !== "policy" && kind !== "key-policy"),
    isForWandb: (path) => folders.has(dirname(path)),
  };
}
