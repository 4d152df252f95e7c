import { type TextDocument } from "vscode-languageserver-textdocument";
import {
  copySource,
  needsHcl,
  readDocument,
  type BYOBDocument,
  type Readers,
  type ReadOptions,
} from "../documents/document.js";
import { handOn } from "../rules/incremental.js";
import { type HclWasm } from "../syntax/hcl-parser.js";
import { createHclReader } from "../syntax/hcl.js";

/** What the user's settings say of how a text is read. */
export type ReadChoices = Pick<ReadOptions, "addressKeys" | "policyType" | "policyReason">;

/** The open texts as documents, each version read once and only when something asks for it. */
export interface OpenDocuments {
  readonly get: (source: TextDocument, choices: ReadChoices) => Promise<BYOBDocument>;
  readonly forget: (uri: string) => void;
}

export function openDocuments(
  readHclWasm: () => Promise<HclWasm>,
  onLoadFault: (fault: unknown) => void,
): OpenDocuments {
  const read = new Map<
    string,
    { readonly choices: ReadChoices; readonly document: BYOBDocument }
  >();
  let readers: Promise<Readers> | undefined;

  const loadReaders = async (): Promise<Readers> => {
    readers ??= (async () => {
      try {
        return { hcl: await createHclReader(await readHclWasm()) };
      } catch (fault) {
        onLoadFault(fault);
        return {};
      }
    })();
    return await readers;
  };

  return {
    get: async (source, choices) => {
      const isNeeded = needsHcl(source.uri, source.languageId, source.getText(), choices);
      const needed = isNeeded ? await loadReaders() : {};
      const known = read.get(source.uri);
      if (known?.document.source.version === source.version && same(known.choices, choices)) {
        return known.document;
      }
      const document = readDocument(copySource(source), { readers: needed, ...choices });
      if (known !== undefined && same(known.choices, choices)) handOn(known.document, document);
      read.set(source.uri, { choices, document });
      return document;
    },
    forget: (uri) => {
      read.delete(uri);
    },
  };
}

function same(a: ReadChoices, b: ReadChoices): boolean {
  return (
    a.addressKeys === b.addressKeys &&
    a.policyType === b.policyType &&
    a.policyReason?.template === b.policyReason?.template
  );
}
