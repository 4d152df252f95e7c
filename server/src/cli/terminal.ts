import { type Readers } from "../documents/document.js";

/** What a command may touch of the process that it runs in. */
export interface Terminal {
  readonly workingDirectory: string;
  /** The time, in milliseconds since 1970. */
  readonly now: () => number;
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** Shows how far a command is, in place of what it showed before; absent where nobody watches. */
  readonly progress?: ((text: string) => void) | undefined;
  readonly readInput: () => Promise<Uint8Array>;
  /** Loads the reader of Terraform files, once one of them is met. */
  readonly loadHcl: () => Promise<NonNullable<Readers["hcl"]>>;
}

/** 0: all is well; 1: something was found; 2: wrong use, or a path that cannot be read. */
export type ExitCode = 0 | 1 | 2;

export type Command = (parameters: readonly string[], terminal: Terminal) => Promise<ExitCode>;
