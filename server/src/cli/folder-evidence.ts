import { dirname } from "node:path";
import { type BYOBDocument } from "../documents/document.js";
import { defaultProfile, forWandb, type Profile } from "../model/profile.js";

/** What the files that were read so far say of the folders they are in. */
export interface FolderEvidence {
  readonly note: (path: string, document: BYOBDocument) => void;
  /** Whether how a file is judged depends on the other files in its folder. */
  readonly decides: (document: BYOBDocument) => boolean;
  /** How a file is judged; final once all files have been noted. */
  readonly profileOf: (path: string) => Profile;
}

export function folderEvidence(): FolderEvidence {
  const folders = new Set<string>();
  return {
    note: (path, document) => {
      if (document.isForWandb) folders.add(dirname(path));
    },
    decides: ({ isForWandb, parts }) => !isForWandb && parts.some(({ kind }) => kind === "cors"),
    profileOf: (path) => (folders.has(dirname(path)) ? forWandb(defaultProfile) : defaultProfile),
  };
}
