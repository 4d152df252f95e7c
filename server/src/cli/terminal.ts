import { type Readers } from "../documents/document.js";

/** What the command line may touch of the process that it runs in. */
export interface ProcessTerminal {
  readonly workingDirectory: string;
  /** The time, in milliseconds since 1970. */
  readonly now: () => number;
  readonly out: (text: string) => void;
  /** How a report is best read there; plain where nothing is said. */
  readonly style?: Style;
  readonly error: (text: string) => void;
  /** Shows how far a command is, in place of what it showed before; absent where nobody watches. */
  readonly progress?: ((text: string) => void) | undefined;
  readonly readInput: () => Promise<Uint8Array>;
  /** Loads the reader of Terraform files, once one of them is met. */
  readonly loadHcl: () => Promise<NonNullable<Readers["hcl"]>>;
}

/** Whether a person reads a report, and whether their terminal shows colors. */
export interface Style {
  readonly pretty: boolean;
  readonly color: boolean;
}

/** What a command is given. Nothing that is written to `out` and `error` can command the terminal. */
export interface Terminal extends ProcessTerminal {
  readonly style: Style;
  /** Takes a report, in which all that comes from files is inert already, and which may have colors. */
  readonly outReport: (text: string) => void;
}

/** 0: all is well; 1: something was found; 2: wrong use, or a path that cannot be read. */
export type ExitCode = 0 | 1 | 2;

export type Command = (parameters: readonly string[], terminal: Terminal) => Promise<ExitCode>;
