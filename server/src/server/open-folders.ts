import { type BYOBDocument } from "../documents/document.js";

/** Which folders the open texts say are W&B's: what is in them is judged by what W&B needs. */
export interface OpenFolders {
  readonly note: (document: Pick<BYOBDocument, "uri" | "isForWandb">) => void;
  readonly forget: (uri: string) => void;
  readonly areForWandb: (uri: string) => boolean;
  /** Told when a folder becomes W&B's, or is no longer. */
  onChange: () => void;
}

export function openFolders(): OpenFolders {
  const evidence = new Map<string, Set<string>>();

  const set = (uri: string, isForWandb: boolean): void => {
    const folder = folderOf(uri);
    const known = evidence.get(folder) ?? new Set();
    const before = known.size > 0;
    if (isForWandb) known.add(uri);
    else known.delete(uri);
    if (known.size > 0) evidence.set(folder, known);
    else evidence.delete(folder);
    if (before !== known.size > 0) folders.onChange();
  };
  const folders: OpenFolders = {
    note: ({ uri, isForWandb }) => {
      set(uri, isForWandb);
    },
    forget: (uri) => {
      set(uri, false);
    },
    areForWandb: (uri) => evidence.has(folderOf(uri)),
    onChange: () => undefined,
  };
  return folders;
}

/** A text without a file has no folder, so that it is its own. */
function folderOf(uri: string): string {
  return uri.startsWith("untitled:") ? uri : uri.slice(0, uri.lastIndexOf("/"));
}
