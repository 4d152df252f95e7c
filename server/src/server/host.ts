import { type HclWasm } from "../syntax/hcl-parser.js";
import type * as engine from "./engine.js";

/** What there is to load for work on texts. */
export type Engine = typeof engine;

/** What the host of the server can do that a pure server cannot: load the files it ships. */
export interface ServerHost {
  /** Loads what works on texts; asked for once. */
  readonly loadEngine: () => Promise<Engine>;
  /**
   * Reads what the reader of Terraform files runs on; asked for once, when the first of them opens. The
   * folder is where the client says that the WebAssembly is.
   */
  readonly readHclWasm: (folder: string | undefined) => Promise<HclWasm>;
  readonly version: string;
  /** The time, in milliseconds since 1970. */
  readonly now: () => number;
}
