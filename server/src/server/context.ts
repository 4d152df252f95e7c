import {
  type ClientCapabilities,
  type Connection,
  type TextDocuments,
} from "vscode-languageserver";
import { type TextDocument } from "vscode-languageserver-textdocument";
import { type BYOBDocument } from "../documents/document.js";
import { type InitializationOptions } from "../protocol/messages.js";
import { type CheckOptions } from "../rules/check.js";
import { type PolicyTypeChoice, type Settings } from "../schema/settings.js";
import { message } from "../text/message.js";
import { type OpenDocuments, type ReadChoices } from "./documents.js";
import { openFolders, type OpenFolders } from "./open-folders.js";
import { type Engine, type ServerHost } from "./host.js";

/** What there is from the first question about a text on. */
export interface Session {
  readonly engine: Engine;
  readonly documents: OpenDocuments;
  settings: Settings;
  check: CheckOptions;
}

/** What every part of the server works with, from the connection's start to its end. */
export interface Context {
  readonly connection: Connection;
  readonly host: ServerHost;
  readonly texts: TextDocuments<TextDocument>;
  /** What the client said of itself; empty until it has. */
  readonly client: { capabilities: ClientCapabilities; options: InitializationOptions };
  /** Types that the user gave to files' policies until the server ends, by URI. */
  readonly policyTypes: Map<string, PolicyTypeChoice>;
  /** Which folders the open texts say are W&B's. */
  readonly folders: OpenFolders;
  /** The session, which starts with the first question. */
  readonly openSession: () => Promise<Session>;
  /** The session if there is one. */
  readonly currentSession: () => Promise<Session | undefined>;
  readonly log: (what: string, fault: unknown) => void;
}

export function createContext(
  connection: Connection,
  host: ServerHost,
  texts: TextDocuments<TextDocument>,
): Context {
  const log = (what: string, fault: unknown): void => {
    const text = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
    connection.console.error(`${what}: ${text}`);
  };
  const client: Context["client"] = { capabilities: {}, options: {} };
  let session: Promise<Session> | undefined;

  const startSession = async (): Promise<Session> => {
    const engine = await host.loadEngine();
    const documents = engine.openDocuments(
      () => host.readHclWasm(client.options.wasmFolder),
      (fault) => {
        log("Could not load the Terraform reader", fault);
      },
    );
    const { settings } = engine.readSettings(client.options.settings ?? {});
    return { engine, documents, settings, check: checkOptions(engine, settings, log) };
  };

  return {
    connection,
    host,
    texts,
    client,
    policyTypes: new Map(),
    folders: openFolders(),
    openSession: async () => await (session ??= startSession()),
    currentSession: async () => await session?.catch(() => undefined),
    log,
  };
}

/** How documents are judged under settings. */
export function checkOptions(
  { profileOf }: Engine,
  settings: Settings,
  log: Context["log"],
): CheckOptions {
  return {
    profile: profileOf(settings),
    severities: settings.rules,
    onFault: (rule, fault) => {
      log(`Rule ${rule} failed`, fault);
    },
  };
}

/** What an answer is made of. */
export interface Asked {
  readonly engine: Engine;
  /** How the document is judged, its folder's evidence included. */
  readonly check: CheckOptions;
}

/** Gives the answer for an open document, or the empty answer where it is gone or a fault occurs. */
export async function answer<T>(
  context: Context,
  request: string,
  uri: string,
  empty: T,
  of: (document: BYOBDocument, asked: Asked) => T,
): Promise<T> {
  const { texts, folders, policyTypes, openSession, log } = context;
  try {
    const session = await openSession();
    const source = texts.get(uri);
    if (source === undefined) return empty;
    const choices = readChoices(session, uri, policyTypes.get(uri));
    const document = await session.documents.get(source, choices);
    folders.note(document);
    const { engine, check } = session;
    const profile = folders.areForWandb(uri) ? engine.forWandb(check.profile) : check.profile;
    return of(document, { engine, check: { ...check, profile } });
  } catch (fault) {
    log(`${request} for ${uri} failed`, fault);
    return empty;
  }
}

/** How a text is read: a type that was chosen for the session goes before the settings. */
function readChoices(
  { engine, settings: { addressKeys, policyTypes } }: Session,
  uri: string,
  chosen: PolicyTypeChoice | undefined,
): ReadChoices {
  if (chosen !== undefined) {
    const policyType = chosen === "auto" ? undefined : chosen;
    return { addressKeys, policyType, policyReason: chosenHere };
  }
  const policyType = engine.chosenPolicyType(uri, policyTypes);
  return { addressKeys, policyType, policyReason: setBySettings };
}

const chosenHere = message("The policy type is set until the editor closes.");
const setBySettings = message("The policy type is set by byob.policyTypes.");
