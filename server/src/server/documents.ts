import { type TextDocument } from "vscode-languageserver-textdocument";
import {
  copySource,
  isTelling,
  readDocument,
  type BYOBDocument,
  type Readers,
} from "../documents/document.js";
import { formatOf } from "../documents/format.js";

/** What the host of the server can do that a pure server cannot: read the files it ships. */
export interface ServerHost {
  /**
   * Loads the reader of Terraform files; asked for once, when the first of them opens. The folder is
   * where the client says that the WebAssembly is.
   */
  readonly loadHcl?: (folder: string | undefined) => Promise<NonNullable<Readers["hcl"]>>;
  readonly version: string;
}

/** The open texts as documents, each version read once and only when something asks for it. */
export interface OpenDocuments {
  readonly get: (source: TextDocument, addressKeys: readonly string[]) => Promise<BYOBDocument>;
  readonly forget: (uri: string) => void;
}

export function openDocuments(
  host: ServerHost,
  wasmFolder: () => string | undefined,
  onLoadFault: (fault: unknown) => void,
): OpenDocuments {
  const read = new Map<
    string,
    { readonly keys: readonly string[]; readonly document: BYOBDocument }
  >();
  let readers: Promise<Readers> | undefined;

  const loadReaders = async (format: string): Promise<Readers> => {
    if (format !== "terraform" && format !== "markdown") return {};
    readers ??= (async () => {
      try {
        return host.loadHcl === undefined ? {} : { hcl: await host.loadHcl(wasmFolder()) };
      } catch (fault) {
        onLoadFault(fault);
        return {};
      }
    })();
    return await readers;
  };

  return {
    get: async (source, addressKeys) => {
      // Most Markdown and Terraform holds nothing for us, so the parser is not loaded for it.
      const needed = isTelling(source.getText())
        ? await loadReaders(formatOf(source.uri, source.languageId))
        : {};
      const known = read.get(source.uri);
      if (known?.document.source.version === source.version && known.keys === addressKeys) {
        return known.document;
      }
      const document = readDocument(copySource(source), { readers: needed, addressKeys });
      read.set(source.uri, { keys: addressKeys, document });
      return document;
    },
    forget: (uri) => {
      read.delete(uri);
    },
  };
}
